/**
 * What is open in a form, kept in this tab: a reload, a lost connection or a session that ended lose nothing of what
 * was typed.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside, and
 * whoever signs out leaves nothing behind for the next person. Decided in docs/decisions/0028 and 0030.
 */
const OURS = 'desk-'

export type Kept<Value> = {
  /** What was kept; undefined where nothing was, or the browser keeps nothing. */
  read(): Value | undefined
  keep(value: Value): void
  forget(): void
}

/** After a sign-out nothing is kept any more: also not what the page would keep while it is left. */
let isOver = false

/** What is kept under a name. */
export function makeKept<Value>(name: string): Kept<Value> {
  const key = OURS + name
  return {
    read: () =>
      tried(() => {
        const text = sessionStorage.getItem(key)
        return text === null ? undefined : JSON.parse(text)
      }),
    keep: (value) =>
      tried(() => {
        if (!isOver) sessionStorage.setItem(key, JSON.stringify(value))
      }),
    forget: () => tried(() => sessionStorage.removeItem(key)),
  }
}

/** Forgets all that the desk has kept in this tab. */
export function forgetAll(): void {
  isOver = true
  tried(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(OURS)) sessionStorage.removeItem(key)
  })
}

/** A browser that keeps nothing: the form works, and a reload loses it. */
function tried<Done>(work: () => Done): Done | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
