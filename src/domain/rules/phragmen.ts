/**
 * Sequential Phragmén: money grows evenly in every purse, and what can be bought first is bought first.
 *
 * Pure. Definition, by loads: buying a proposal makes its supporters' loads equal to (the sum of their
 * loads + cost) / supporters; the lowest new load is next. It stops as soon as one of the proposals with
 * the lowest new load would exceed the budget; nothing is skipped. Proposals dearer than the budget, those
 * that nobody gave points and those that a limit keeps out do not take part. Points count as crosses.
 * Invariant: loads are compared as fractions wherever doubles are too close. Source: Brill et al., Phragmén's Voting Methods and Justified
 * Representation, 2017, with costs. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { EPSILON, nearest, type Fraction } from './fraction.ts'
import { makeGate, NO_LIMITS, type Limits } from './limits.ts'
import { makeLotBook } from './lots.ts'
import type { PhragmenFacts } from './outcome.ts'
import { compareTied, needsLot } from './tie.ts'
import { twinsOf } from './twins.ts'

export type PhragmenOutcome = PhragmenFacts & {
  readonly order: readonly number[]
  /** The load that each purchase gave its supporters. */
  readonly loads: readonly Fraction[]
  readonly lots: readonly (readonly number[])[]
}

type State = {
  readonly contest: Contest
  /** For each group the purchase that set its load; -1 for no load. */
  readonly lastOf: Int32Array
  /** The loads that the purchases set, exactly and as doubles. */
  readonly loads: Fraction[]
  readonly near: number[]
  readonly twins: Int32Array
}

/** Counts by sequential Phragmén. */
export function phragmen(contest: Contest, limits: Limits = NO_LIMITS): PhragmenOutcome {
  const { cost, budget, weight, supporters } = contest
  const state: State = {
    contest,
    lastOf: new Int32Array(weight.length).fill(-1),
    loads: [],
    near: [],
    twins: twinsOf(contest),
  }
  const gate = makeGate(limits, cost)
  const order: number[] = []
  const lots = makeLotBook(contest)
  const isOpen = (each: number) => gate.blockOf(each) === undefined
  let left = budget
  let open = [...cost.keys()]
    .filter((each) => supporters.start[each]! < supporters.start[each + 1]!)
    .filter((each) => cost[each]! <= budget && isOpen(each))
  while (open.length > 0) {
    const { tied, load } = lowest(state, open)
    const outcome = { order, loads: state.loads, lots: lots.list }
    if (tied.some((each) => cost[each]! > left)) {
      const stopped = tied.toSorted((a, b) => compareTied(contest, a, b))
      return { ...outcome, stopped, stoppedAt: load }
    }
    const chosen = tied.reduce((a, b) => (compareTied(contest, a, b) < 0 ? a : b))
    const drawn = tied.filter(
      (each) => each !== chosen && needsLot(contest, each, chosen) && !lots.isNamed(each, chosen),
    )
    if (drawn.length > 0) lots.name([chosen, ...drawn])
    order.push(chosen)
    left -= cost[chosen]!
    gate.fund(chosen)
    carry(state, chosen, load)
    open = open.filter((each) => each !== chosen && isOpen(each))
  }
  return { order, loads: state.loads, lots: lots.list, stopped: [] }
}

function carry({ contest, lastOf, loads, near }: State, chosen: number, load: Fraction): void {
  const { start, item } = contest.supporters
  for (let at = start[chosen]!; at < start[chosen + 1]!; at++) lastOf[item[at]!] = loads.length
  loads.push(load)
  near.push(nearest(load.numerator, load.denominator))
}

/** The open proposals with the lowest new load. Twins are reckoned once. */
function lowest(
  state: State,
  open: readonly number[],
): { tied: readonly number[]; load: Fraction } {
  const lows = new Float64Array(open.length)
  let limit = Infinity
  open.forEach((proposal, at) => {
    const { low, high } = guess(state, proposal)
    lows[at] = low
    limit = Math.min(limit, high)
  })
  const hopeful = open.filter((_, at) => lows[at]! <= limit)
  const loads = new Map<number, Fraction>()
  for (const each of hopeful)
    if (!loads.has(state.twins[each]!)) loads.set(state.twins[each]!, newLoad(state, each))
  const load = [...loads.values()].reduce((a, b) => (isLess(b, a) ? b : a))
  const first = new Set([...loads].filter(([, own]) => !isLess(load, own)).map(([twin]) => twin))
  return { tied: hopeful.filter((each) => first.has(state.twins[each]!)), load }
}

function guess({ contest, lastOf, near }: State, proposal: number): { low: number; high: number } {
  const { supporters, weight, cost } = contest
  let sum = cost[proposal]!
  for (let at = supporters.start[proposal]!; at < supporters.start[proposal + 1]!; at++) {
    const last = lastOf[supporters.item[at]!]!
    if (last >= 0) sum += near[last]! * weight[supporters.item[at]!]!
  }
  const terms = supporters.start[proposal + 1]! - supporters.start[proposal]! + 8
  const load = sum / supportersOf(contest, proposal)
  const slack = load * terms * 4 * EPSILON
  return { low: load - slack, high: load + slack }
}

/** Voters with positive points; the votes of a proposal where ballots are crosses. */
function supportersOf({ supporters, weight }: Contest, proposal: number): number {
  let voters = 0
  for (let at = supporters.start[proposal]!; at < supporters.start[proposal + 1]!; at++)
    voters += weight[supporters.item[at]!]!
  return voters
}

function newLoad({ contest, lastOf, loads }: State, proposal: number): Fraction {
  const { supporters, weight, cost } = contest
  const carried = new Map<number, number>()
  for (let at = supporters.start[proposal]!; at < supporters.start[proposal + 1]!; at++) {
    const last = lastOf[supporters.item[at]!]!
    if (last >= 0) carried.set(last, (carried.get(last) ?? 0) + weight[supporters.item[at]!]!)
  }
  const denominator = loads.at(-1)?.denominator ?? 1n
  let sum = BigInt(cost[proposal]!) * denominator
  carried.forEach((voters, index) => {
    const { numerator, denominator: own } = loads[index]!
    sum += BigInt(voters) * numerator * (denominator / own)
  })
  return { numerator: sum, denominator: denominator * BigInt(supportersOf(contest, proposal)) }
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator
}
