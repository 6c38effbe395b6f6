/**
 * What was typed at the desk and not yet sent, kept in this tab: a reload, a lost connection or a session that
 * ended lose nothing of it.
 *
 * Talks to the tab's own storage. Invariant: whoever signs out leaves nothing behind for the next person.
 * Decided in docs/decisions/0028 and 0030.
 */
const OURS = 'desk-'

/** What was kept by this name; undefined where nothing was, or the browser keeps nothing. */
export function kept<Value>(name: string): Value | undefined {
  try {
    const text = sessionStorage.getItem(OURS + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps what was typed. */
export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(OURS + name, JSON.stringify(value))
  } catch {
    // A browser that keeps nothing: the page works, and a reload loses it.
  }
}

/** Forgets it; all of it where no name is given. */
export function forget(name?: string): void {
  try {
    const all = Object.keys(sessionStorage).filter((key) => key.startsWith(OURS))
    for (const key of name === undefined ? all : [OURS + name]) sessionStorage.removeItem(key)
  } catch {
    // As above.
  }
}
