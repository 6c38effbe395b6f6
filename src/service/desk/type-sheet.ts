/**
 * Enters what whoever is signed in reads on a numbered sheet.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows that the sheet was typed, never what is on
 * it. Decided in docs/decisions/0025 and 0026.
 */
import { enterSheet } from '../enter-sheet.ts'
import { tellerOf } from '../../domain/paper-sheet.ts'
import { ok } from '../../domain/result.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Over an earlier reading of their own, until the batch is compared. */
export const typeSheet: SignedUseCase<'enter-sheet'> = (ports, input, { person }) => {
  const { round, batch, sheet, reading } = input
  return takeStep(ports, { round, facts: { batch, sheet } }, async () => {
    const given = { sheet, reading, teller: tellerOf(person.id) }
    const entered = await enterSheet(ports, { roundId: round, batch, ...given })
    return entered.ok ? ok({ sheet }) : entered
  })
}
