/**
 * Compares both typings of a batch at the desk; from here on neither changes.
 *
 * Talks to content, keys and the ballot box. Invariant: answers numbers, and not what was read.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ok } from '../../domain/result.ts'
import { compareBatch } from '../compare-batch.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers how many sheets both read alike, and how many not. */
export const compareTypings: SignedUseCase<'compare-batch'> = (ports, { round, batch }) =>
  takeStep(ports, { round, facts: { batch } }, async () => {
    const compared = await compareBatch(ports, { roundId: round, batch })
    if (!compared.ok) return compared
    const { settled, differing } = compared.value
    return ok({ settled, differing: differing.length })
  })
