/**
 * Counting: applies a rule to a contest.
 *
 * Pure. Invariant: never over the budget; the same contest and rule give the same outcome on every
 * machine. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import type { Rule, SharesRule, TurnRule } from '../rule.ts'
import { byTurn, type Turn, type TurnOptions } from './by-turn.ts'
import { preferences } from './comparison.ts'
import { endowmentOf } from './endowment.ts'
import { equalShares } from './equal-shares.ts'
import type { Limits } from './limits.ts'
import type { Outcome } from './outcome.ts'
import { phragmen } from './phragmen.ts'
import { needsLot } from './tie.ts'
import { topPerTheme } from './top-per-theme.ts'

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

/** Counts the contest by the rule, and compares with greedy where the rule says so. */
export function countContest(contest: Contest, options: CountOptions): Outcome {
  const own = countPlain(contest, options)
  const { rule } = options
  if (rule.comparison === undefined) return own
  const greedy = byTurns(contest, turnOptions({ ...GREEDY, ...fromTurns(rule) }, options.limits))
  const { first, second } = preferences(contest, rule.comparison, [
    new Set(own.funded),
    new Set(greedy.funded),
  ])
  const kept = second > first ? 'greedy' : 'rule'
  const comparison = { by: rule.comparison, forRule: first, forGreedy: second, kept } as const
  return { ...(kept === 'greedy' ? greedy : own), comparison }
}

const GREEDY = { method: 'greedy', fundWithoutVotes: false } as const

function fromTurns(rule: Rule) {
  return 'fundWithoutVotes' in rule ? { fundWithoutVotes: rule.fundWithoutVotes } : {}
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
      return outcomeOfTurns(
        contest,
        topPerTheme(contest, {
          ...turnOptions(rule, limits),
          ...rule,
          themes: options.themes ?? [],
        }),
      )
    case 'phragmen': {
      const { order, lots, loads, stopped, stoppedAt } = phragmen(contest, limits)
      const facts = { loads, stopped, stoppedAt }
      return { ...fundedInFull(contest, order), lots, turns: [], phragmen: facts }
    }
    case 'equalshares':
      return bySharesOf(contest, rule, options)
  }
}

function bySharesOf(
  contest: Contest,
  rule: SharesRule,
  { limits, shares, progress }: CountOptions,
): Outcome {
  const completion = rule.completion ?? 'none'
  const add = completion === 'add1' || completion === 'add1u'
  const start = rule.start ?? (add ? 'floor' : 'exact')
  const worth = rule.utility === 'cardinality' ? 'cardinality' : 'cost'
  const { increment } = rule
  const outcome = equalShares(contest, { worth, start, add, increment, shares, limits, progress })
  const { order: bought, extra, steps, finished, lots } = outcome
  const endowment = endowmentOf(contest, { start, shares, extra })
  const facts = { bought, endowment, extra, steps, finished }
  if (completion === 'none' || completion === 'add1')
    return { ...fundedInFull(contest, bought), lots, turns: [], shares: facts }
  const turns = byTurn(contest, { ...turnOptions(rule, limits), before: bought })
  const rest = outcomeOfTurns(contest, turns)
  const paid = new Map([...fundedInFull(contest, bought).paid, ...rest.paid])
  const funded = [...bought, ...rest.funded]
  return { funded, paid, lots: [...lots, ...rest.lots], turns, shares: facts }
}

function turnOptions(rule: TurnRule | SharesRule, limits: Limits): TurnOptions {
  const threshold = rule.method === 'equalshares' ? undefined : rule.minVotes
  return {
    by: rule.method === 'greedy-per-cost' ? 'score-per-cost' : 'score',
    stop: rule.method === 'greedy-no-skip',
    threshold,
    withoutVotes: rule.fundWithoutVotes,
    partFunding: rule.partFunding,
    limits,
  }
}

function byTurns(contest: Contest, options: TurnOptions): Outcome {
  return outcomeOfTurns(contest, byTurn(contest, options))
}

function outcomeOfTurns(contest: Contest, turns: readonly Turn[]): Outcome {
  const winners = turns.filter(({ paid, outcome }) => paid > 0 || outcome.kind === 'funded')
  return {
    funded: winners.map(({ proposal }) => proposal),
    paid: new Map(winners.map(({ proposal, paid }) => [proposal, paid])),
    lots: lotsOfTurns(contest, turns),
    turns,
  }
}

/** A lot decided only where equals (score, votes and cost) did not all get the same outcome. */
function lotsOfTurns(contest: Contest, turns: readonly Turn[]): readonly (readonly number[])[] {
  const { score, votes, cost } = contest
  const keyOf = ({ proposal: p }: Turn) => `${score[p]} ${votes[p]} ${cost[p]}`
  const groups = [...Map.groupBy(turns, keyOf).values()].filter((group) => {
    const [first] = group
    return first && group.every(({ proposal }) => needsLot(contest, first.proposal, proposal))
  })
  return groups
    .filter(
      (group) =>
        new Set(group.map(({ paid, outcome }) => `${paid} ${outcome.kind === 'funded'}`)).size > 1,
    )
    .map((group) => group.map(({ proposal }) => proposal))
}

function fundedInFull({ cost }: Contest, order: readonly number[]) {
  return { funded: order, paid: new Map(order.map((each) => [each, cost[each]!])) }
}
