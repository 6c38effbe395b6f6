/**
 * Purses: what every group of voters holds during one run of equal shares, and what a proposal would
 * cost its supporters, in doubles whose error is known.
 *
 * Pure. Invariant: a voter counted as poor is poor in truth (gives everything and still less than the
 * others), and low <= true price; where `sure`, also true price <= high. Decided in docs/decisions/0006.
 */
import type { Contest, Rows } from '../contest.ts'
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
  readonly points: Rows['points']
  readonly rich: Int32Array
  readonly alive: Int32Array
  /** The points of the supporters before `rich`, by proposal; a whole number. */
  readonly richUnits: Float64Array
  readonly allUnits: Float64Array
  readonly mostPoints: Float64Array
  /** No price a point is lower than this, by proposal. */
  readonly low: Float64Array
}

/** What a proposal's supporters would pay for each point, as far as floating-point numbers can tell. */
export type Quote = {
  low: number
  high: number
  /** Whether the price is proved to lie between the bounds. */
  sure: boolean
  /** False where everyone turned out to be poor. */
  payable: boolean
  poorMoney: number
  poorVoters: number
}

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
  const { mostPoints, rich, error, most } = purses
  into.sure = false
  into.payable = purses.richUnits[proposal]! > 0
  if (!into.payable) return
  addUpPoor(purses, proposal, into)
  let price = raiseBounds(purses, proposal, into)
  while (into.low <= limit) {
    const poorBelow = price * (1 - 4 * EPSILON)
    const before = rich[proposal]!
    const margin = moveNewlyPoor(purses, proposal, poorBelow, into)
    into.payable = purses.richUnits[proposal]! > 0
    if (!into.payable) return
    const next = raiseBounds(purses, proposal, into)
    const needed = (into.high - poorBelow) * mostPoints[proposal]!
    into.sure = margin > needed + error + most * 8 * EPSILON
    if (into.sure || (rich[proposal] === before && next <= price)) return
    price = next
  }
}

/** Adds up what the poor hold, and puts those with nothing left aside for the rest of the run. */
function addUpPoor(purses: Purses, proposal: number, into: Quote): void {
  const { contest, money, group, points, rich, alive } = purses
  const { weight } = contest
  let poorMoney = 0
  let poorVoters = 0
  let last = alive[proposal]!
  for (let at = rich[proposal]!; at < last; at++) {
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
  into.poorMoney = poorMoney
  into.poorVoters = poorVoters
}

/** Moves to the poor whoever holds less than the price; tells by how much the next one holds more. */
function moveNewlyPoor(purses: Purses, proposal: number, price: number, into: Quote): number {
  const { contest, money, group, points, rich, richUnits, error } = purses
  const { weight } = contest
  let { poorMoney, poorVoters } = into
  let units = richUnits[proposal]!
  let end = rich[proposal]!
  let margin = Infinity
  for (let at = contest.supporters.start[proposal]!; at < end; at++) {
    const holder = group[at]!
    const held = money[holder]!
    const rest = held - price * points[at]!
    if (rest + error < 0) {
      poorMoney += held * weight[holder]!
      poorVoters += weight[holder]!
      units -= points[at]! * weight[holder]!
      swap(group, points, at--, --end)
    } else if (rest < margin) margin = rest
  }
  rich[proposal] = end
  richUnits[proposal] = units
  into.poorMoney = poorMoney
  into.poorVoters = poorVoters
  return margin
}

/** Bounds from those known to be poor; whoever else is poor only raises the price. Tells the lower one. */
function raiseBounds(purses: Purses, proposal: number, into: Quote): number {
  const { contest, alive, richUnits, low, error } = purses
  const { poorMoney, poorVoters } = into
  const cost = contest.cost[proposal]!
  const units = richUnits[proposal]!
  const terms = alive[proposal]! - contest.supporters.start[proposal]! + 16
  const rounding = poorMoney * terms * 2 * EPSILON + cost * 4 * EPSILON
  const slack = (rounding + poorVoters * error) / units
  const price = (cost - poorMoney) / units
  into.high = (price + slack) * (1 + 4 * EPSILON)
  low[proposal] = into.low = Math.max(low[proposal]!, (price - slack) * (1 - 4 * EPSILON))
  return into.low
}

/** Exchanges two supporters of a proposal. */
export function swap(group: Int32Array, points: Rows['points'], a: number, b: number): void {
  const holder = group[a]!
  const given = points[a]!
  group[a] = group[b]!
  points[a] = points[b]!
  group[b] = holder
  points[b] = given
}
