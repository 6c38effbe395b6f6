/**
 * Separates a batch at the desk: from here on its stubs are off and its sheets have numbers.
 *
 * Talks to content and the ballot box. Invariant: the log knows how many sheets were counted.
 * Decided in docs/decisions/0025 and 0026.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { separateBatch } from '../separate-batch.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the number of sheets. That less than ten are the last is a clerk's word. */
export const separateSheets: SignedUseCase<'separate-batch'> = async (ports, input, { person }) => {
  const { round, batch, sheets, isLast } = input
  if (isLast && person.value.role !== 'clerk') return refuseDesk('role-not-enough')
  return takeStep(ports, { round, facts: { batch, count: sheets } }, async () => {
    const separated = await separateBatch(ports, { roundId: round, batch, sheets, isLast })
    return separated.ok ? ok({ sheets: separated.value }) : separated
  })
}
