/**
 * Closes voting by hand, where the schedule has not done it.
 *
 * Talks to content, the ballot box and the board. Invariant: never before the announced end, and the minutes after it in which ballots settle.
 * Decided in docs/decisions/0003 and 0022.
 */
import { moveRound } from './move-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** A closed box never opens again. */
export const closeVoting: SignedUseCase<'close-voting'> = (ports, input) =>
  moveRound(ports, input, 'close')
