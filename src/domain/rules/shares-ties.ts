/**
 * Ties in equal shares: values that a double can hold, and the lots that decided.
 *
 * Pure. Invariant: whatever is named as drawn by lot was of just the same value, cost and votes as the one
 * that was bought. Where all supporters pay the whole price, a value is their points, or their points for
 * each unit of cost: one whole number over another. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { exactPrice } from './exact-price.ts'
import type { Ledger } from './ledger.ts'
import type { Gate } from './limits.ts'
import type { LotBook } from './lots.ts'
import type { Purses } from './purses.ts'

/** What a proposal is worth: the points of those who pay (effective votes), or points a unit of money. */
export type Worth = 'cost' | 'cardinality'

/** Whether points over cost is another double for every two such fractions. */
export function tellsFractions({ cost }: Contest, { allUnits }: Purses): boolean {
  const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 1)
  // Two fractions differ by one part in the product or more, two doubles by one in 2 ** 52.
  return most(cost) * most(allUnits) < 2 ** 52
}

/** What choosing by value needs to know, of which ties are made. */
export type Tied = {
  readonly contest: Contest
  readonly worth: Worth
  readonly purses: Purses
  readonly ledger: Ledger
  /** An upper and a lower bound of the value, by proposal; equal where it is known, -1 above what is out. */
  readonly above: Float64Array
  readonly below: Float64Array
  /** Whether a double tells two values apart where all pay the whole price. */
  readonly tells: boolean
  /** The place of each proposal in the order of ties, and those that only a lot tells from it. */
  readonly places: Int32Array
  readonly equals: ReadonlyMap<number, readonly number[]>
  readonly gate: Gate
  readonly lots: LotBook
}

/** What a look costs beyond its supporters, in looks at a supporter: about its time. */
export const LOOK = 32

/** Sets the value of a proposal whose supporters all pay the whole price, if a double can hold it. */
export function setKnown(tied: Tied, proposal: number): boolean {
  const { contest, worth, above, below, purses, tells } = tied
  if (!tells) return false
  const units = purses.richUnits[proposal]!
  above[proposal] = worth === 'cost' ? units : units / contest.cost[proposal]!
  below[proposal] = above[proposal]!
  return true
}

/** Free proposals with supporters come first, in the order of ties; the lot decides where a limit does. */
export function freeProposals({ contest, purses, gate, lots, places }: Tied): readonly number[] {
  const free = [...contest.cost.keys()]
    .filter((each) => contest.cost[each] === 0 && purses.allUnits[each]! > 0)
    .toSorted((a, b) => places[a]! - places[b]!)
  const groups = Map.groupBy(free, (each) => contest.votes[each])
  return [...groups.values()].flatMap((tied) => {
    const taken = tied.filter((each) => {
      if (gate.blockOf(each)) return false
      gate.fund(each)
      return true
    })
    const isNew = tied.some((each) => each !== tied[0] && !lots.isNamed(each, tied[0]!))
    if (taken.length > 0 && taken.length < tied.length && isNew) lots.name(tied)
    return taken
  })
}

/** Names the proposals that the lot alone put behind the chosen one, before that is paid. */
export function nameLot(tied: Tied, chosen: number): void {
  const { equals, above, below, lots, gate } = tied
  const rivals = (equals.get(chosen) ?? []).filter(
    (each) => each !== chosen && above[each]! >= below[chosen]! && !lots.isNamed(each, chosen),
  )
  const value = rivals.length > 0 ? valueOf(tied, chosen) : undefined
  if (value === undefined) return
  const drawn = rivals.filter((each) => {
    const other = gate.blockOf(each) ? undefined : valueOf(tied, each)
    return other !== undefined && other.over * value.under === value.over * other.under
  })
  if (drawn.length > 0) lots.name([chosen, ...drawn])
}

/** The value as a fraction; undefined where the supporters cannot pay. */
function valueOf({ contest, worth, purses, ledger }: Tied, proposal: number) {
  const price = exactPrice(purses, ledger, proposal)
  if (price === undefined) return undefined
  const scale = worth === 'cost' ? BigInt(contest.cost[proposal]!) : 1n
  return { over: scale * BigInt(price.units), under: price.numerator }
}
