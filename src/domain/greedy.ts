/**
 * Greedy by votes, from a tally: what a stranger can count where only the sums are published.
 *
 * Pure. Invariant: the result depends only on votes, costs, budget and lot order.
 * Definition: src/domain/rules/by-turn.ts. Decided in docs/decisions/0006.
 */
import { allocateSums, type AllocateFacts } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import type { BallotPaper } from './ballot.ts'
import type { Tally } from './tally.ts'

/** Counts sums by a rule that goes by turn. Throws for one that needs the ballots. */
export function greedy(paper: BallotPaper, counted: Tally, facts: AllocateFacts): Allocation {
  const allocation = allocateSums(paper, counted, facts)
  if (allocation === undefined)
    throw new RangeError(`the rule ${facts.rule.method} needs the ballots themselves`)
  return allocation
}
