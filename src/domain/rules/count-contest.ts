/**
 * Counting: applies a rule to a contest.
 *
 * Pure. Invariant: never over the budget; the same contest and rule give the same outcome on every
 * machine. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { NotCountable } from '../countable.ts'
import type { Rule, SharesRule, TurnRule } from '../rule.ts'
import { byTurn, type TurnOptions } from './by-turn.ts'
import { preferences } from './comparison.ts'
import { endowmentOf } from './endowment.ts'
import { equalShares } from './equal-shares.ts'
import { without, type Limits } from './limits.ts'
import type { Comparison, Outcome } from './outcome.ts'
import { phragmen } from './phragmen.ts'
import { favourites } from './top-per-theme.ts'
import { lotsOfTurns } from './turn-lots.ts'

export type CountOptions = {
  readonly rule: Rule
  readonly limits: Limits
  /** The theme of each proposal, by number; needed by top-per-theme. */
  readonly themes?: readonly (string | undefined)[]
  /** Hundredths that the voters of each part share. */
  readonly shares?: readonly number[] | undefined
  /** Told of each step of add1. */
  readonly progress?: ((steps: number) => void) | undefined
}

/** A count, and the one that it is compared with where the rule says so. */
export type Counted = {
  readonly own: Outcome
  readonly beside?: { readonly greedy: Outcome; readonly comparison: Comparison }
}

/** Counts the contest by the rule, and compares with greedy where the rule says so. */
export function countContest(contest: Contest, options: CountOptions): Outcome {
  const { own, beside } = countBoth(contest, options)
  if (beside === undefined) return own
  const { greedy, comparison } = beside
  const kept = comparison.kept === 'greedy' ? greedy : own
  // A lot in the outcome that gave way had a part in which of them was kept.
  return { ...kept, lots: [...own.lots, ...greedy.lots], comparison }
}

/** Counts by the rule and, where the rule is compared, by greedy with the same limits. */
export function countBoth(contest: Contest, options: CountOptions): Counted {
  const own = countPlain(contest, options)
  const { rule, limits } = options
  if (rule.comparison === undefined) return { own }
  const greedy = byTurns(contest, turnOptions(greedyBeside(rule), limits))
  const { first, second } = preferences(contest, rule.comparison, [
    new Set(own.funded),
    new Set(greedy.funded),
  ])
  const kept = second > first ? 'greedy' : 'rule'
  const comparison = { by: rule.comparison, forRule: first, forGreedy: second, kept } as const
  return { own, beside: { greedy, comparison } }
}

/** What a proposal needs to be funded at all holds for greedy too. */
function greedyBeside(rule: Rule): TurnRule {
  if (rule.method === 'phragmen') return { method: 'greedy', fundWithoutVotes: false }
  const { fundWithoutVotes, minVotes } = rule
  return { method: 'greedy', fundWithoutVotes, minVotes }
}

/** The limits of the rule's own count: equal shares leaves out what has fewer points than the rule asks for. */
export function ownLimits({ score }: Contest, { rule, limits }: CountOptions): Limits {
  const least = rule.method === 'equalshares' ? rule.minVotes : undefined
  if (least === undefined) return limits
  return without(
    limits,
    [...score.keys()].filter((each) => score[each]! < least),
  )
}

function countPlain(contest: Contest, options: CountOptions): Outcome {
  const { rule, limits } = options
  switch (rule.method) {
    case 'greedy':
    case 'greedy-no-skip':
    case 'greedy-per-cost':
    case 'greedy-threshold':
    case 'greedy-exclusive':
      return byTurns(contest, turnOptions(rule, limits))
    case 'top-per-theme':
      return byTurns(
        contest,
        favourites(contest, {
          ...turnOptions(rule, limits),
          ...rule,
          themes: options.themes ?? [],
        }),
      )
    case 'phragmen': {
      const { order, lots, ...facts } = phragmen(contest, limits)
      return { ...fundedInFull(contest, order), lots, turns: [], phragmen: facts }
    }
    case 'equalshares':
      return bySharesOf(contest, rule, options)
  }
}

function bySharesOf(contest: Contest, rule: SharesRule, options: CountOptions): Outcome {
  const { shares, progress } = options
  const limits = ownLimits(contest, options)
  const completion = rule.completion ?? 'none'
  const add = completion === 'add1' || completion === 'add1u'
  const start = rule.start ?? (add ? 'floor' : 'exact')
  const worth = rule.utility === 'cardinality' ? 'cardinality' : 'cost'
  const { increment = 0 } = rule
  if (!Number.isSafeInteger(contest.budget + increment))
    throw new NotCountable(`Steps of ${increment} hundredths are too large to be added up exactly.`)
  const outcome = equalShares(contest, {
    worth,
    start,
    add,
    increment: rule.increment,
    shares,
    limits,
    progress,
  })
  const { order: bought, extra, steps, finished, lots } = outcome
  const endowment = endowmentOf(contest, { start, shares, extra })
  const facts = { bought, endowment, extra, steps, finished }
  if (completion === 'none' || completion === 'add1')
    return { ...fundedInFull(contest, bought), lots, turns: [], shares: facts }
  const rest = byTurns(contest, { ...turnOptions(rule, options.limits), before: bought })
  const paid = new Map([...fundedInFull(contest, bought).paid, ...rest.paid])
  const funded = [...bought, ...rest.funded]
  return { ...rest, funded, paid, lots: [...lots, ...rest.lots], shares: facts }
}

function turnOptions(rule: TurnRule | SharesRule, limits: Limits): TurnOptions {
  return {
    by: rule.method === 'greedy-per-cost' ? 'score-per-cost' : 'score',
    stop: rule.method === 'greedy-no-skip',
    threshold: rule.minVotes,
    withoutVotes: rule.fundWithoutVotes,
    partFunding: rule.partFunding,
    limits,
  }
}

function byTurns(contest: Contest, options: TurnOptions): Outcome {
  const turns = byTurn(contest, options)
  const winners = turns.filter(({ paid, outcome }) => paid > 0 || outcome.kind === 'funded')
  return {
    funded: winners.map(({ proposal }) => proposal),
    paid: new Map(winners.map(({ proposal, paid }) => [proposal, paid])),
    lots: lotsOfTurns(contest, turns, options),
    turns,
  }
}

function fundedInFull({ cost }: Contest, order: readonly number[]) {
  return { funded: order, paid: new Map(order.map((each) => [each, cost[each]!])) }
}
