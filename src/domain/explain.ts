/**
 * Explaining: why each proposal was funded or not, in the order in which the rule came to it.
 *
 * Pure. Invariant: one reason for every proposal. Decided in docs/decisions/0006.
 */
import type { Contest } from './contest.ts'
import { explainShares } from './explain-shares.ts'
import {
  explainBlock,
  explainBought,
  keptOut,
  printFraction,
  type Explained,
  type IndexedReason,
} from './explained.ts'
import { asMoney } from './money.ts'
import { turnOrder, type Turn } from './rules/by-turn.ts'
import type { CountOptions } from './rules/count-contest.ts'
import { makeGate } from './rules/limits.ts'
import type { Outcome, PhragmenFacts } from './rules/outcome.ts'

/** Every proposal with its reason: the bought ones in their order, then the others by turn. */
export function explain(
  contest: Contest,
  outcome: Outcome,
  options: CountOptions,
): readonly Explained[] {
  const { shares, phragmen } = outcome
  const turns = outcome.turns.map((turn) => explainTurn(contest, turn, options))
  if (shares) return explainShares(contest, { ...outcome, shares }, options, turns)
  if (phragmen) return explainPhragmen(contest, { ...outcome, phragmen }, options)
  return turns
}

function explainTurn(
  contest: Contest,
  { proposal, outcome, moneyBefore, paid }: Turn,
  options: CountOptions,
): Explained {
  const before = asMoney(moneyBefore)
  const missing = asMoney(Math.max(0, contest.cost[proposal]! - moneyBefore))
  switch (outcome.kind) {
    case 'funded': {
      const moneyAfter = asMoney(moneyBefore - paid)
      return { proposal, reason: { kind: 'funded', moneyBefore: before, moneyAfter } }
    }
    case 'part-funded':
    case 'does-not-fit':
      return { proposal, reason: { kind: outcome.kind, moneyBefore: before, missing } }
    case 'after-stop':
      return { proposal, reason: { kind: 'after-stop', moneyBefore: before } }
    case 'no-votes':
    case 'outvoted':
      return { proposal, reason: { kind: outcome.kind } }
    case 'below-threshold':
      return { proposal, reason: outcome }
    case 'excluded':
    case 'over-cap':
      return { proposal, reason: explainBlock(contest, options, proposal, outcome) }
  }
}

function explainPhragmen(
  contest: Contest,
  { funded, phragmen }: Outcome & { readonly phragmen: PhragmenFacts },
  options: CountOptions,
): readonly Explained[] {
  const { loads, stopped, stoppedAt } = phragmen
  const { lines, left } = explainBought(contest, funded, (_, at) => {
    const load = loads[at]
    return load ? { purse: printFraction(load) } : {}
  })
  const bought = new Set(funded)
  const rest = turnOrder(contest, 'score').filter((each) => !bought.has(each))
  const next = [...stopped, ...rest.filter((each) => !stopped.includes(each))]
  const moneyBefore = asMoney(left)
  const gate = makeGate(options.limits, contest.cost, funded)
  const reasonOf = (proposal: number): IndexedReason => {
    const cost = contest.cost[proposal]!
    const kept = keptOut(contest, options, gate, proposal)
    if (kept) return kept
    if (cost <= left) return { kind: 'after-stop', moneyBefore }
    const ended = stoppedAt && stopped.includes(proposal)
    return {
      ...{ kind: 'does-not-fit', moneyBefore, missing: asMoney(cost - left) },
      ...(ended ? { purse: printFraction(stoppedAt) } : {}),
    }
  }
  return [...lines, ...next.map((proposal) => ({ proposal, reason: reasonOf(proposal) }))]
}
