/**
 * Purses: what every group of voters holds during one run of equal shares, and what a proposal would
 * cost its supporters, in doubles whose error is known.
 *
 * Pure. Invariant: a voter counted as poor is poor in truth (gives everything and still less than the
 * others), and low <= true price <= high. Decided in docs/decisions/0006.
 */
import type { Contest, Points } from '../contest.ts'
import { EPSILON } from './fraction.ts'
import { supportersOf } from './supporters.ts'

export type Purses = {
  readonly contest: Contest
  /** Hundredths a head, by group; exactly 0 for a group that gave everything, and only then. */
  readonly money: Float64Array
  /** No purse is further than this from the truth. */
  error: number
  /** The richest start. */
  most: number
  /**
   * Supporters of each proposal from `first` on: those not known to be poor, up to `rich`, then the poor,
   * up to `alive`, then those with nothing left, who are never looked at again.
   */
  readonly first: Int32Array
  readonly group: Int32Array
  readonly points: Points
  readonly rich: Int32Array
  readonly alive: Int32Array
  /** The points of the supporters before `rich`, by proposal; a whole number. */
  readonly richUnits: Float64Array
  readonly allUnits: Float64Array
  readonly mostPoints: Float64Array
  /** No price a point is lower than this, by proposal. */
  readonly low: Float64Array
  /** The price is proved to be at most this, and everyone's place beside it; Infinity where they are not. */
  readonly high: Float64Array
}

/** The price of one proposal as a point of its supporters' view: their bounds if nobody else is poor. */
export type Quote = {
  low: number
  high: number
  poorMoney: number
  poorVoters: number
}

/** What became of a quote: proved, given up, or everyone turned out to be poor. */
export type Quoted = 'sure' | 'unsure' | 'short'

/** Purses for the contest; fillPurses() begins a run. */
export function makePurses(contest: Contest): Purses {
  const { cost, weight } = contest
  const { start, group, points, units, mostPoints } = supportersOf(contest)
  return {
    contest,
    money: new Float64Array(weight.length),
    ...{ error: 0, most: 0 },
    ...{ first: start, group, points, mostPoints },
    rich: new Int32Array(cost.length),
    alive: new Int32Array(cost.length),
    richUnits: new Float64Array(cost.length),
    allUnits: units,
    low: new Float64Array(cost.length),
    high: new Float64Array(cost.length),
  }
}

/** Begins a run: every group holds the start of its part. */
export function fillPurses(purses: Purses, starts: readonly number[]): void {
  const { contest, money, first, rich, alive, richUnits, allUnits, low } = purses
  const [only] = starts
  if (starts.length === 1) money.fill(only!)
  else contest.part.forEach((part, group) => (money[group] = starts[part]!))
  purses.most = Math.max(...starts)
  purses.error = purses.most * 4 * EPSILON
  rich.set(first.subarray(1))
  alive.set(rich)
  richUnits.set(allUnits)
  contest.cost.forEach(
    (cost, proposal) => (low[proposal] = cost / allUnits[proposal]! / (1 + 8 * EPSILON)),
  )
}

/**
 * Finds the price of a proposal: raises it from what is known to be too low until nobody more turns out
 * poor. Gives up once the price is above `limit` or doubles cannot tell.
 */
export function quote(purses: Purses, proposal: number, limit: number, into: Quote): Quoted {
  const { mostPoints, rich, richUnits, high, error, most } = purses
  high[proposal] = Infinity
  if (richUnits[proposal] === 0) return 'short'
  addUpPoor(purses, proposal, into)
  let price = raiseBounds(purses, proposal, into)
  while (into.low <= limit) {
    const poorBelow = price * (1 - 4 * EPSILON)
    const before = rich[proposal]!
    const margin = moveNewlyPoor(purses, proposal, poorBelow, into)
    if (richUnits[proposal] === 0) return 'short'
    const next = raiseBounds(purses, proposal, into)
    const needed = (into.high - poorBelow) * mostPoints[proposal]!
    if (margin > needed + error + most * 8 * EPSILON) {
      high[proposal] = into.high
      return 'sure'
    }
    if (rich[proposal] === before && next <= price) return 'unsure'
    price = next
  }
  return 'unsure'
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
  for (let at = purses.first[proposal]!; at < end; at++) {
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
  const terms = alive[proposal]! - purses.first[proposal]! + 16
  const rounding = poorMoney * terms * 2 * EPSILON + cost * 4 * EPSILON
  const slack = (rounding + poorVoters * error) / units
  const price = (cost - poorMoney) / units
  into.high = (price + slack) * (1 + 4 * EPSILON)
  low[proposal] = into.low = Math.max(low[proposal]!, (price - slack) * (1 - 4 * EPSILON))
  return into.low
}

/** Whether the bounds of a price are so near to each other that paying by their middle costs no certainty. */
export function isNarrow({ low, high, mostPoints, most }: Purses, proposal: number): boolean {
  return (high[proposal]! - low[proposal]!) * mostPoints[proposal]! <= most * NARROW
}

/**
 * Errors add up and grow with every purchase that many poor voters pay for. With this bound on each, real
 * elections hardly ever need an exact price, and values that differ in the sixth digit are told apart.
 */
const NARROW = 2 ** -22

/** Exchanges two supporters of a proposal. */
export function swap(group: Int32Array, points: Points, a: number, b: number): void {
  const holder = group[a]!
  const given = points[a]!
  group[a] = group[b]!
  points[a] = points[b]!
  group[b] = holder
  points[b] = given
}
