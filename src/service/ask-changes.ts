/**
 * Asks a proposer for changes: the submission goes back to whoever has its private link.
 *
 * Talks to content and inbox. Invariant: while it lies with the proposer, nobody approves it.
 * Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findRead, textOf, type ReadSubmission } from './find-read.ts'
import type { Ports } from './ports.ts'

/** Answers the id of the submission. `question`: what the proposer reads beside the form. */
export async function askChanges(
  ports: Ports,
  request: ReadSubmission & { readonly roundId: string; readonly question: string },
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const reason = request.question.trim()
  if (reason === '') return refuseClerk('reason-missing')
  const { id: round } = content.round
  const read = await findRead(ports, round, request)
  if (!read.ok) return read
  const { state } = read.value
  const decision = { state: 'changes-asked', reason, seen: textOf(read.value) } as const
  const asked = await ports.inbox.decide(round, request.id, ['waiting', 'changes-asked'], decision)
  return asked ? ok(request.id) : refuseClerk('submission-not-waiting', { state })
}
