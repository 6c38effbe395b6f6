/**
 * Rejects a submission with a reason that its proposer can read.
 *
 * Talks to content, inbox and pictures. Invariant: a decision is made once, on a submission that waits.
 * Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { forgetPictures } from './forget-pictures.ts'
import type { Ports } from './ports.ts'

/** Answers the id of the rejected submission. */
export async function rejectSubmission(
  ports: Ports,
  request: { readonly roundId: string; readonly id: string; readonly reason: string },
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const stored = await ports.inbox.find(round, request.id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id: request.id })
  const decision = { state: 'rejected', reason: request.reason } as const
  const rejected = await ports.inbox.decide(
    round,
    request.id,
    ['waiting', 'changes-asked'],
    decision,
  )
  await forgetPictures(ports, round, request.id)
  return rejected ? ok(request.id) : refuseClerk('submission-not-waiting', { state: stored.state })
}
