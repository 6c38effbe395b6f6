/**
 * Shows a clerk what became of one letter, by its printed serial.
 *
 * Talks to content, keys and the ballot box. Invariant: the log knows which letter was looked up before the
 * answer is told. Decided in docs/decisions/0024.
 */
import { ok } from '../../domain/result.ts'
import { lookUpLetter } from '../look-up-letter.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Unused, voted, held, revoked or reserve. */
export const showLetter: SignedUseCase<'look-up-letter'> = async (ports, { round, serial }) => {
  return takeStep(ports, { round, facts: { letter: serial.toLowerCase() } }, async () => {
    const state = await lookUpLetter(ports, { roundId: round, serial })
    return state.ok ? ok({ state: state.value }) : state
  })
}
