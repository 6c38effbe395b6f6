/**
 * Rules by turn once more, as plainly as their definitions.
 *
 * Pure. Invariant: shares no code with the counting in src.
 */
import type { Rule, TurnRule, SharesRule } from '../../../src/domain/rule.ts'
import {
  all,
  byTie,
  cost,
  costOf,
  isBelow,
  isExcluded,
  isOverCap,
  score,
  votes,
  type Small,
} from './election.ts'
import { compare, q, type Q } from './fraction.ts'

export type TurnsReference = {
  /** In the order in which they were funded, those before not among them. */
  readonly funded: readonly number[]
  readonly paid: ReadonlyMap<number, number>
  /** What became of each proposal when its turn came. */
  readonly kinds: ReadonlyMap<number, string>
}

/** Goes through the proposals by turn, after those that were funded before. */
export function turnsReference(
  small: Small,
  rule: TurnRule | SharesRule,
  before: readonly number[] = [],
): TurnsReference {
  const top = rule.method === 'top-per-theme' ? rule : undefined
  let left = (top?.withinBudget ?? true) ? small.budget : costOf(small, all(small))
  left -= costOf(small, before)
  const funded = [...before]
  const paid = new Map<number, number>()
  const kinds = new Map<number, string>()
  let ended = false
  for (const each of order(small, rule.method === 'greedy-per-cost')) {
    if (before.includes(each)) continue
    const full =
      top !== undefined &&
      funded.filter((other) => themeOf(small, other) === themeOf(small, each)).length >=
        top.perTheme
    const kind = ended ? 'after-stop' : kindOf(small, rule, { each, funded, left, full })
    kinds.set(each, kind)
    if (kind === 'funded' || kind === 'part-funded') {
      funded.push(each)
      paid.set(each, Math.min(left, cost(small, each)))
      left -= Math.min(left, cost(small, each))
    }
    if (kind === 'part-funded') ended = true
    if (kind === 'does-not-fit' && rule.method === 'greedy-no-skip') ended = true
  }
  return { funded: funded.slice(before.length), paid, kinds }
}

type Moment = {
  readonly each: number
  readonly funded: readonly number[]
  readonly left: number
  /** Whether enough of its theme are funded. */
  readonly full: boolean
}

function kindOf(
  small: Small,
  rule: TurnRule | SharesRule,
  { each, funded, left, full }: Moment,
): string {
  const named = votes(small, each) > 0
  if (!named && !rule.fundWithoutVotes) return 'no-votes'
  if (named && score(small, each) < 0) return 'outvoted'
  if (named && score(small, each) === 0 && !rule.fundWithoutVotes) return 'outvoted'
  if (isBelow(small, rule, each)) return 'below-threshold'
  if (isExcluded(rule, funded, each)) return 'excluded'
  if (full || isOverCap(small, rule, funded, each)) return 'over-cap'
  if (cost(small, each) <= left) return 'funded'
  return rule.partFunding === true && left > 0 ? 'part-funded' : 'does-not-fit'
}

const themeOf = ({ themes }: Small, proposal: number) => themes?.[proposal]

function order(small: Small, perCost: boolean): readonly number[] {
  const byScore = (a: number, b: number) => score(small, b) - score(small, a)
  const byDensity = (a: number, b: number) =>
    endless(small, b) - endless(small, a) || compare(density(small, b), density(small, a))
  const tie = byTie(small)
  return all(small).toSorted((a, b) => (perCost ? byDensity(a, b) : byScore(a, b)) || tie(a, b))
}

/** Points a hundredth. */
function density(small: Small, each: number): Q {
  return cost(small, each) > 0 ? q(score(small, each), cost(small, each)) : q(0)
}

/** Points at no cost, which are worth more than any others; fewer than none are worth less. */
function endless(small: Small, each: number): number {
  return cost(small, each) > 0 ? 0 : score(small, each)
}

/** The rule that a comparison holds the own outcome against. */
export function greedyBeside(rule: Rule): TurnRule {
  return {
    method: 'greedy',
    fundWithoutVotes: 'fundWithoutVotes' in rule && rule.fundWithoutVotes,
    minVotes: 'minVotes' in rule ? rule.minVotes : undefined,
    exclusive: rule.exclusive,
    caps: rule.caps,
  }
}
