/**
 * Merges similar submissions: one goes on, and the others tell their proposers which.
 *
 * Talks to content and inbox. Invariant: nothing of the others is published, and a chain of merged ones
 * never comes about. Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import type { StoredSubmission } from '../domain/submission.ts'
import { findRead, textOf, type ReadSubmission } from './find-read.ts'
import { giveBackMerged } from './give-back-merged.ts'
import type { Ports } from './ports.ts'

/** Answers the ids that were merged into the one that goes on. A run that broke off can be repeated. */
export async function mergeSubmissions(
  ports: Ports,
  request: {
    readonly roundId: string
    readonly into: ReadSubmission
    readonly others: readonly ReadSubmission[]
  },
): Promise<Result<readonly string[], ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const main = await findRead(ports, round, request.into)
  if (!main.ok) return main
  const { id: into, state } = main.value
  if (state !== 'waiting') return refuseClerk('submission-not-waiting', { state })
  const others = await readAll(ports, round, { ...request, into })
  if (!others.ok) return others
  const merged: string[] = []
  for (const stored of others.value) {
    const decision = { state: 'merged', proposal: into, seen: textOf(stored) } as const
    if (!(await ports.inbox.decide(round, stored.id, MERGEABLE, decision)))
      return refuseClerk('submission-not-waiting', { state: stored.state })
    merged.push(stored.id)
  }
  return (await goesOn(ports, round, into)) ? ok(merged) : refuseClerk('submission-changed')
}

/** Again those that were merged already: a run may have broken off. */
const MERGEABLE = ['waiting', 'changes-asked', 'merged'] as const

/** All of them before any is merged. */
async function readAll(
  ports: Ports,
  round: RoundId,
  { into, others }: { readonly into: string; readonly others: readonly ReadSubmission[] },
): Promise<Result<readonly StoredSubmission[], ClerkRefusal>> {
  const all = await ports.inbox.list(round)
  const found: StoredSubmission[] = []
  for (const other of new Map(others.map((each) => [each.id, each])).values()) {
    const { id } = other
    if (id === into || all.some((each) => each.state === 'merged' && each.proposal === id))
      return refuseClerk('merge-circular', { id })
    const read = await findRead(ports, round, other)
    if (!read.ok) return read
    const { state } = read.value
    if (!MERGEABLE.some((each) => each === state))
      return refuseClerk('submission-not-waiting', { state })
    found.push(read.value)
  }
  return ok(found)
}

/** Whether the main one was not ended meanwhile, by another clerk or by its proposer. */
async function goesOn(ports: Ports, round: RoundId, main: string): Promise<boolean> {
  const { state } = (await ports.inbox.find(round, main)) ?? { state: 'withdrawn' }
  if (state !== 'rejected' && state !== 'withdrawn') return true
  await giveBackMerged(ports, round, main)
  return false
}
