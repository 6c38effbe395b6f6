/**
 * Sequential Phragmén once more, by the load of every single voter.
 *
 * Pure. Invariant: shares no code with the counting in src.
 */
import type { Rule } from '../../../src/domain/rule.ts'
import { all, byTie, cost, costOf, isBlocked, supporters, type Small } from './election.ts'
import { add, compare, over, q, total } from './fraction.ts'

/** The lowest new load is next; it ends when one of those with the lowest would exceed the budget. */
export function loadsReference(small: Small, rule: Rule): readonly number[] {
  let loads = small.ballots.map(() => q(0))
  const bought: number[] = []
  for (;;) {
    const offers = all(small)
      .filter((each) => !bought.includes(each) && supporters(small, each).length > 0)
      .filter((each) => cost(small, each) <= small.budget)
      .filter((each) => !isBlocked(small, rule, bought, each))
      .toSorted(byTie(small))
      .map((proposal) => {
        const holders = supporters(small, proposal)
        const sum = total(holders.map((voter) => loads[voter] ?? q(0)))
        return { proposal, load: over(add(sum, q(cost(small, proposal))), q(holders.length)) }
      })
    const [lowest] = offers.toSorted((a, b) => compare(a.load, b.load))
    if (lowest === undefined) return bought
    const tied = offers.filter(({ load }) => compare(load, lowest.load) === 0)
    const left = small.budget - costOf(small, bought)
    if (tied.some(({ proposal }) => cost(small, proposal) > left)) return bought
    bought.push(lowest.proposal)
    const holders = new Set(supporters(small, lowest.proposal))
    loads = loads.map((load, voter) => (holders.has(voter) ? lowest.load : load))
  }
}
