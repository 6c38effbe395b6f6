/**
 * Begins a batch of paper at the desk.
 *
 * Talks to content and the ballot box. Invariant: the log knows the batch and its area.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ok } from '../../domain/result.ts'
import { beginPaperBatch } from '../begin-paper-batch.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Asked again for the same while it is collecting, the answer is the same. */
export const beginBatch: SignedUseCase<'begin-batch'> = (ports, { round, batch, area }) =>
  takeStep(ports, { round, facts: { batch, area } }, async () => {
    const begun = await beginPaperBatch(ports, { roundId: round, batch, area })
    return begun.ok ? ok({ batch: begun.value }) : begun
  })
