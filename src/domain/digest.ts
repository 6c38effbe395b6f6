/**
 * The ballot digest: 64 hex letters that stand for everything that is voted on.
 *
 * Pure. Invariant: once voting is open, whatever could change what a vote means changes this digest;
 * dates, summaries and pictures do not. Decided in docs/decisions/0003.
 */
import { canonicalJson, type Json } from './canonical-json.ts'
import { compareText, toHex, utf8 } from './encoding.ts'
import { sha256 } from './hash.ts'
import { lotOrder } from './lot.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { poolBudget, poolsOf, type Round } from './round.ts'

/** SHA-256 of the canonical JSON of what is voted on, as 64 hex letters. */
export function ballotDigest(round: Round, proposals: readonly Proposal[]): string {
  return toHex(sha256(utf8(canonicalJson(votedOn(round, proposals)))))
}

function votedOn(round: Round, proposals: readonly Proposal[]): Json {
  const pools = poolsOf(round)
  return {
    round: round.id,
    pools: pools.map((pool) => ({ pool, budget: poolBudget(round, pool) })),
    ballot: round.ballot,
    rule: round.rule,
    lot: round.lot && lotOrder(round, proposals),
    floor: round.publication.floor,
    proposals: pools
      .flatMap((pool) => onBallot(proposals, round, pool))
      .toSorted((a, b) => compareText(a.id, b.id))
      .map(({ id, title, cost, area, theme }) => ({ id, title, cost, area, theme })),
  }
}
