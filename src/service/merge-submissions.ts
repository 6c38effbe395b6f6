/**
 * Merges similar submissions: one goes on, and the others tell their proposers which.
 *
 * Talks to content, inbox and pictures. Invariant: nothing of the others is published, and a chain of merged ones
 * never comes about. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { forgetPictures } from './forget-pictures.ts'
import type { Ports } from './ports.ts'

/** Answers the ids that were merged into the one with the id `into`. A run that broke off can be repeated. */
export async function mergeSubmissions(
  ports: Ports,
  request: { readonly roundId: string; readonly into: string; readonly ids: readonly string[] },
): Promise<Result<readonly string[], ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const all = await ports.inbox.list(round)
  const main = all.find(({ id }) => id === request.into)
  if (main === undefined) return refuseClerk('submission-unknown', { id: request.into })
  if (main.state !== 'waiting') return refuseClerk('submission-not-waiting', { state: main.state })
  const merged: string[] = []
  for (const id of new Set(request.ids)) {
    if (id === request.into || all.some((each) => each.state === 'merged' && each.proposal === id))
      return refuseClerk('merge-circular', { id })
    const decision = { state: 'merged', proposal: request.into } as const
    const stored = all.find((each) => each.id === id)
    if (stored === undefined) return refuseClerk('submission-unknown', { id })
    if (!(await ports.inbox.decide(round, id, ['waiting', 'changes-asked', 'merged'], decision)))
      return refuseClerk('submission-not-waiting', { state: stored.state })
    await forgetPictures(ports, round, id)
    merged.push(id)
  }
  return ok(merged)
}
