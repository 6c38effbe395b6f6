/**
 * What is open in a form, kept in this tab: a reload, a lost connection or a session that ended lose nothing of what
 * was typed.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside.
 * Decided in docs/decisions/0028.
 */
export type Kept<Value> = {
  /** What was kept; undefined where nothing was, or the browser keeps nothing. */
  read(): Value | undefined
  keep(value: Value): void
  forget(): void
}

/** What is kept under a name. */
export function makeKept<Value>(name: string): Kept<Value> {
  const key = `desk-${name}`
  return {
    read: () =>
      tried(() => {
        const text = sessionStorage.getItem(key)
        return text === null ? undefined : JSON.parse(text)
      }),
    keep: (value) => tried(() => sessionStorage.setItem(key, JSON.stringify(value))),
    forget: () => tried(() => sessionStorage.removeItem(key)),
  }
}

/** A browser that keeps nothing: the form works, and a reload loses it. */
function tried<Done>(work: () => Done): Done | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
