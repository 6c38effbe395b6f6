/**
 * Stages a part of the marks that a clerk's browser made.
 *
 * Talks to content, keys and the ballot box. Invariant: a draft cannot vote, and staging it again changes
 * nothing; so this is not in the log. Decided in docs/decisions/0024.
 */
import { fromBase64url } from '../../domain/encoding.ts'
import { ok } from '../../domain/result.ts'
import { registerMarks } from '../register-marks.ts'
import type { SignedUseCase } from './use-case.ts'

/** How many marks were taken in. */
export const draftCodes: SignedUseCase<'draft-codes'> = async (ports, { round, ...part }) => {
  const marks = part.marks.map(({ mark, serial }) => ({ mark: fromBase64url(mark), serial }))
  const staged = await registerMarks(ports, { ...part, marks, roundId: round })
  return staged.ok ? ok({ answer: { staged: marks.length } }) : staged
}
