/**
 * Seals the boxes of a closed round by hand: from here on they can be counted, and nothing goes in.
 *
 * Talks to content, the ballot box and the board. Invariant: not before the board says what was in the boxes
 * at the close. Decided in docs/decisions/0003 and 0022.
 */
import { moveRound } from './move-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the new state. */
export const sealBoxes: SignedUseCase<'seal-boxes'> = (ports, input) =>
  moveRound(ports, input, 'seal')
