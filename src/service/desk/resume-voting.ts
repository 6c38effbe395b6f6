/**
 * Resumes voting after a pause.
 *
 * Talks to content, the ballot box and the board. Invariant: only a paused round is resumed.
 * Decided in docs/decisions/0003 and 0022.
 */
import { moveRound } from './move-round.ts'
import type { SignedUseCase } from './use-case.ts'

/** Lets ballots in again. */
export const resumeVoting: SignedUseCase<'resume-voting'> = (ports, input) =>
  moveRound(ports, input, 'resume')
