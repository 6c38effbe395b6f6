/**
 * Shows the paper of a round: its batches, and the ballot of each box with its proposals in their order on paper.
 *
 * Talks to content and the ballot box. Invariant: numbers and what is public; nothing that was read on a sheet.
 * Decided in docs/decisions/0025 and 0026.
 */
import { ballotPaper } from '../../domain/ballot.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { poolsOf } from '../../domain/round.ts'
import type { SignedUseCase } from './use-case.ts'

/** For a round in any state; without a vote it has no box. */
export const showPaper: SignedUseCase<'show-paper'> = async (ports, { round: id }) => {
  const content = await ports.content.round(id)
  if (content === undefined) return refuseClerk('round-unknown', { round: id })
  const { round, proposals, digest } = content
  const [meta, batches] = await Promise.all([ports.box.meta(id), ports.paper.batches(id)])
  const pools = round.ballot === undefined ? [] : poolsOf(round)
  const ballots = pools.map((pool) => ({
    ...ballotPaper(round, proposals, pool),
    area: round.areas.find((area) => area.id === pool)?.name,
  }))
  return ok({
    answer: { isUsed: round.paper, state: meta?.state ?? 'draft', digest, batches, ballots },
  })
}
