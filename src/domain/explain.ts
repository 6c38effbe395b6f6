/**
 * Explaining: why each proposal was funded or not, in the order in which the rule came to it.
 *
 * Pure. Invariant: one reason for every proposal; equal shares is run once more with the start that was
 * found, and what is said comes from that run. Decided in docs/decisions/0006.
 */
import type { Reason, SharesReason } from './allocation.ts'
import type { Contest } from './contest.ts'
import { asMoney } from './money.ts'
import type { CountOptions } from './rules/count-contest.ts'
import { turnOrder, type Turn } from './rules/by-turn.ts'
import { reduce } from './rules/fraction.ts'
import { blockOf } from './rules/limits.ts'
import type { Outcome, SharesFacts } from './rules/outcome.ts'
import { makeSharesCounter, type Watcher } from './rules/shares-run.ts'

/** A reason by index; the one who stands in the way is an index too. */
export type IndexedReason =
  | Exclude<Reason, { readonly kind: 'excluded' }>
  | { readonly kind: 'excluded'; readonly by: number }

export type Explained = { readonly proposal: number; readonly reason: IndexedReason }

/** Every proposal with its reason: the bought ones in their order, then the others by turn. */
export function explain(
  contest: Contest,
  outcome: Outcome,
  options: CountOptions,
): readonly Explained[] {
  const turns = outcome.turns.map((turn) => explainTurn(contest, turn))
  if (outcome.shares)
    return explainShares(contest, { ...outcome, shares: outcome.shares }, options, turns)
  if (outcome.phragmen) return explainPhragmen(contest, outcome, options)
  return turns
}

function explainTurn({ cost }: Contest, { proposal, outcome, moneyBefore, paid }: Turn): Explained {
  const before = asMoney(moneyBefore)
  const missing = asMoney(Math.max(0, cost[proposal]! - moneyBefore))
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
    case 'over-cap':
      return { proposal, reason: overCap(cost[proposal]!, outcome) }
    case 'no-votes':
      return { proposal, reason: { kind: 'no-votes' } }
    case 'below-threshold':
    case 'excluded':
      return { proposal, reason: outcome }
  }
}

function overCap(cost: number, { left, full }: { left: number; full: boolean }): IndexedReason {
  return { kind: 'over-cap', missing: asMoney(full ? 0 : cost - left) }
}

function explainPhragmen(
  contest: Contest,
  { funded, phragmen }: Outcome,
  { limits }: CountOptions,
): readonly Explained[] {
  const { lines, left } = explainBought(contest, funded)
  const bought = new Set(funded)
  const stopped = phragmen?.stopped ?? []
  const rest = turnOrder(contest, 'score').filter((each) => !bought.has(each))
  const next = [...stopped, ...rest.filter((each) => !stopped.includes(each))]
  return [
    ...lines,
    ...next.map((proposal): Explained => {
      const cost = contest.cost[proposal]!
      const block = blockOf(limits, contest.cost, bought, proposal)
      if (contest.votes[proposal] === 0) return { proposal, reason: { kind: 'no-votes' } }
      if (block?.kind === 'excluded') return { proposal, reason: block }
      if (block) return { proposal, reason: overCap(cost, block) }
      const moneyBefore = asMoney(left)
      if (cost <= left) return { proposal, reason: { kind: 'after-stop', moneyBefore } }
      return {
        proposal,
        reason: { kind: 'does-not-fit', moneyBefore, missing: asMoney(cost - left) },
      }
    }),
  ]
}

function explainBought(
  contest: Contest,
  order: readonly number[],
  shares?: ReadonlyMap<number, SharesReason>,
) {
  let left = contest.budget
  const lines = order.map((proposal): Explained => {
    const moneyBefore = asMoney(left)
    left -= contest.cost[proposal]!
    const paid = shares?.get(proposal)
    const extra = paid ? { shares: paid } : {}
    return {
      proposal,
      reason: { kind: 'funded', moneyBefore, moneyAfter: asMoney(left), ...extra },
    }
  })
  return { lines, left }
}

function explainShares(
  contest: Contest,
  { shares, turns: made }: Outcome & { readonly shares: SharesFacts },
  { rule, limits }: CountOptions,
  turns: readonly Explained[],
): readonly Explained[] {
  const payments = new Map<number, SharesReason>()
  const watch: Watcher = (purchase) => payments.set(purchase.proposal, paymentOf(purchase))
  const worth =
    rule.method === 'equalshares' && rule.utility === 'cardinality' ? 'cardinality' : 'cost'
  const counter = makeSharesCounter(contest, { worth, limits }, watch)
  counter(shares.endowment)
  const { lines } = explainBought(contest, shares.bought, payments)
  const taken = new Map(turns.map((line) => [line.proposal, line]))
  const bought = new Set(shares.bought)
  const rest = turnOrder(contest, 'score').filter((each) => !bought.has(each))
  const funded = new Set([
    ...bought,
    ...made.filter(({ paid }) => paid > 0).map(({ proposal }) => proposal),
  ])
  return [
    ...lines,
    ...rest.map((proposal): Explained => {
      const turn = taken.get(proposal)
      if (turn && turn.reason.kind !== 'does-not-fit') return turn
      if (contest.votes[proposal] === 0) return { proposal, reason: { kind: 'no-votes' } }
      const block = blockOf(limits, contest.cost, funded, proposal)
      if (block?.kind === 'excluded') return { proposal, reason: block }
      if (block) return { proposal, reason: overCap(contest.cost[proposal]!, block) }
      return { proposal, reason: supportersShort(contest, proposal, counter.holdings(proposal)) }
    }),
  ]
}

function supportersShort({ cost }: Contest, proposal: number, have: bigint): IndexedReason {
  const supportersHave = asMoney(Number(have))
  const missing = asMoney(Math.max(0, cost[proposal]! - Number(have)))
  return { kind: 'supporters-short', supportersHave, missing }
}

function paymentOf({ proposal, price, purses, ledger }: Parameters<Watcher>[0]): SharesReason {
  const { contest, group, rich, alive } = purses
  const denominator = ledger.denominator() * BigInt(price.units)
  const count = (from: number, to: number) => {
    let voters = 0
    for (let at = from; at < to; at++) voters += contest.weight[group[at]!]!
    return voters
  }
  return {
    effectiveVotes: print(BigInt(contest.cost[proposal]!) * denominator, price.numerator),
    price: print(price.numerator, denominator),
    payInFull: count(purses.first[proposal]!, rich[proposal]!),
    payTheRest: count(rich[proposal]!, alive[proposal]!),
  }
}

function print(numerator: bigint, denominator: bigint) {
  const lowest = reduce({ numerator, denominator })
  return { numerator: String(lowest.numerator), denominator: String(lowest.denominator) }
}
