/**
 * One run of equal shares: purchases from the highest value down, until no supporters can pay.
 *
 * Pure. Definition: every voter holds a start. A proposal that its supporters can pay costs each of
 * their points the price p for which the payments min(purse, p · points) make up its cost. Its value is
 * cost / p (effective votes) or 1 / p (cardinality); the highest is bought, its supporters pay, and so
 * on. Invariant: every choice between two values is proved, by bounds or by fractions.
 * Source: Peters, Pierczynski and Skowron, Proportional Participatory Budgeting with Additive Utilities,
 * 2021. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { exactPrice, type ExactPrice } from './exact-price.ts'
import { EPSILON, nearest } from './fraction.ts'
import { blockOf, NO_LIMITS, type Limits } from './limits.ts'
import { makeLedger, type Endowment, type Ledger } from './ledger.ts'
import { fillPurses, isNarrow, makePurses, quote, type Purses, type Quote } from './purses.ts'
import { compareTied, needsLot } from './tie.ts'
import { makeTurnQueue, type TurnQueue } from './turn-queue.ts'

/** What a proposal is worth: the points of those who pay (effective votes), or points a unit of money. */
export type Worth = 'cost' | 'cardinality'

/** Stands for a purse of which only an exact look could tell that it is not empty. */
const LEAST = 1e-300

export type SharesRun = {
  /** Proposals in the order in which they were bought. */
  readonly order: readonly number[]
  /** Hundredths. */
  readonly spent: number
  /** Rounds in which two or more had the same value. */
  readonly ties: number
  /** Proposals of equal value, cost and votes of which a lot chose the first. */
  readonly lots: readonly (readonly number[])[]
}

export type SharesCounter = {
  (endowment: Endowment): SharesRun
  /** What the supporters of a proposal hold together after the last run; hundredths, rounded down. */
  holdings(proposal: number): bigint
  /** Whether anybody gave the proposal points. */
  isSupported(proposal: number): boolean
}

export type CounterOptions = { readonly worth: Worth; readonly limits?: Limits | undefined }

type Count = {
  readonly contest: Contest
  readonly limits: Limits
  readonly worth: Worth
  readonly purses: Purses
  readonly ledger: Ledger
  readonly queue: TurnQueue
  /** An upper and a lower bound of the value, by proposal. */
  readonly above: Float64Array
  readonly below: Float64Array
  readonly quote: Quote
  readonly watch: Watcher | undefined
  order: number[]
  ties: number
  lots: number[][]
}

/** Prepares the contest for any number of runs; every run begins afresh. */
export function makeSharesCounter(
  contest: Contest,
  { worth, limits = NO_LIMITS }: CounterOptions,
  watch?: Watcher,
): SharesCounter {
  const size = contest.cost.length
  const count: Count = {
    contest,
    limits,
    worth,
    purses: makePurses(contest),
    ledger: makeLedger(contest),
    queue: makeTurnQueue(size),
    above: new Float64Array(size),
    below: new Float64Array(size),
    quote: { low: 0, high: 0, poorMoney: 0, poorVoters: 0 },
    watch,
    order: [],
    ties: 0,
    lots: [],
  }
  const counter = (endowment: Endowment) => run(count, endowment)
  return Object.assign(counter, {
    holdings: (proposal: number) => holdings(count, proposal),
    isSupported: (proposal: number) => count.purses.allUnits[proposal]! > 0,
  })
}

function holdings({ contest, purses, ledger }: Count, proposal: number): bigint {
  const { first, group, money } = purses
  ledger.clear()
  for (let at = first[proposal]!; at < first[proposal + 1]!; at++)
    if (money[group[at]!]! > 0) ledger.add(group[at]!, contest.weight[group[at]!]!)
  return ledger.total() / ledger.denominator()
}

/** Is told of every purchase before it is paid, for explanations and certificates. */
export type Watcher = (purchase: {
  readonly proposal: number
  readonly price: ExactPrice
  readonly purses: Purses
  readonly ledger: Ledger
}) => void

function run(count: Count, endowment: Endowment): SharesRun {
  begin(count, endowment)
  for (let chosen = choose(count); chosen !== undefined; chosen = choose(count)) {
    const { proposal, price } = chosen
    count.order.push(proposal)
    if (price) count.watch?.({ proposal, price, purses: count.purses, ledger: count.ledger })
    pay(count, proposal, price)
  }
  const { order, ties, lots, contest } = count
  return { order, ties, lots, spent: order.reduce((sum, each) => sum + contest.cost[each]!, 0) }
}

function begin(count: Count, endowment: Endowment): void {
  const { contest, purses, queue, above } = count
  const { numerators, denominator } = endowment
  fillPurses(
    purses,
    numerators.map((numerator) => nearest(numerator, denominator)),
  )
  count.ledger.reset(endowment)
  queue.clear()
  count.lots = []
  count.ties = 0
  const free = [...contest.cost.keys()].filter(
    (each) => contest.cost[each] === 0 && purses.allUnits[each]! > 0,
  )
  count.order = []
  for (const each of free.toSorted((a, b) => compareTied(contest, a, b)))
    if (!isBlocked(count, each)) count.order.push(each)
  if (purses.most <= 0) return
  for (let proposal = 0; proposal < contest.cost.length; proposal++) {
    if (contest.cost[proposal] === 0 || purses.allUnits[proposal] === 0) continue
    above[proposal] = valueOf(count, proposal, purses.low[proposal]!) * (1 + 4 * EPSILON)
    queue.put(proposal, above[proposal]!)
  }
}

