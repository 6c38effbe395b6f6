/**
 * Edits a submission for publication, beside what was sent in.
 *
 * Talks to content and inbox. Invariant: what the proposer wrote is never changed, and of two clerks at
 * once the second is told. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import {
  checkSubmission,
  publicationOf,
  submissionDetails,
  type Edition,
  type SubmittedText,
} from '../domain/submission.ts'
import type { Ports } from './ports.ts'

/** Answers the text as it stands now. `edition` undefined: publish what was sent in. */
export async function editSubmission(
  ports: Ports,
  request: {
    readonly roundId: string
    readonly id: string
    readonly edition: Edition | undefined
    /** The edition that the clerk has changed. */
    readonly seen: Edition | undefined
  },
): Promise<Result<SubmittedText, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const stored = await ports.inbox.find(round, request.id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id: request.id })
  if (stored.state !== 'waiting')
    return refuseClerk('submission-not-waiting', { state: stored.state })
  const text = { submission: stored.submission, edition: request.edition }
  const checked = checkSubmission(publicationOf(text), content.round)
  // What was sent in was taken in once, so the way back to it is always open.
  if (request.edition !== undefined && !checked.ok)
    return refuseClerk('submission-invalid', submissionDetails(checked.error))
  const seen = { submission: stored.submission, edition: request.seen }
  const decision = { state: 'waiting', text, seen } as const
  const kept = await ports.inbox.decide(round, request.id, ['waiting'], decision)
  return kept ? ok(text) : refuseClerk('submission-changed')
}
