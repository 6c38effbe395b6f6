/**
 * Shows how many voting codes a round has, and whether more can be made.
 *
 * Talks to content and the ballot box. Invariant: numbers only, of whole boxes; nothing of a single code.
 * Decided in docs/decisions/0024.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolEligible, poolsOf } from '../domain/round.ts'
import type { ShownCodes } from '../domain/shown-codes.ts'
import type { Ports } from './ports.ts'

/** The numbers of a round, box by box. */
export async function showCodes(
  ports: Ports,
  roundId: string,
): Promise<Result<ShownCodes, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  if (round.ballot === undefined) return refuseClerk('round-without-vote', { round: roundId })
  const [meta, { issued, reissued }] = await Promise.all([
    ports.box.meta(round.id),
    ports.box.counts(round.id),
  ])
  const pools = poolsOf(round).map((pool) => {
    const eligible = poolEligible(round, pool)
    return {
      pool,
      live: issued.get(`live:${pool}`) ?? 0,
      reserve: issued.get(`reserve:${pool}`) ?? 0,
      ...(eligible !== undefined && { eligible }),
    }
  })
  return ok({ state: meta?.state ?? 'draft', pools, reissued })
}
