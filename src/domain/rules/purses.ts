/**
 * Purses: what every group of voters holds during one run of equal shares, and what a proposal would
 * cost its supporters, in doubles whose error is known.
 *
 * Pure. Invariant: a voter counted as poor is poor in truth (gives everything and still less than the
 * others), and low <= true price; where `sure`, also true price <= high. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { EPSILON } from './fraction.ts'

export type Purses = {
  readonly contest: Contest
  /** Hundredths a head, by group; exactly 0 for a group that gave everything, and only then. */
  readonly money: Float64Array
  /** No purse is further than this from the truth. */
  error: number
  /** The richest start. */
  most: number
  /**
   * Supporters of each proposal: first those not known to be poor, up to `rich`, then the poor, up to
   * `alive`, then those with nothing left, who are never looked at again.
   */
  readonly group: Int32Array
  readonly points: Float64Array
  readonly rich: Int32Array
  readonly alive: Int32Array
  /** The points of the supporters before `rich`, by proposal; a whole number. */
  readonly richUnits: Float64Array
  readonly allUnits: Float64Array
  readonly mostPoints: Float64Array
  /** No price a point is lower than this, by proposal. */
  readonly low: Float64Array
}

/** The price of one proposal as a point of its supporters' view. */
export type Quote = { low: number; high: number; sure: boolean; payable: boolean }

/** Purses for the contest; fillPurses() begins a run. */
export function makePurses(contest: Contest): Purses {
  const { supporters, cost, weight } = contest
  const allUnits = new Float64Array(cost.length)
  const mostPoints = new Float64Array(cost.length)
  for (let proposal = 0; proposal < cost.length; proposal++)
    for (let at = supporters.start[proposal]!; at < supporters.start[proposal + 1]!; at++) {
      const points = supporters.points[at]!
      allUnits[proposal]! += points * weight[supporters.item[at]!]!
      mostPoints[proposal] = Math.max(mostPoints[proposal]!, points)
    }
  return {
    contest,
    money: new Float64Array(weight.length),
    error: 0,
    most: 0,
    group: supporters.item.slice(),
    points: supporters.points.slice(),
    rich: new Int32Array(cost.length),
    alive: new Int32Array(cost.length),
    richUnits: new Float64Array(cost.length),
    allUnits,
    mostPoints,
    low: new Float64Array(cost.length),
  }
}

/** Begins a run: every group holds the start of its part. */
export function fillPurses(purses: Purses, starts: readonly number[]): void {
  const { contest, money, rich, alive, richUnits, allUnits, low } = purses
  const [only] = starts
  if (starts.length === 1) money.fill(only!)
  else contest.part.forEach((part, group) => (money[group] = starts[part]!))
  purses.most = Math.max(...starts)
  purses.error = purses.most * 4 * EPSILON
  rich.set(contest.supporters.start.subarray(1))
  alive.set(rich)
  richUnits.set(allUnits)
  contest.cost.forEach(
    (cost, proposal) => (low[proposal] = cost / allUnits[proposal]! / (1 + 8 * EPSILON)),
  )
}

/**
 * Finds the price of a proposal: raises it from what is known to be too low until nobody more turns out
 * poor. Gives up, with `sure` false, once the price is above `limit` or doubles cannot tell.
 */
export function quote(purses: Purses, proposal: number, limit: number, into: Quote): void {
  const { contest, money, group, points, rich, alive, richUnits, low } = purses
  const weight = contest.weight
  const cost = contest.cost[proposal]!
  const { error } = purses
  let end = rich[proposal]!
  let poorMoney = 0
  let poorVoters = 0
  let last = alive[proposal]!
  for (let at = end; at < last; at++) {
    const holder = group[at]!
    const held = money[holder]!
    if (held === 0) {
      swap(group, points, at--, --last)
      continue
    }
    poorMoney += held * weight[holder]!
    poorVoters += weight[holder]!
  }
  alive[proposal] = last
  const first = contest.supporters.start[proposal]!
  let units = richUnits[proposal]!
  let price = low[proposal]!
  into.sure = false
  for (;;) {
    const poorBelow = price * (1 - 4 * EPSILON)
    const before = end
    let margin = Infinity
    for (let at = first; at < end; at++) {
      const holder = group[at]!
      const held = money[holder]!
      const rest = held - poorBelow * points[at]!
      if (rest + error < 0) {
        poorMoney += held * weight[holder]!
        poorVoters += weight[holder]!
        units -= points[at]! * weight[holder]!
        swap(group, points, at--, --end)
      } else if (rest < margin) margin = rest
    }
    if (units <= 0) break
    const rounding = (last - first + 16) * 2 * EPSILON
    const slack = (poorMoney * rounding + poorVoters * error + cost * 4 * EPSILON) / units
    const next = (cost - poorMoney) / units
    const lower = (next - slack) * (1 - 4 * EPSILON)
    into.low = Math.max(low[proposal]!, lower)
    into.high = (next + slack) * (1 + 4 * EPSILON)
    if (into.low > limit) break
    const needed = (into.high - poorBelow) * purses.mostPoints[proposal]!
    if (margin > needed + error + purses.most * 8 * EPSILON) {
      into.sure = true
      break
    }
    if (end === before && lower <= price) break
    price = Math.max(price, lower)
  }
  rich[proposal] = end
  richUnits[proposal] = units
  if (units > 0) low[proposal] = into.low
  into.payable = units > 0
}

/** Exchanges two supporters of a proposal. */
export function swap(group: Int32Array, points: Float64Array, a: number, b: number): void {
  const holder = group[a]!
  const given = points[a]!
  group[a] = group[b]!
  points[a] = points[b]!
  group[b] = holder
  points[b] = given
}
