/**
 * Registers the marks of a batch of letters, as drafts that cannot vote yet.
 *
 * Talks to content, keys and the ballot box. Invariant: no token passes through here, only marks, in
 * the shuffled order in which they come. Decided in docs/decisions/0003.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import type { MarkKind } from '../domain/mark.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import type { TokenBatch } from '../domain/token-batch.ts'
import type { Ports } from './ports.ts'

export type MarksRequest = {
  readonly roundId: string
  readonly pool: string
  readonly kind: MarkKind
  readonly batch: string
  readonly marks: TokenBatch['marks']
}

/** Stages the marks; activateTokens makes them ready. Answers the round and pool that they belong to. */
export async function registerMarks(
  ports: Ports,
  { roundId, pool, kind, batch, marks }: MarksRequest,
): Promise<Result<{ readonly round: RoundId; readonly pool: Pool }, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  if (round.ballot === undefined) return refuseClerk('round-without-vote', { round: roundId })
  const found = poolsOf(round).find((each) => each === pool)
  if (found === undefined) return refuseClerk('area-unknown', { areas: poolsOf(round).join(', ') })
  const stored = marks.map(({ mark, serial }) => ({
    mark: ports.keys.storedMark(round.id, mark),
    serial: ports.keys.storedSerial(round.id, serial),
  }))
  const staged = await ports.box.draftMarks({
    round: round.id,
    pool: found,
    kind,
    batch,
    marks: stored,
  })
  return staged ? ok({ round: round.id, pool: found }) : refuseClerk('codes-frozen')
}
