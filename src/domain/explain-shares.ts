/**
 * Explaining equal shares: who paid for each bought proposal, and what the others' supporters lacked.
 *
 * Pure. Invariant: equal shares is run once more with the start that was found, and what is said comes
 * from that run. Decided in docs/decisions/0006.
 */
import type { SharesReason } from './allocation.ts'
import type { Contest } from './contest.ts'
import {
  explainBought,
  keptOut,
  printFraction,
  type Explained,
  type IndexedReason,
} from './explained.ts'
import { asMoney } from './money.ts'
import { turnOrder } from './rules/by-turn.ts'
import { ownLimits, type CountOptions } from './rules/count-contest.ts'
import { makeGate } from './rules/limits.ts'
import type { Outcome, SharesFacts } from './rules/outcome.ts'
import { makeSharesCounter, type Watcher } from './rules/shares-run.ts'

/** The bought proposals in their order, then the others by votes; `turns` are those of the completion. */
export function explainShares(
  contest: Contest,
  { shares, funded }: Outcome & { readonly shares: SharesFacts },
  options: CountOptions,
  turns: readonly Explained[],
): readonly Explained[] {
  const { payments, holdings } = runAgain(contest, shares, options)
  const { lines } = explainBought(contest, shares.bought, (proposal) => {
    const paid = payments.get(proposal)
    return paid ? { shares: paid } : {}
  })
  const taken = new Map(turns.map(({ proposal, reason }) => [proposal, reason]))
  const bought = new Set(shares.bought)
  const gate = makeGate(options.limits, contest.cost, funded)
  const { rule } = options
  const threshold = (rule.method === 'equalshares' ? rule.minVotes : undefined) ?? -Infinity
  const rest = turnOrder(contest, 'score').filter((each) => !bought.has(each))
  const reasonOf = (proposal: number): IndexedReason => {
    const turn = taken.get(proposal)
    if (turn && turn.kind !== 'does-not-fit') return turn
    const kept = keptOut(contest, options, gate, proposal)
    if (kept?.kind === 'no-votes' || kept?.kind === 'outvoted') return kept
    if (contest.score[proposal]! < threshold) return { kind: 'below-threshold', threshold }
    if (kept) return kept
    return {
      ...supportersShort(contest, proposal, holdings(proposal)),
      ...(turn ? { moneyBefore: turn.moneyBefore } : {}),
    }
  }
  return [...lines, ...rest.map((proposal) => ({ proposal, reason: reasonOf(proposal) }))]
}

/** The run that counts, watched. */
function runAgain(contest: Contest, { endowment }: SharesFacts, options: CountOptions) {
  const { rule } = options
  const payments = new Map<number, SharesReason>()
  const watch: Watcher = (purchase) => payments.set(purchase.proposal, paymentOf(purchase))
  const cardinal = rule.method === 'equalshares' && rule.utility === 'cardinality'
  const worth = cardinal ? 'cardinality' : 'cost'
  const counter = makeSharesCounter(contest, { worth, limits: ownLimits(contest, options) }, watch)
  counter(endowment)
  return { payments, holdings: counter.holdings }
}

function supportersShort({ cost }: Contest, proposal: number, have: bigint) {
  const supportersHave = asMoney(Number(have))
  const missing = asMoney(Math.max(0, cost[proposal]! - Number(have)))
  return { kind: 'supporters-short', supportersHave, missing } as const
}

function paymentOf({ proposal, price, purses, ledger }: Parameters<Watcher>[0]): SharesReason {
  const { contest, group, rich, alive, money } = purses
  const denominator = ledger.denominator() * BigInt(price.units)
  const first = contest.supporters.start[proposal]!
  // Among those behind `rich` are some who turned out to have nothing left.
  const voters = (groups: Int32Array) =>
    groups.reduce((sum, each) => sum + (money[each]! > 0 ? contest.weight[each]! : 0), 0)
  const cost = BigInt(contest.cost[proposal]!)
  const rest = (cost * ledger.denominator() - price.numerator) / ledger.denominator()
  return {
    effectiveVotes: printFraction({ numerator: cost * denominator, denominator: price.numerator }),
    price: printFraction({ numerator: price.numerator, denominator }),
    payInFull: voters(group.subarray(first, rich[proposal])),
    payTheRest: voters(group.subarray(rich[proposal], alive[proposal])),
    ...(rest > 0n ? { rest: asMoney(Number(rest)) } : {}),
  }
}
