/**
 * Shows whoever is signed in where their own typing of a batch stands.
 *
 * Talks to content, keys and the ballot box. Invariant: of what others typed nothing is told but that it is
 * there. Decided in docs/decisions/0025 and 0026.
 */
import { tellerOf } from '../../domain/paper-sheet.ts'
import { ok } from '../../domain/result.ts'
import { showTyping } from '../show-typing.ts'
import type { SignedUseCase } from './use-case.ts'

/** Their own sheets, and those that they can still type. */
export const showMyTyping: SignedUseCase<'show-typing'> = async (ports, input, { person }) => {
  const { round, batch } = input
  const shown = await showTyping(ports, { roundId: round, batch, teller: tellerOf(person.id) })
  return shown.ok ? ok({ answer: shown.value }) : shown
}
