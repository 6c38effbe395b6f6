/**
 * Shows how to reach the proposer of one submission.
 *
 * Talks to the inbox. Invariant: one at a time, each in the log. Decided in docs/decisions/0022.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import type { SignedUseCase } from './use-case.ts'

/** Name, contact and payee, empty where they were cleared. */
export const showContact: SignedUseCase<'show-contact'> = async (ports, { round, id }) => {
  const stored = await ports.inbox.find(round, id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id })
  const { contactName, contact, payee } = stored.submission
  return ok({
    answer: { contactName, contact, payee },
    log: { round, facts: { submission: id } },
  })
}
