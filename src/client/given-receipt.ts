/**
 * The receipt that this tab was given a moment ago: a note from the vote page to the receipt page.
 *
 * Talks to sessionStorage. Invariant: a note is read once; only the page that got the council's own
 * answer writes one, so an address alone never makes a success. Decided in docs/decisions/0003.
 */

const keyOf = (round: string) => `given:${round}`

/** Notes the receipt, as it stands in the address after #. */
export function noteGiven(round: string, fragment: string): void {
  try {
    sessionStorage.setItem(keyOf(round), fragment)
  } catch {
    // Without storage the receipt page checks the signature first, and says the same a moment later.
  }
}

/** Whether this very receipt was just given; the note is gone then, whatever it said. */
export function takeGiven(round: string, fragment: string): boolean {
  try {
    const noted = sessionStorage.getItem(keyOf(round))
    sessionStorage.removeItem(keyOf(round))
    return noted === fragment
  } catch {
    return false
  }
}
