/**
 * Exact prices: what a proposal costs each point of its supporters, as a fraction.
 *
 * Pure. Invariant: doubles only sort out who is poor or rich beyond doubt; whoever is in doubt is
 * compared as a fraction. Decided in docs/decisions/0006.
 */
import { EPSILON, nearest } from './fraction.ts'
import type { Ledger } from './ledger.ts'
import { swap, type Purses } from './purses.ts'

/** The price a point is numerator / (denominator of the ledger · units). */
export type ExactPrice = {
  readonly numerator: bigint
  readonly units: number
  /** The price as a double, at most one unit in the last place off. */
  readonly near: number
  /** Groups that can pay just this price and have nothing left after it. */
  readonly spent: readonly number[]
}

/** The exact price; undefined where the supporters together hold less than the cost. */
export function exactPrice(
  purses: Purses,
  ledger: Ledger,
  proposal: number,
): ExactPrice | undefined {
  for (;;) {
    const units = purses.richUnits[proposal]!
    if (units <= 0) return undefined
    const numerator = unpaid(purses, ledger, proposal)
    const near = nearest(numerator, ledger.denominator() * BigInt(units))
    const spent: number[] = []
    if (
      !movePoor(purses, proposal, {
        near,
        spent,
        compare: comparePurse(ledger, numerator, units),
      })
    )
      return { numerator, units, near, spent }
  }
}

/** The part of the cost that the poor do not pay, over the ledger's denominator. */
function unpaid({ contest, money, group, rich, alive }: Purses, ledger: Ledger, proposal: number) {
  const whole = BigInt(contest.cost[proposal]!) * ledger.denominator()
  if (rich[proposal] === alive[proposal]) return whole
  ledger.clear()
  for (let at = rich[proposal]!; at < alive[proposal]!; at++)
    if (money[group[at]!]! > 0) ledger.add(group[at]!, contest.weight[group[at]!]!)
  return whole - ledger.total()
}

type Doubt = {
  readonly near: number
  readonly spent: number[]
  /** The sign of what is left to the group after paying. */
  readonly compare: (group: number, points: number) => number
}

/** Moves to the poor whoever cannot pay the price; tells whether there was anyone. */
function movePoor(purses: Purses, proposal: number, { near, spent, compare }: Doubt): boolean {
  const { contest, money, group, points, rich, richUnits } = purses
  let moved = false
  for (let at = contest.supporters.start[proposal]!; at < rich[proposal]!; at++) {
    const holder = group[at]!
    const rest = money[holder]! - near * points[at]!
    const doubt = purses.error + (money[holder]! + near * points[at]!) * 4 * EPSILON
    if (rest > doubt) continue
    const sign = money[holder] === 0 || rest < -doubt ? -1 : compare(holder, points[at]!)
    if (sign === 0) spent.push(holder)
    if (sign >= 0) continue
    moved = true
    richUnits[proposal]! -= points[at]! * contest.weight[holder]!
    swap(group, points, at--, --rich[proposal]!)
  }
  return moved
}

/** Compares purse and price as fractions; groups with one history are compared once. */
function comparePurse(ledger: Ledger, numerator: bigint, units: number) {
  const known = new Map<string, number>()
  return (group: number, points: number): number => {
    const key = `${ledger.key(group)}:${points}`
    const before = known.get(key)
    if (before !== undefined) return before
    ledger.clear()
    ledger.add(group, 1)
    const rest = ledger.total() * BigInt(units) - numerator * BigInt(points)
    const sign = rest < 0n ? -1 : rest > 0n ? 1 : 0
    known.set(key, sign)
    return sign
  }
}
