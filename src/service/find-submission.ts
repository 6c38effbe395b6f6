/**
 * Finds a submission by its private link, for its proposer.
 *
 * Talks to content and inbox. Invariant: a wrong link and no submission get the same answer.
 * Decided in docs/decisions/0005.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { StoredSubmission } from '../domain/submission.ts'
import { submissionId } from '../domain/submission-key.ts'
import type { Ports } from './ports.ts'

/** The submission as it stands now; a merged one names the proposal that it is part of, once that is published. */
export async function findSubmission(
  ports: Ports,
  roundId: string,
  key: string,
): Promise<Result<StoredSubmission, Refusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuse('submission-not-found')
  const id = submissionId(content.round.id, key)
  const stored = await ports.inbox.find(content.round.id, id)
  if (stored === undefined) return refuse('submission-not-found')
  if (stored.state !== 'merged' || stored.proposal === undefined) return ok(stored)
  const main = await ports.inbox.find(content.round.id, stored.proposal)
  const proposal = main?.state === 'published' ? main.proposal : undefined
  return ok({ ...stored, proposal })
}
