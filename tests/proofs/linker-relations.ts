/**
 * Relations: every way of guessing from two features, or from what is shared, which ballot is whose.
 *
 * Pure. Invariant: how a guess is made depends on what was read alone; the truth is only used to count how
 * often each guess would have been right.
 */
import { ranksOf, type Side } from './linker-features.ts'
import { nearestPairs, type Pairs } from './linker-pairs.ts'

/** Boxes that were read apart from each other, each with people, ballots and who cast which. */
export type Box = {
  readonly people: Side
  readonly ballots: Side
  /** The ballot of each person. */
  readonly truth: readonly number[]
  /** Pairs that the observer finds to share something, by how. */
  readonly shared: ReadonlyMap<string, Pairs>
}

/** A way of guessing, and what it comes to over all boxes. */
export type Guess = { readonly how: string; readonly hits: number; readonly mean: number }

/** All guesses worth naming, and how many ways were tried. */
export type Search = { readonly guesses: readonly Guess[]; readonly tried: number }

type Ranked = ReturnType<typeof ranksOf>

/** Every pair of features: by rank with any offset forward or backward, roughly or exactly, and by class. */
export function byFeatures(boxes: readonly Box[]): Search {
  const people = rankedByName(boxes.map(({ people }) => people))
  const ballots = rankedByName(boxes.map(({ ballots }) => ballots))
  const guesses: Guess[] = []
  let tried = 0
  for (const [one, ofPeople] of people)
    for (const [other, ofBallots] of ballots) {
      const found = byRanks(boxes, ofPeople, ofBallots)
      tried += found.tried
      for (const { how, hits, mean } of found.guesses)
        guesses.push({ how: `${one} ~ ${other}, ${how}`, hits, mean })
    }
  return { guesses, tried }
}

function rankedByName(sides: readonly Side[]): Map<string, (Ranked | undefined)[]> {
  const ranked = new Map<string, (Ranked | undefined)[]>()
  sides.forEach((side, at) => {
    for (const feature of side.features) {
      const each = ranked.get(feature.name) ?? sides.map(() => undefined)
      each[at] = ranksOf(feature)
      ranked.set(feature.name, each)
    }
  })
  return unlike(ranked)
}

/** Features that order all boxes alike make the same guesses: the first of them stands for all. */
function unlike(ranked: ReadonlyMap<string, (Ranked | undefined)[]>) {
  const byOrder = new Map(
    [...ranked].toReversed().map(([name, each]) => {
      const order = each.map((box) => box && `${box.rank.join()};${box.dense.join()}`).join('|')
      return [order, [name, each] as const]
    }),
  )
  return new Map([...byOrder.values()].toReversed())
}

function byRanks(
  boxes: readonly Box[],
  people: readonly (Ranked | undefined)[],
  ballots: readonly (Ranked | undefined)[],
): Search {
  const size = Math.max(...boxes.map(({ truth }) => truth.length))
  const [forward, backward] = [new Int32Array(size), new Int32Array(size)]
  const classes = { hits: 0, mean: 0 }
  let mean = 0
  boxes.forEach(({ truth }, at) => {
    const [one, other] = [people[at], ballots[at]]
    if (one === undefined || other === undefined) return
    const known = { people: countKnown(one.rank), ballots: countKnown(other.rank) }
    mean += known.people / truth.length
    classes.mean += pairsOfClasses(one.dense, other.dense) / truth.length
    truth.forEach((ballot, person) => {
      const [a, b] = [one.rank[person]!, other.rank[ballot]!]
      if (a < 0 || b < 0) return
      forward[modulo(b - a, known.ballots)]! += 1
      backward[modulo(b + a + 1, known.ballots)]! += 1
      if (one.dense[person] === other.dense[ballot]) classes.hits += 1
    })
  })
  const exact = [
    ...bestWindows(forward, 'forward', mean),
    ...bestWindows(backward, 'backward', mean),
  ]
  return {
    guesses: [...exact, { how: 'equal classes', ...classes }],
    tried: 2 * size * WIDTHS.length + 1,
  }
}

function countKnown(rank: Int32Array): number {
  return rank.reduce((sum, each) => sum + (each < 0 ? 0 : 1), 0)
}

function modulo(number: number, size: number): number {
  return ((number % size) + size) % size
}

/** How many pairs stand in classes of the same number: what a guess by class names. */
function pairsOfClasses(one: Int32Array, other: Int32Array): number {
  const sizes = new Map<number, number>()
  for (const each of other) if (each >= 0) sizes.set(each, (sizes.get(each) ?? 0) + 1)
  return one.reduce((sum, each) => sum + (each < 0 ? 0 : (sizes.get(each) ?? 0)), 0)
}

/** Exactly that rank, or one of so many beside it: an order with some noise in it is still an order. */
const WIDTHS = [1, 3, 9, 27, 81] as const

/** The best offset for every width. */
function bestWindows(histogram: Int32Array, direction: string, mean: number): Guess[] {
  const size = histogram.length
  return WIDTHS.filter((width) => width === 1 || width * 4 <= size).map((width) => {
    let hits = 0
    for (let at = 0; at < width; at++) hits += histogram[at]!
    let best = { hits, offset: 0 }
    for (let offset = 1; offset < size; offset++) {
      hits += histogram[(offset + width - 1) % size]! - histogram[offset - 1]!
      if (hits > best.hits) best = { hits, offset }
    }
    const within = width === 1 ? '' : ` within ${width}`
    return { how: `${direction} from ${best.offset}${within}`, hits: best.hits, mean: mean * width }
  })
}

/** What people and ballots share: lines, words, beginnings, values, and what is next to what. */
export function byShared(boxes: readonly Box[]): Search {
  const scores = new Map<string, { hits: number; mean: number }>()
  for (const box of boxes)
    for (const [how, pairs] of [
      ...box.shared,
      ...nearestPairs(box.people.seen, box.ballots.seen),
    ]) {
      const score = scores.get(how) ?? { hits: 0, mean: 0 }
      score.hits += pairs.filter(([person, ballot]) => box.truth[person] === ballot).length
      score.mean += pairs.length / box.truth.length
      scores.set(how, score)
    }
  const guesses = [...scores].map(([how, score]) => ({ how, ...score }))
  return { guesses, tried: scores.size }
}
