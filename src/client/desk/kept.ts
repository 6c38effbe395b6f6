/**
 * What is open in a form, kept in this tab: a reload, a lost connection or a session that ended lose nothing of what
 * was typed.
 *
 * Talks to the tab's own storage. Invariant: what is kept is forgotten once it is published or put aside, and
 * nobody is shown what another person typed, however they left. Decided in docs/decisions/0028 and 0030.
 */
const OURS = 'desk-'

export type Kept<Value> = {
  /** What was kept; undefined where nothing was, or the browser keeps nothing. */
  read(): Value | undefined
  keep(value: Value): void
  forget(): void
}

/** What begins the keys of whoever is signed in. */
let own = OURS

/** After a sign-out nothing is kept any more: also not what the page would keep while it is left. */
let isOver = false

/** What is kept under a name. */
export function makeKept<Value>(name: string): Kept<Value> {
  const key = () => own + name
  return {
    read: () =>
      tried(() => {
        const text = sessionStorage.getItem(key())
        return text === null ? undefined : JSON.parse(text)
      }),
    keep: (value) =>
      tried(() => {
        if (!isOver) sessionStorage.setItem(key(), JSON.stringify(value))
      }),
    forget: () => tried(() => sessionStorage.removeItem(key())),
  }
}

/** Keeps for this person from now on, and forgets what others left in this tab. */
export function keepFor(person: string): void {
  own = `${OURS}${person}-`
  forget((key) => !key.startsWith(own))
}

/** Forgets all that the desk has kept in this tab. */
export function forgetAll(): void {
  isOver = true
  forget(() => true)
}

function forget(isMeant: (key: string) => boolean): void {
  tried(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(OURS) && isMeant(key)) sessionStorage.removeItem(key)
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