/** The exact price is left out where its bounds are near enough to each other. */
type Chosen = { readonly proposal: number; readonly price?: ExactPrice }

/** The affordable proposal of the highest value; undefined where no supporters can pay any more. */
function choose(count: Count): Chosen | undefined {
  const { queue, above, below } = count
  const hopeful: number[] = []
  let best = 0
  while (queue.highest() >= best && queue.highest() > 0) {
    const proposal = queue.take()
    if (isBlocked(count, proposal)) continue
    if (!assess(count, proposal, best)) continue
    if (above[proposal]! < best) queue.put(proposal, above[proposal]!)
    else {
      hopeful.push(proposal)
      best = Math.max(best, below[proposal]!)
    }
  }
  const last = hopeful.filter((proposal) => above[proposal]! >= best)
  for (const proposal of hopeful) if (above[proposal]! < best) queue.put(proposal, above[proposal]!)
  const [only] = last
  if (only === undefined) return undefined
  const plain = last.length === 1 && count.watch === undefined && isNarrow(count.purses, only)
  return plain ? { proposal: only } : decide(count, last)
}

/** Whether a limit keeps the proposal out, for good. */
function isBlocked({ limits, contest, order }: Count, proposal: number): boolean {
  if (limits === NO_LIMITS) return false
  return blockOf(limits, contest.cost, new Set(order), proposal) !== undefined
}

/** Sets the bounds of a proposal's value; false where its supporters cannot pay it, now or later. */
function assess(count: Count, proposal: number, best: number): boolean {
  const { purses, above, below, quote: found } = count
  const limit = best > 0 ? (valueOf(count, proposal, 1) / best) * (1 + 16 * EPSILON) : Infinity
  const quoted = quote(purses, proposal, limit, found)
  if (quoted === 'short') return false
  if (quoted === 'sure' || (quoted === 'unsure' && found.low > limit)) {
    above[proposal] = valueOf(count, proposal, found.low) * (1 + 4 * EPSILON)
    below[proposal] =
      quoted === 'sure' ? valueOf(count, proposal, found.high) * (1 - 4 * EPSILON) : 0
    return true
  }
  const price = exactPrice(purses, count.ledger, proposal)
  if (price === undefined) return false
  purses.low[proposal] = price.near * (1 - 4 * EPSILON)
  above[proposal] = valueOf(count, proposal, price.near) * (1 + 8 * EPSILON)
  below[proposal] = valueOf(count, proposal, price.near) * (1 - 8 * EPSILON)
  return true
}

function valueOf({ contest, worth }: Count, proposal: number, price: number): number {
  return (worth === 'cost' ? contest.cost[proposal]! : 1) / price
}

/** Chooses among proposals whose values doubles cannot tell apart. */
function decide(count: Count, hopeful: readonly number[]): Chosen {
  const { contest, worth, purses, ledger, queue, above } = count
  const exact = hopeful.map((proposal) => {
    const price = exactPrice(purses, ledger, proposal)
    if (price === undefined) throw new Error('a proposal was bought that its supporters cannot pay')
    const scale = worth === 'cost' ? BigInt(contest.cost[proposal]!) : 1n
    return { proposal, price, over: scale * BigInt(price.units), under: price.numerator }
  })
  const highest = exact.reduce((a, b) => (b.over * a.under > a.over * b.under ? b : a))
  const tied = exact
    .filter((each) => each.over * highest.under === highest.over * each.under)
    .toSorted((a, b) => compareTied(contest, a.proposal, b.proposal))
  const [chosen = highest] = tied
  if (tied.length > 1) count.ties++
  const drawn = tied.filter(({ proposal }) => needsLot(contest, proposal, chosen.proposal))
  if (drawn.length > 1) count.lots.push(drawn.map(({ proposal }) => proposal))
  for (const { proposal } of exact)
    if (proposal !== chosen.proposal) queue.put(proposal, above[proposal]!)
  return chosen
}

/** Takes the price from every supporter; the poor give what they hold. */
function pay({ purses, ledger }: Count, proposal: number, price: ExactPrice | undefined): void {
  const { money, first, group, points, rich, alive, low, high, mostPoints } = purses
  const slack = price ? 0 : (high[proposal]! - low[proposal]!) / 2
  const paid = price ? price.near : low[proposal]! + slack
  for (let at = first[proposal]!; at < rich[proposal]!; at++) {
    const holder = group[at]!
    money[holder] = Math.max(money[holder]! - paid * points[at]!, LEAST)
  }
  for (let at = rich[proposal]!; at < alive[proposal]!; at++) {
    if (money[group[at]!]! > 0) ledger.give(group[at]!)
    money[group[at]!] = 0
  }
  for (const holder of price?.spent ?? []) money[holder] = 0
  ledger.buy(proposal, purses.richUnits[proposal]!, price?.numerator)
  purses.error += slack * mostPoints[proposal]! + purses.most * 6 * EPSILON
}
