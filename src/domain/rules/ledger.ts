/**
 * The ledger of one run of equal shares: every purchase, and what it cost each payer, exactly.
 *
 * Pure. Invariant: what a group of voters still holds is its start minus its points times each price it
 * paid, or nothing; so every exact amount is a sum of starts and prices with whole coefficients, and one
 * row of multiplications tells it. Who gave everything is written down at once, but a price is worked out
 * only when an exact amount is asked for, which is seldom. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { commonDivisor } from './fraction.ts'

/** What each voter of a part holds at the start: numerators in hundredths over one denominator. */
export type Endowment = { readonly numerators: readonly bigint[]; readonly denominator: bigint }

export type Ledger = {
  reset(endowment: Endowment): void
  /** The denominator of every amount below. */
  denominator(): bigint
  /** Begins a sum. */
  clear(): void
  /** Adds what all voters of a group hold, `times` a head. The group must not be empty-handed. */
  add(group: number, times: number): void
  /** The sum's numerator. */
  total(): bigint
  /** Writes down that a group gives all it holds for the proposal that is bought next. */
  give(group: number): void
  /** Writes down that a proposal was bought, so many points paying in full; `unpaid`: what they pay, if it is known. */
  buy(proposal: number, units: number, unpaid?: bigint): void
  /** The groups of one key hold the same. */
  key(group: number): string
}

/** A sum of money: how often each start is in it, and how often each price is taken from it. */
type Sum = { readonly starts: Float64Array; readonly paid: Float64Array }

/** A purchase: those who gave everything stand in one list, up to `end`. */
type Purchase = { readonly proposal: number; readonly units: number; readonly end: number }

type Book = {
  readonly contest: Contest
  readonly sum: Sum
  /** The number of the purchase of each proposal, or -1. */
  readonly boughtAt: Int32Array
  /** Nobody gives everything twice. */
  readonly gave: Int32Array
  given: number
  readonly purchases: Purchase[]
  endowment: Endowment
  /** What is worked out of the purchases, from the first on. */
  readonly prices: bigint[]
  readonly factors: bigint[]
  denominator: bigint
}

/** An empty ledger for the contest; reset() opens it. */
export function makeLedger(contest: Contest): Ledger {
  const proposals = contest.cost.length
  const book: Book = {
    contest,
    sum: {
      starts: new Float64Array(contest.partVoters.length),
      paid: new Float64Array(proposals),
    },
    boughtAt: new Int32Array(proposals),
    gave: new Int32Array(contest.weight.length),
    given: 0,
    purchases: [],
    endowment: { numerators: [], denominator: 1n },
    ...{ prices: [], factors: [], denominator: 1n },
  }
  return {
    reset: (endowment) => reset(book, endowment),
    denominator: () => settled(book).denominator,
    clear: () => clear(settled(book)),
    add: (group, times) => add(book, group, times),
    total: () => evaluate(book),
    give: (group) => (book.gave[book.given++] = group),
    buy(proposal, units, unpaid) {
      book.boughtAt[proposal] = book.purchases.length
      book.purchases.push({ proposal, units, end: book.given })
      if (unpaid !== undefined) post(book, unpaid, units)
    },
    key: (group) => keyOf(book, group),
  }
}

function reset(book: Book, endowment: Endowment): void {
  book.endowment = endowment
  book.denominator = endowment.denominator
  book.given = book.purchases.length = book.prices.length = book.factors.length = 0
  book.boughtAt.fill(-1)
}

/** Works out the prices of the purchases that were only written down. */
function settled(book: Book): Book {
  const { contest, purchases, prices } = book
  for (let index = prices.length; index < purchases.length; index++) {
    const { proposal, units, end } = purchases[index]!
    clear(book)
    for (let at = purchases[index - 1]?.end ?? 0; at < end; at++)
      add(book, book.gave[at]!, contest.weight[book.gave[at]!]!)
    const unpaid = BigInt(contest.cost[proposal]!) * book.denominator - evaluate(book)
    post(book, unpaid, units)
  }
  return book
}

/** Adds the price of the first purchase that has none. */
function post(book: Book, unpaid: bigint, units: number): void {
  const divisor = commonDivisor(unpaid, units)
  book.prices.push(unpaid / BigInt(divisor))
  book.factors.push(BigInt(units / divisor))
  book.denominator *= BigInt(units / divisor)
}

function clear({ sum, prices }: Book): void {
  sum.starts.fill(0)
  sum.paid.fill(0, 0, prices.length)
}

/** Purchases whose prices are not worked out yet came later than the amount that is asked for. */
function add({ contest, boughtAt, prices, sum }: Book, group: number, times: number): void {
  const { start, item, points } = contest.ballots
  const end = start[group + 1]!
  const most = prices.length
  sum.starts[contest.part[group]!]! += times
  for (let at = start[group]!; at < end; at++) {
    const index = boughtAt[item[at]!]!
    if (index >= 0 && index < most && points[at]! > 0) sum.paid[index]! += times * points[at]!
  }
}

function evaluate({ sum, endowment, prices, factors }: Book): bigint {
  let total = 0n
  endowment.numerators.forEach((numerator, part) => {
    if (sum.starts[part]! > 0) total += BigInt(sum.starts[part]!) * numerator
  })
  for (let index = 0; index < prices.length; index++) {
    const factor = factors[index]!
    if (factor !== 1n) total *= factor
    if (sum.paid[index]! > 0) total -= BigInt(sum.paid[index]!) * prices[index]!
  }
  return total
}

function keyOf({ contest, boughtAt }: Book, group: number): string {
  const { start, item, points } = contest.ballots
  const paid: string[] = []
  for (let at = start[group]!; at < start[group + 1]!; at++)
    if (boughtAt[item[at]!]! >= 0) paid.push(`${item[at]}*${points[at]}`)
  return [contest.part[group], ...paid.toSorted()].join(';')
}
