/**
 * The other rule: what is published beside an outcome, so that a reader sees what another rule would
 * have done with the same ballots.
 *
 * Pure. Invariant: how many ballots there are of each kind, never which ones; so it may stand where the
 * ballots themselves may. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { allocate, type AllocateFacts } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import type { BallotPaper } from './ballot.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { ProposalIdSchema, type ProposalId } from './id.ts'
import { asMoney, HUNDREDTHS, type Money } from './money.ts'
import { contestOf } from './paper-contest.ts'
import { PublishedRuleSchema, type Rule } from './rule.ts'
import { sideBySide } from './side-by-side.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const both = v.strictObject({ here: count, there: count })

export const SideBySideSchema = v.strictObject({
  /** The other rule; money in hundredths. */
  rule: PublishedRuleSchema,
  /** What it would have funded, sorted by code units, and what that costs. */
  selected: v.array(ProposalIdSchema),
  cost: v.pipe(v.number(), v.safeInteger(), v.transform(asMoney)),
  /** What only this outcome funds, and what only the other would have. */
  onlyHere: v.array(ProposalIdSchema),
  onlyThere: v.array(ProposalIdSchema),
  /** Ballots with at least one funded proposal. */
  served: both,
  /** Ballots with more funded proposals under one than under the other. */
  prefer: both,
})

/** What another rule would have done, by ids. */
export type PublishedSideBySide = v.InferOutput<typeof SideBySideSchema>

/**
 * The rule to compare with: greedy for equal shares, phragmen and favourites, equal shares for greedy,
 * with the same limits; undefined for a list that takes no account of money.
 */
export function otherRule(
  rule: Rule,
  { comparison, cost, leftover }: Pick<Allocation, 'comparison' | 'cost' | 'leftover'>,
): Rule | undefined {
  if (comparison?.kept === 'greedy') return withoutComparison(rule)
  const fundWithoutVotes = 'fundWithoutVotes' in rule && rule.fundWithoutVotes
  const { exclusive, caps } = rule
  const limits = { ...(exclusive ? { exclusive } : {}), ...(caps ? { caps } : {}) }
  switch (rule.method) {
    case 'equalshares':
    case 'phragmen':
      return { method: 'greedy', fundWithoutVotes, ...limits }
    case 'top-per-theme':
      return rule.withinBudget === false
        ? undefined
        : { method: 'greedy', fundWithoutVotes, ...limits }
    case 'greedy':
    case 'greedy-no-skip':
    case 'greedy-per-cost':
    case 'greedy-threshold':
    case 'greedy-exclusive':
      return {
        ...{ method: 'equalshares', completion: 'add1u', fundWithoutVotes, ...limits },
        ...incrementFor(cost + leftover),
      }
  }
}

/** The most steps of add1 in a comparison that nobody asked for. */
const MOST_STEPS = 1_000_000

/** The step of add1: one main unit, which goes without saying, or the power of ten that a budget of many millions needs. */
export function incrementFor(budget: number): { readonly increment?: Money } {
  let step = HUNDREDTHS
  while (budget / step > MOST_STEPS) step *= 10
  return step === HUNDREDTHS ? {} : { increment: asMoney(step) }
}

/** Counts the same ballots by the other rule and puts the two outcomes side by side. */
export function compareWith(
  other: Rule,
  facts: Omit<AllocateFacts, 'rule'>,
  {
    paper,
    ballots,
    allocation,
  }: {
    readonly paper: BallotPaper
    readonly ballots: readonly CountedBallot[]
    readonly allocation: Allocation
  },
): PublishedSideBySide {
  const there = allocate(paper, ballots, { ...facts, rule: other })
  const contest = contestOf(paper, ballots, { ...facts, rule: other })
  const places = new Map(paper.proposals.map(({ id }, at) => [id, at]))
  const indices = (ids: readonly ProposalId[]) => ids.flatMap((id) => places.get(id) ?? [])
  const ids = (list: readonly number[]) => list.flatMap((at) => paper.proposals[at]?.id ?? [])
  const found = sideBySide(contest, indices(allocation.selected), indices(there.selected))
  return {
    rule: other,
    selected: there.selected,
    cost: there.cost,
    onlyHere: ids(found.onlyFirst),
    onlyThere: ids(found.onlySecond),
    served: { here: found.served[0], there: found.served[1] },
    prefer: { here: found.prefer[0], there: found.prefer[1] },
  }
}

function withoutComparison(rule: Rule): Rule {
  const { comparison: _, ...own } = rule
  return own
}
