/**
 * Boxes a batch at the desk, in one step that is never taken back.
 *
 * Talks to content, keys and the ballot box. Invariant: asked again after a lost answer it says the same.
 * Decided in docs/decisions/0025 and 0026.
 */
import { boxBatch } from '../box-batch.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many sheets became ballots, and how many are none. */
export const putInBox: SignedUseCase<'box-batch'> = (ports, { round, batch }) =>
  takeStep(ports, { round, facts: { batch } }, () => boxBatch(ports, { roundId: round, batch }))
