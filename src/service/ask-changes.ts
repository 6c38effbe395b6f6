/**
 * Asks a proposer for changes: the submission goes back to whoever has its private link.
 *
 * Talks to content and inbox. Invariant: while it lies with the proposer, nobody approves it.
 * Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

/** Answers the id of the submission. `question`: what the proposer reads beside the form. */
export async function askChanges(
  ports: Ports,
  request: { readonly roundId: string; readonly id: string; readonly question: string },
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const reason = request.question.trim()
  if (reason === '') return refuseClerk('reason-missing')
  const { id: round } = content.round
  const stored = await ports.inbox.find(round, request.id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id: request.id })
  const decision = { state: 'changes-asked', reason } as const
  const asked = await ports.inbox.decide(round, request.id, ['waiting', 'changes-asked'], decision)
  return asked ? ok(request.id) : refuseClerk('submission-not-waiting', { state: stored.state })
}
