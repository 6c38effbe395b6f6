/**
 * Pauses voting.
 *
 * Talks to content, the ballot box and the board. Invariant: no pause without a reason that everyone can read.
 * Decided in docs/decisions/0003 and 0022.
 */
import { moveRound } from './move-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** Nobody can vote until it is resumed; the end stays where it is. */
export const pauseVoting: SignedUseCase<'pause-voting'> = (ports, input) =>
  moveRound(ports, input, 'pause')
