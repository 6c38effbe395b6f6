/**
 * The rules once more, as slowly and plainly as their definitions: one voter, one fraction at a time.
 *
 * Pure. Invariant: shares no code with the counting in src; ties by lowest cost, most votes, lot.
 */
import { add, compare, least, over, q, subtract, times, total, type Q } from './fraction.ts'

/** A small election. Amounts in hundredths; ballots are points by proposal, 0 or missing for none. */
export type Small = {
  readonly budget: number
  readonly costs: readonly number[]
  /** Each voter's points by proposal; undefined where she does not name it. */
  readonly ballots: readonly (readonly (number | undefined)[])[]
  /** Places in the lot order. */
  readonly lot: readonly number[]
}

const all = ({ costs }: Small) => costs.map((_, proposal) => proposal)
const cost = ({ costs }: Small, proposal: number) => costs[proposal] ?? 0
const points = ({ ballots }: Small, voter: number, proposal: number) =>
  Math.max(0, ballots[voter]?.[proposal] ?? 0)
const supporters = (small: Small, proposal: number) =>
  small.ballots.map((_, voter) => voter).filter((voter) => points(small, voter, proposal) > 0)
export const votes = ({ ballots }: Small, proposal: number) =>
  ballots.filter((ballot) => ballot[proposal] !== undefined).length
export const score = ({ ballots }: Small, proposal: number) =>
  ballots.reduce((sum, ballot) => sum + (ballot[proposal] ?? 0), 0)

function byTie(small: Small) {
  return (a: number, b: number) =>
    cost(small, a) - cost(small, b) ||
    votes(small, b) - votes(small, a) ||
    (small.lot[a] ?? 0) - (small.lot[b] ?? 0)
}

/** Greedy after `before`; stops or skips where something does not fit. */
export function greedyReference(
  small: Small,
  { before = [], stop = false, perCost = false }: GreedyOptions = {},
): readonly number[] {
  const funded = [...before]
  const density = (each: number): Q | 'free' =>
    cost(small, each) === 0 && score(small, each) > 0
      ? 'free'
      : cost(small, each) === 0
        ? q(0)
        : q(score(small, each), cost(small, each))
  const byDensity = (a: number, b: number) => {
    const [x, y] = [density(a), density(b)]
    if (x === 'free' || y === 'free') return Number(y === 'free') - Number(x === 'free')
    return compare(y, x)
  }
  const byScore = (a: number, b: number) => score(small, b) - score(small, a)
  const order = all(small).toSorted(
    (a, b) => (perCost ? byDensity(a, b) : byScore(a, b)) || byTie(small)(a, b),
  )
  for (const each of order) {
    if (funded.includes(each) || votes(small, each) === 0) continue
    const spent = funded.reduce((sum, other) => sum + cost(small, other), 0)
    if (spent + cost(small, each) <= small.budget) funded.push(each)
    else if (stop) break
  }
  return funded
}

export type GreedyOptions = {
  readonly before?: readonly number[]
  readonly stop?: boolean
  readonly perCost?: boolean
}

/** Equal shares from these purses. */
export function sharesReference(
  small: Small,
  starts: readonly Q[],
  worth: 'cost' | 'cardinality',
): readonly number[] {
  let purses = [...starts]
  const bought: number[] = []
  const open = () => all(small).filter((each) => !bought.includes(each))
  const free = open().filter(
    (each) => cost(small, each) === 0 && supporters(small, each).length > 0,
  )
  bought.push(...free.toSorted(byTie(small)))
  for (;;) {
    const offers = open()
      .filter((each) => cost(small, each) > 0)
      .flatMap((proposal) => {
        const price = priceOf(small, purses, proposal)
        if (price === undefined) return []
        const value = over(worth === 'cost' ? q(cost(small, proposal)) : q(1), price)
        return [{ proposal, price, value }]
      })
      .toSorted((a, b) => compare(b.value, a.value) || byTie(small)(a.proposal, b.proposal))
    const [best] = offers
    if (best === undefined) return bought
    bought.push(best.proposal)
    purses = purses.map((held, voter) =>
      subtract(held, least(held, times(best.price, q(points(small, voter, best.proposal))))),
    )
  }
}

/** The price a point: the poorest by what they can pay a point give all, the others the same. */
function priceOf(small: Small, purses: readonly Q[], proposal: number): Q | undefined {
  const holders = supporters(small, proposal).map((voter) => {
    const own = points(small, voter, proposal)
    const held = purses[voter] ?? q(0)
    return { own, held, most: over(held, q(own)) }
  })
  const price = q(cost(small, proposal))
  if (compare(total(holders.map(({ held }) => held)), price) < 0) return undefined
  const ordered = holders.toSorted((a, b) => compare(a.most, b.most))
  for (let poor = 0; poor < ordered.length; poor++) {
    const given = total(ordered.slice(0, poor).map(({ held }) => held))
    const units = ordered.slice(poor).reduce((sum, { own }) => sum + own, 0)
    const each = over(subtract(price, given), q(units))
    if (compare(each, ordered[poor]?.most ?? q(0)) <= 0) return each
  }
  return undefined
}

export type AddOptions = {
  readonly worth: 'cost' | 'cardinality'
  readonly floor: boolean
  readonly add: boolean
}

/** Equal shares, with more money for all until nothing else fits. */
export function addReference(small: Small, { worth, floor, add: more }: AddOptions) {
  const voters = Math.max(1, small.ballots.length)
  const exact = q(small.budget, voters)
  const start = floor ? q((exact[0] / exact[1] / 100n) * 100n) : exact
  const run = (extra: number) =>
    sharesReference(
      small,
      small.ballots.map(() => add(start, q(extra))),
      worth,
    )
  const spent = (funded: readonly number[]) =>
    funded.reduce((sum, each) => sum + cost(small, each), 0)
  let best = run(0)
  if (!more) return best
  for (let step = 1; ; step++) {
    const left = small.budget - spent(best)
    const fits = all(small).some(
      (each) =>
        !best.includes(each) && supporters(small, each).length > 0 && cost(small, each) <= left,
    )
    if (!fits) return best
    const next = run(step * 100)
    if (spent(next) > small.budget) return best
    best = next
  }
}

/** Sequential Phragmén by loads; it ends when one of the first does not fit. */
export function phragmenReference(small: Small): readonly number[] {
  let loads = small.ballots.map(() => q(0))
  const bought: number[] = []
  for (;;) {
    const open = all(small).filter(
      (each) =>
        !bought.includes(each) &&
        supporters(small, each).length > 0 &&
        cost(small, each) <= small.budget,
    )
    const offers = open.map((proposal) => {
      const holders = supporters(small, proposal)
      const sum = total(holders.map((voter) => loads[voter] ?? q(0)))
      return { proposal, load: over(add(sum, q(cost(small, proposal))), q(holders.length)) }
    })
    const [lowest] = offers.toSorted((a, b) => compare(a.load, b.load))
    if (lowest === undefined) return bought
    const tied = offers
      .filter(({ load }) => compare(load, lowest.load) === 0)
      .map(({ proposal }) => proposal)
      .toSorted(byTie(small))
    const spent = bought.reduce((sum, each) => sum + cost(small, each), 0)
    if (tied.some((each) => spent + cost(small, each) > small.budget)) return bought
    const [chosen = 0] = tied
    bought.push(chosen)
    const holders = new Set(supporters(small, chosen))
    loads = loads.map((load, voter) => (holders.has(voter) ? lowest.load : load))
  }
}
