/**
 * Greedy by votes: from the most votes down, fund what fits, skip what does not.
 *
 * Pure. Invariant: the result depends only on votes, costs, budget and lot order.
 * Definition: proposals in order of votes (most first), then cost (lowest first), then the lot order
 * drawn before the vote; each is funded if its cost is at most the money left. Zero votes: funded only
 * where the rule says so. Source: pabulib.org/format, rule "greedy". Decided in docs/decisions/0006.
 */
import type { Allocation, AllocationLine, Reason } from './allocation.ts'
import type { BallotPaper, PaperLine } from './ballot.ts'
import { compareText } from './encoding.ts'
import type { ProposalId } from './id.ts'
import { asMoney, type Money } from './money.ts'
import type { Rule } from './rule.ts'
import type { Tally } from './tally.ts'

type Candidate = PaperLine & { readonly votes: number }

/** Counts by greedy. `lot` ranks ties; a proposal that it does not name comes after those that it names, by id. */
export function greedy(
  paper: BallotPaper,
  { votes }: Tally,
  { rule, lot }: { readonly rule: Rule; readonly lot: readonly ProposalId[] },
): Allocation {
  const candidates = paper.proposals
    .map((line) => ({ ...line, votes: votes.get(line.id) ?? 0 }))
    .toSorted(byTurn(lot))
  let left = paper.budget
  const lines = candidates.map((candidate, index): AllocationLine => {
    const reason = reasonFor(candidate, left, rule)
    if (reason.kind === 'funded') left = reason.moneyAfter
    const { id: proposal, votes, cost } = candidate
    return { proposal, rank: index + 1, votes, cost, reason }
  })
  const selected = lines.filter(isFunded).map(({ proposal }) => proposal)
  return {
    selected: selected.toSorted(compareText),
    cost: asMoney(paper.budget - left),
    leftover: left,
    lines,
    lots: decidedByLot(candidates, lines),
  }
}

function byTurn(lot: readonly ProposalId[]) {
  const place = new Map(lot.map((id, index) => [id, index]))
  const placeOf = (id: ProposalId) => place.get(id) ?? lot.length
  return (a: Candidate, b: Candidate) =>
    b.votes - a.votes || a.cost - b.cost || placeOf(a.id) - placeOf(b.id) || compareText(a.id, b.id)
}

function reasonFor({ votes, cost }: Candidate, moneyBefore: Money, rule: Rule): Reason {
  if (votes === 0 && !rule.fundWithoutVotes) return { kind: 'no-votes' }
  if (cost > moneyBefore)
    return { kind: 'does-not-fit', moneyBefore, missing: asMoney(cost - moneyBefore) }
  return { kind: 'funded', moneyBefore, moneyAfter: asMoney(moneyBefore - cost) }
}

/** A lot decided only where equals (votes and cost) did not all get the same outcome. */
function decidedByLot(
  candidates: readonly Candidate[],
  lines: readonly AllocationLine[],
): ProposalId[][] {
  const groups = Map.groupBy(candidates, ({ votes, cost }) => `${votes} ${cost}`)
  const funded = new Set(lines.filter(isFunded).map(({ proposal }) => proposal))
  return [...groups.values()]
    .map((group) => group.map(({ id }) => id))
    .filter((ids) => new Set(ids.map((id) => funded.has(id))).size === 2)
}

function isFunded({ reason }: AllocationLine): boolean {
  return reason.kind === 'funded'
}
