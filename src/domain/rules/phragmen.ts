/**
 * Sequential Phragmén: money grows evenly in every purse, and what can be bought first is bought first.
 *
 * Pure. Definition, by loads: buying a proposal makes its supporters' loads equal to (the sum of their
 * loads + cost) / supporters; the lowest new load is next. It stops as soon as one of the proposals with
 * the lowest new load would exceed the budget; nothing is skipped. Proposals dearer than the budget and
 * proposals without votes do not take part. Points count as crosses. Invariant: loads are compared as
 * fractions wherever doubles are too close. Source: Brill et al., Phragmén's Voting Methods and Justified
 * Representation, 2017, with costs. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { EPSILON, nearest, type Fraction } from './fraction.ts'
import { blockOf, NO_LIMITS, type Limits } from './limits.ts'
import { supportersOf, type Supporters } from './supporters.ts'
import { compareTied, needsLot } from './tie.ts'

export type PhragmenOutcome = {
  readonly order: readonly number[]
  /** Hundredths. */
  readonly spent: number
  readonly ties: number
  readonly lots: readonly (readonly number[])[]
  /** The proposals that would have been next, of which one did not fit. */
  readonly stopped: readonly number[]
}

type State = {
  readonly contest: Contest
  readonly supporters: Supporters
  /** The voters of each proposal: its votes, where every vote is support. */
  readonly backers: Float64Array
  /** For each group the purchase that set its load; -1 for no load. */
  readonly lastOf: Int32Array
  /** The loads that the purchases set, exactly and as doubles. */
  readonly loads: Fraction[]
  readonly near: number[]
}

/** Counts by sequential Phragmén. */
export function phragmen(contest: Contest, limits: Limits = NO_LIMITS): PhragmenOutcome {
  const { cost, budget, weight } = contest
  const supporters = supportersOf(contest)
  const state: State = {
    ...{ contest, supporters, backers: backersOf(contest, supporters) },
    lastOf: new Int32Array(weight.length).fill(-1),
    loads: [],
    near: [],
  }
  let open = [...cost.keys()].filter((each) => state.backers[each]! > 0 && cost[each]! <= budget)
  const outcome = { order: new Array<number>(), spent: 0, ties: 0, lots: new Array<number[]>() }
  while (open.length > 0) {
    const { tied, load } = lowest(state, open)
    if (tied.some((each) => outcome.spent + cost[each]! > budget))
      return { ...outcome, stopped: tied }
    const [chosen = 0] = tied
    if (tied.length > 1) outcome.ties++
    const drawn = tied.filter((each) => needsLot(contest, each, chosen))
    if (drawn.length > 1) outcome.lots.push(drawn)
    outcome.order.push(chosen)
    outcome.spent += cost[chosen]!
    carry(state, chosen, load)
    const bought = new Set(outcome.order)
    open = open.filter((each) => !bought.has(each) && !blockOf(limits, cost, bought, each))
  }
  return { ...outcome, stopped: [] }
}

function carry({ supporters, lastOf, loads, near }: State, chosen: number, load: Fraction): void {
  const { start, group } = supporters
  for (let at = start[chosen]!; at < start[chosen + 1]!; at++) lastOf[group[at]!] = loads.length
  loads.push(load)
  near.push(nearest(load.numerator, load.denominator))
}

/** The open proposals with the lowest new load, in the order of ties. */
function lowest(state: State, open: readonly number[]): { tied: number[]; load: Fraction } {
  const guesses = open.map((proposal) => ({ proposal, ...guess(state, proposal) }))
  const limit = Math.min(...guesses.map(({ high }) => high))
  const exact = guesses
    .filter(({ low }) => low <= limit)
    .map(({ proposal }) => ({ proposal, load: newLoad(state, proposal) }))
  const [first] = exact
  if (first === undefined) throw new Error('no proposal is open')
  const least = exact.reduce((a, b) => (isLess(b.load, a.load) ? b : a), first).load
  const tied = exact
    .filter(({ load }) => !isLess(least, load))
    .map(({ proposal }) => proposal)
    .toSorted((a, b) => compareTied(state.contest, a, b))
  return { tied, load: least }
}

function guess(state: State, proposal: number): { low: number; high: number } {
  const { contest, supporters, backers, lastOf, near } = state
  const { start, group } = supporters
  let sum = contest.cost[proposal]!
  for (let at = start[proposal]!; at < start[proposal + 1]!; at++) {
    const last = lastOf[group[at]!]!
    if (last >= 0) sum += near[last]! * contest.weight[group[at]!]!
  }
  const terms = start[proposal + 1]! - start[proposal]! + 8
  const load = sum / backers[proposal]!
  const slack = load * terms * 4 * EPSILON
  return { low: load - slack, high: load + slack }
}

/** Voters with positive points, by proposal. */
function backersOf({ weight, cost }: Contest, { start, group }: Supporters): Float64Array {
  const backers = new Float64Array(cost.length)
  for (let proposal = 0; proposal < cost.length; proposal++)
    for (let at = start[proposal]!; at < start[proposal + 1]!; at++)
      backers[proposal]! += weight[group[at]!]!
  return backers
}

function newLoad(state: State, proposal: number): Fraction {
  const { contest, supporters, backers, lastOf, loads } = state
  const { start, group } = supporters
  const carried = new Float64Array(loads.length)
  for (let at = start[proposal]!; at < start[proposal + 1]!; at++) {
    const last = lastOf[group[at]!]!
    if (last >= 0) carried[last]! += contest.weight[group[at]!]!
  }
  const denominator = loads.at(-1)?.denominator ?? 1n
  let sum = BigInt(contest.cost[proposal]!) * denominator
  carried.forEach((voters, index) => {
    const { numerator, denominator: own } = loads[index]!
    if (voters > 0) sum += BigInt(voters) * numerator * (denominator / own)
  })
  return { numerator: sum, denominator: denominator * BigInt(backers[proposal]!) }
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator
}
