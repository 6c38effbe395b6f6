/**
 * Settles a sheet by the look of a third person, whoever is signed in.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows who looked at which sheet, never what is on
 * it. Decided in docs/decisions/0025 and 0026.
 */
import { tellerOf } from '../../domain/paper-sheet.ts'
import { ok } from '../../domain/result.ts'
import { settleSheet } from '../settle-sheet.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** What the third person read counts. */
export const lookAgain: SignedUseCase<'settle-sheet'> = (ports, input, { person }) => {
  const { round, batch, sheet, reading } = input
  return takeStep(ports, { round, facts: { batch, sheet } }, async () => {
    const given = { sheet, reading, teller: tellerOf(person.id) }
    const settled = await settleSheet(ports, { roundId: round, batch, ...given })
    return settled.ok ? ok({ sheet }) : settled
  })
}
