/**
 * Rejects a submission with a reason that its proposer can read.
 *
 * Talks to content, inbox and pictures. Invariant: a decision is made once, on a submission that waits, and takes
 * nothing along that was merged into it.
 * Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findRead, textOf, type ReadSubmission } from './find-read.ts'
import { forgetPictures } from './forget-pictures.ts'
import { giveBackMerged } from './give-back-merged.ts'
import type { Ports } from './ports.ts'

/** Answers the id of the rejected submission. */
export async function rejectSubmission(
  ports: Ports,
  request: ReadSubmission & { readonly roundId: string; readonly reason: string },
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const read = await findRead(ports, round, request)
  if (!read.ok) return read
  const { id, state } = read.value
  const decision = { state: 'rejected', reason: request.reason, seen: textOf(read.value) } as const
  const rejected = await ports.inbox.decide(round, id, ['waiting', 'changes-asked'], decision)
  await forgetPictures(ports, round, id)
  // Also where it was rejected before: that run may have broken off here.
  if (rejected || state === 'rejected') await giveBackMerged(ports, round, id)
  return rejected ? ok(id) : refuseClerk('submission-not-waiting', { state })
}
