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
import { makeGate, NO_LIMITS, type Gate, type Limits } from './limits.ts'
import { makeLedger, type Endowment, type Ledger } from './ledger.ts'
import { fillPurses, makePurses, quote, type Purses, type Quote } from './purses.ts'
import { makeLotBook } from './lots.ts'
import {
  freeProposals,
  LOOK,
  nameLot,
  setKnown,
  tellsFractions,
  type Tied,
  type Worth,
} from './shares-ties.ts'
import { equalsOf, tiePlaces } from './tie.ts'
import { makeTurnQueue, type TurnQueue } from './turn-queue.ts'

/** Stands for a purse of which only an exact look could tell that it is not empty. */
const LEAST = 1e-300

export type SharesRun = {
  /** Proposals in the order in which they were bought. */
  readonly order: readonly number[]
  /** Hundredths. */
  readonly spent: number
}

export type SharesCounter = {
  (endowment: Endowment): SharesRun
  /** What the supporters of a proposal hold together after the last run; hundredths, rounded down. */
  holdings(proposal: number): bigint
  /** Proposals of equal value, cost and votes of which a lot chose the first, in any of the runs. */
  lots(): readonly (readonly number[])[]
  /** How much all runs looked at: supporters, and what stands for the rest. The same on every machine. */
  work(): number
}

export type CounterOptions = { readonly worth: Worth; readonly limits?: Limits | undefined }

type Count = Tied & {
  readonly limits: Limits
  readonly queue: TurnQueue
  readonly quote: Quote
  gate: Gate
  order: number[]
  work: number
}

/** Prepares the contest for any number of runs; every run begins afresh. */
export function makeSharesCounter(
  contest: Contest,
  { worth, limits = NO_LIMITS }: CounterOptions,
  watch?: Watcher,
): SharesCounter {
  const size = contest.cost.length
  const places = tiePlaces(contest)
  const purses = makePurses(contest)
  const count: Count = {
    contest,
    limits,
    worth,
    purses,
    ledger: makeLedger(contest),
    queue: makeTurnQueue(places),
    ...{ places, equals: equalsOf(contest), lots: makeLotBook(contest) },
    tells: worth === 'cost' || tellsFractions(contest, purses),
    above: new Float64Array(size),
    below: new Float64Array(size),
    quote: { low: 0, high: 0, sure: false, payable: false, poorMoney: 0, poorVoters: 0 },
    gate: makeGate(limits, contest.cost),
    order: [],
    work: 0,
  }
  const counter = (endowment: Endowment) => run(count, endowment, watch)
  return Object.assign(counter, {
    holdings: (proposal: number) => holdings(count, proposal),
    lots: () => count.lots.list,
    work: () => count.work,
  })
}

function holdings({ contest, purses, ledger }: Count, proposal: number): bigint {
  const { start, item } = contest.supporters
  ledger.clear()
  for (let at = start[proposal]!; at < start[proposal + 1]!; at++)
    if (purses.money[item[at]!]! > 0) ledger.add(item[at]!, contest.weight[item[at]!]!)
  return ledger.total() / ledger.denominator()
}

/** Is told of every purchase before it is paid, for explanations and certificates. */
export type Watcher = (purchase: {
  readonly proposal: number
  readonly price: ExactPrice
  readonly purses: Purses
  readonly ledger: Ledger
}) => void

function run(count: Count, endowment: Endowment, watch: Watcher | undefined): SharesRun {
  begin(count, endowment)
  for (;;) {
    const chosen = choose(count)
    if (chosen === undefined) break
    nameLot(count, chosen.proposal)
    fund(count, chosen.proposal)
    if (chosen.price) {
      watch?.({
        proposal: chosen.proposal,
        price: chosen.price,
        purses: count.purses,
        ledger: count.ledger,
      })
      pay(count, chosen.proposal, chosen.price)
    }
  }
  const { order, contest } = count
  return { order, spent: order.reduce((sum, each) => sum + contest.cost[each]!, 0) }
}

function fund({ order, gate, above }: Count, proposal: number): void {
  above[proposal] = -1
  order.push(proposal)
  gate.fund(proposal)
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
  above.fill(-1)
  count.work += contest.supporters.item.length
  count.gate = makeGate(count.limits, contest.cost)
  count.order = [...freeProposals(count)]
  if (purses.most <= 0) return
  for (let proposal = 0; proposal < contest.cost.length; proposal++) {
    if (contest.cost[proposal] === 0 || purses.allUnits[proposal] === 0) continue
    above[proposal] = valueOf(count, proposal, purses.low[proposal]!) * (1 + 4 * EPSILON)
    queue.put(proposal, above[proposal]!)
  }
}

