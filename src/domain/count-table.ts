/**
 * The table of a count: what a box decided, in sums, as it is read out.
 *
 * Pure. Invariant: votes and money of each proposal and nothing of single ballots, however many there are.
 * Decided in docs/decisions/0016 and 0022.
 */
import type { CountedPool } from './counted-pool.ts'
import type { Proposal } from './proposal.ts'
import { poolEligible, type Round } from './round.ts'

/** One box; `lines` in the order in which their turns came. */
export function countTable(
  { paper: { pool, budget }, tally, allocation }: CountedPool,
  { round, proposals }: { readonly round: Round; readonly proposals: readonly Proposal[] },
) {
  const { cost, leftover, lines, lots } = allocation
  const titles = new Map(proposals.map(({ id, title }) => [id, title]))
  return {
    ...{ pool, area: round.areas.find(({ id }) => id === pool)?.name },
    ...{ budget, eligible: poolEligible(round, pool), cost, leftover },
    ...{ recorded: tally.ballots, blank: tally.blank, lots: lots.length },
    lines: lines.map(({ proposal, rank, votes, score, reason, ...line }) => ({
      ...{ proposal, title: titles.get(proposal) ?? proposal, rank, votes, score },
      ...{ cost: line.cost, outcome: reason.kind },
    })),
  }
}

export type CountTable = ReturnType<typeof countTable>
