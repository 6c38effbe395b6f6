/**
 * Refused: what a command says no to, in a sentence for the person at the terminal.
 *
 * Pure. Invariant: the message is all that is printed. Decided in docs/decisions/0007.
 */

/** A mistake or a refusal that the person at the terminal can mend. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
