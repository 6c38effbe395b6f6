/**
 * What if: what other rules would have made of the same ballots.
 *
 * Pure. Invariant: nothing is told of a box below the publication floor, for outcomes of several rules say
 * how votes meet. Decided in docs/decisions/0006 and 0016.
 */
import type { Allocation } from './allocation.ts'
import { countedBallots } from './counted-ballot.ts'
import type { CountedPool } from './counted-pool.ts'
import { lotOrder } from './lot.ts'
import { compareWith, incrementFor, type PublishedSideBySide } from './other-rule.ts'
import type { Proposal } from './proposal.ts'
import { publicationFloor } from './publication-floor.ts'
import type { Round } from './round.ts'
import type { Rule } from './rule.ts'
import { withLimitsOf } from './rule-limits.ts'
import { ruleName } from './rule-name.ts'

/** The outcomes of a box by other rules; undefined below the floor. */
export function whatIf(
  { paper, ballots, allocation }: CountedPool,
  { round, proposals }: { readonly round: Round; readonly proposals: readonly Proposal[] },
): readonly PublishedSideBySide[] | undefined {
  if (ballots.length < publicationFloor(round, proposals)) return undefined
  const profile = countedBallots(
    paper,
    ballots.map(({ ballot }) => ballot),
  )
  const facts = { lot: lotOrder(round, proposals), places: proposals }
  return rulesBeside(round.rule, allocation).map((rule) =>
    compareWith(rule, facts, { paper, ballots: profile, allocation }),
  )
}

/** Votes, equal shares and Phragmén's method with the round's own limits, but for the round's own rule. */
function rulesBeside(own: Rule, { cost, leftover }: Allocation): readonly Rule[] {
  const rules: readonly Rule[] = [
    { method: 'greedy', fundWithoutVotes: false },
    {
      ...{ method: 'equalshares', completion: 'add1u', fundWithoutVotes: false },
      ...incrementFor(cost + leftover),
    },
    { method: 'phragmen' },
  ]
  return rules
    .filter((rule) => ruleName(rule) !== ruleName(own))
    .map((rule) => withLimitsOf(own, rule))
}
