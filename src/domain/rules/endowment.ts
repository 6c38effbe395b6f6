/**
 * Endowments: the money that each voter holds when equal shares begins.
 *
 * Pure. Invariant: without an increment, the starts of all voters together are at most the budget.
 * Source: docs/counting.md, "How much each voter starts with". Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { HUNDREDTHS } from '../money.ts'
import type { Endowment } from './ledger.ts'

export type Start = 'exact' | 'floor'

export type EndowmentFacts = {
  readonly start: Start
  /** Hundredths that the voters of each part share; left out where all share the budget. */
  readonly shares?: readonly number[] | undefined
  /** Hundredths added to every start. */
  readonly extra: number
}

/** The budget, or each part's share of it, divided by its voters; `floor` drops what is below a main unit. */
export function endowmentOf(contest: Contest, { start, shares, extra }: EndowmentFacts): Endowment {
  const parts = [...contest.partVoters.keys()].map((part) => ({
    share: BigInt(shares?.[part] ?? contest.budget),
    voters: BigInt(shares ? contest.partVoters[part]! : contest.voters) || 1n,
  }))
  if (start === 'floor') {
    const unit = BigInt(HUNDREDTHS)
    const numerators = parts.map(
      ({ share, voters }) => (share / (voters * unit)) * unit + BigInt(extra),
    )
    return { numerators, denominator: 1n }
  }
  const denominator = parts.reduce((product, { voters }) => leastMultiple(product, voters), 1n)
  const numerators = parts.map(
    ({ share, voters }) => share * (denominator / voters) + BigInt(extra) * denominator,
  )
  return { numerators, denominator }
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
