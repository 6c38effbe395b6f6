/**
 * Takes a submission in again, changed by its proposer at the council's wish.
 *
 * Talks to content and inbox. Invariant: what was asked to be changed is replaced once, waits to be read
 * again, and keeps its private link and its contact. Decided in docs/decisions/0005.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import {
  checkSubmission,
  submissionDetails,
  type Revision,
  type StoredSubmission,
} from '../domain/submission.ts'
import { findSubmission } from './find-submission.ts'
import type { Ports } from './ports.ts'

/** Answers the submission as it waits now. Sending the same again is the same as sending it once. */
export async function reviseSubmission(
  ports: Ports,
  request: { readonly roundId: string; readonly key: string; readonly revision: Revision },
): Promise<Result<StoredSubmission, Refusal>> {
  const found = await findSubmission(ports, request.roundId, request.key)
  if (!found.ok) return found
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuse('submission-not-found')
  const { round, id, submission } = found.value
  const { contactName, contact, payee } = submission
  const revised = { ...request.revision, contactName, contact, ...(payee && { payee }) }
  const checked = checkSubmission(revised, content.round)
  if (!checked.ok) return refuse('submission-invalid', submissionDetails(checked.error))
  const text = { submission: checked.value, edition: undefined }
  const decision = { state: 'waiting', text } as const
  const kept = await ports.inbox.decide(round, id, ['changes-asked'], decision)
  if (kept) return ok({ ...found.value, ...text, state: 'waiting' })
  const isRetry = await ports.inbox.decide(round, id, ['waiting'], { state: 'waiting', seen: text })
  return isRetry ? ok(found.value) : refuse('submission-decided')
}
