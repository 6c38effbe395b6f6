/**
 * Takes all holds of a batch back at the desk: nobody may keep a round from being sealed with one code.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows the batch and how many, never a code.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ok } from '../../domain/result.ts'
import { releaseBatch } from '../release-batch.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many codes can vote again. */
export const releaseCodes: SignedUseCase<'release-batch'> = (ports, { round, batch, held }) =>
  takeStep(ports, { round, facts: { batch, count: held } }, async () => {
    const released = await releaseBatch(ports, { roundId: round, batch, held })
    return released.ok ? ok({ released: released.value }) : released
  })
