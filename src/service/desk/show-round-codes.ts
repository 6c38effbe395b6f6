/**
 * Shows a clerk how many voting codes a round has.
 *
 * Talks to content and the ballot box. Invariant: numbers of whole boxes only. Decided in docs/decisions/0024.
 */
import { ok } from '../../domain/result.ts'
import { showCodes } from '../show-codes.ts'
import type { SignedUseCase } from './use-case.ts'

/** The numbers, box by box, and whether codes can still be made. */
export const showRoundCodes: SignedUseCase<'show-codes'> = async (ports, { round }) => {
  const shown = await showCodes(ports, round)
  return shown.ok ? ok({ answer: shown.value }) : shown
}