type Chosen = { readonly proposal: number; readonly price?: ExactPrice }

/** The affordable proposal of the highest value; undefined where no supporters can pay any more. */
function choose(count: Count): Chosen | undefined {
  const { queue, above, below, places } = count
  const hopeful: number[] = []
  let best = 0
  /** The first in the order of ties among those whose value is known to be `best`. */
  let leader = -1
  while (queue.highest() >= best && queue.highest() > 0) {
    const isEqual = leader >= 0 && queue.highest() === best
    if (isEqual && places[leader]! < places[queue.first()]!) break
    const proposal = queue.take()
    if (count.gate.blockOf(proposal) || !assess(count, proposal, best)) above[proposal] = -1
    else if (above[proposal]! < best) queue.put(proposal, above[proposal]!)
    else {
      hopeful.push(proposal)
      const isKnown = above[proposal] === below[proposal]
      if (below[proposal]! > best) leader = isKnown ? proposal : -1
      else if (isKnown && (leader < 0 || places[proposal]! < places[leader]!)) leader = proposal
      best = Math.max(best, below[proposal]!)
    }
  }
  const last = hopeful.filter((proposal) => above[proposal]! >= best)
  for (const proposal of hopeful) if (above[proposal]! < best) queue.put(proposal, above[proposal]!)
  if (last.length === 0) return undefined
  return decide(count, last)
}

/** Sets the bounds of a proposal's value; false where its supporters cannot pay it, now or later. */
function assess(count: Count, proposal: number, best: number): boolean {
  const { purses, above, below, quote: found, contest } = count
  count.work += purses.alive[proposal]! - contest.supporters.start[proposal]! + LOOK
  const limit = best > 0 ? (valueOf(count, proposal, 1) / best) * (1 + 16 * EPSILON) : Infinity
  quote(purses, proposal, limit, found)
  if (found.payable && (found.sure || found.low > limit)) {
    if (found.sure && found.poorVoters === 0 && setKnown(count, proposal)) return true
    above[proposal] = valueOf(count, proposal, found.low) * (1 + 4 * EPSILON)
    below[proposal] = found.sure ? valueOf(count, proposal, found.high) * (1 - 4 * EPSILON) : 0
    return true
  }
  count.work += LOOK * (LOOK + count.ledger.size())
  const price = exactPrice(purses, count.ledger, proposal)
  if (price === undefined) return false
  const isWhole = price.numerator === BigInt(contest.cost[proposal]!) * count.ledger.denominator()
  if (isWhole && setKnown(count, proposal)) return true
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
  const { contest, worth, purses, ledger, queue, above, places } = count
  const exact = hopeful.map((proposal) => {
    const price = exactPrice(purses, ledger, proposal)
    if (price === undefined) throw new Error('a proposal was bought that its supporters cannot pay')
    const scale = worth === 'cost' ? BigInt(contest.cost[proposal]!) : 1n
    return { proposal, price, over: scale * BigInt(price.units), under: price.numerator }
  })
  const chosen = exact.reduce((a, b) => {
    const [first, second] = [a.over * b.under, b.over * a.under]
    if (first !== second) return first > second ? a : b
    return places[a.proposal]! < places[b.proposal]! ? a : b
  })
  for (const { proposal } of exact)
    if (proposal !== chosen.proposal) queue.put(proposal, above[proposal]!)
  return chosen
}

/** Takes the price from every supporter; the poor give what they hold. */
function pay({ contest, purses, ledger }: Count, proposal: number, price: ExactPrice): void {
  const { money, group, points, rich, alive } = purses
  const paid = ledger.buy(proposal, price.numerator, price.units)
  const first = contest.supporters.start[proposal]!
  for (let at = first; at < rich[proposal]!; at++) {
    const holder = group[at]!
    money[holder] = Math.max(money[holder]! - paid * points[at]!, LEAST)
  }
  for (let at = rich[proposal]!; at < alive[proposal]!; at++) money[group[at]!] = 0
  for (const holder of price.spent) money[holder] = 0
  purses.error += purses.most * 6 * EPSILON
}
