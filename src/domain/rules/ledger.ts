/**
 * The ledger of one run of equal shares: every price that was paid, exactly.
 *
 * Pure. Invariant: what a group of voters still holds is its start minus its points times each price it
 * paid, or nothing; so every exact amount is a sum of starts and prices with whole coefficients, and one
 * row of multiplications tells it. That is what makes exactness cheap. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { commonDivisor, nearest } from './fraction.ts'

/** What each voter of a part holds at the start: numerators in hundredths over one denominator. */
export type Endowment = { readonly numerators: readonly bigint[]; readonly denominator: bigint }

/** A sum of money: how often each start is in it, and how often each price is taken from it. */
type Sum = { readonly starts: Float64Array; readonly paid: Float64Array }

export type Ledger = {
  reset(endowment: Endowment): void
  /** The denominator of every amount below. */
  denominator(): bigint
  /** How many proposals were bought. */
  size(): number
  /** Begins a sum. */
  clear(): void
  /** Adds what all voters of a group hold, `times` a head. The group must not be empty-handed. */
  add(group: number, times: number): void
  /** The sum's numerator. */
  total(): bigint
  /** Writes down that a proposal was bought at numerator / (denominator · units) a point; tells the price as a double. */
  buy(proposal: number, numerator: bigint, units: number): number
  /** The groups of one key hold the same. */
  key(group: number): string
}

/** An empty ledger for the contest; reset() opens it. */
export function makeLedger({ ballots, part, partVoters, cost }: Contest): Ledger {
  const boughtAt = new Int32Array(cost.length).fill(-1)
  const sum: Sum = {
    starts: new Float64Array(partVoters.length),
    paid: new Float64Array(cost.length),
  }
  const { start, item, points } = ballots
  let endowment: Endowment = { numerators: [], denominator: 1n }
  let denominator = 1n
  let size = 0
  const prices: bigint[] = []
  const factors: bigint[] = []

  return {
    reset(next) {
      endowment = next
      denominator = next.denominator
      size = prices.length = factors.length = 0
      boughtAt.fill(-1)
    },
    denominator: () => denominator,
    size: () => size,
    clear() {
      sum.starts.fill(0)
      sum.paid.fill(0, 0, size)
    },
    add(group, times) {
      sum.starts[part[group]!]! += times
      for (let at = start[group]!, end = start[group + 1]!; at < end; at++) {
        const index = boughtAt[item[at]!]!
        if (index >= 0 && points[at]! > 0) sum.paid[index]! += times * points[at]!
      }
    },
    total: () => evaluate(sum, endowment, prices, factors),
    buy(proposal, numerator, units) {
      const divisor = commonDivisor(numerator, units)
      boughtAt[proposal] = size++
      prices.push(numerator / BigInt(divisor))
      factors.push(BigInt(units / divisor))
      denominator *= BigInt(units / divisor)
      return nearest(numerator / BigInt(divisor), denominator)
    },
    key(group) {
      let key = String(part[group])
      for (let at = start[group]!; at < start[group + 1]!; at++)
        if (boughtAt[item[at]!]! >= 0) key += `;${item[at]}*${points[at]}`
      return key
    },
  }
}

function evaluate(
  { starts, paid }: Sum,
  { numerators }: Endowment,
  prices: readonly bigint[],
  factors: readonly bigint[],
): bigint {
  let total = 0n
  numerators.forEach((numerator, part) => {
    if (starts[part]! > 0) total += BigInt(starts[part]!) * numerator
  })
  for (let index = 0; index < prices.length; index++) {
    const factor = factors[index]!
    if (factor !== 1n) total *= factor
    if (paid[index]! > 0) total -= BigInt(paid[index]!) * prices[index]!
  }
  return total
}
