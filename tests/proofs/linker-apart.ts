/**
 * Parts: places that set a few people, or a few ballots, apart from all others.
 *
 * Pure. Invariant: where a part of the people and a part of the ballots are set apart, the ones are taken to
 * have cast the others; in an honest election neither is.
 */
import { findParties, indexNames, type Party, type Sight } from './linker-sights.ts'

export type Part = { readonly how: string; readonly parties: readonly number[] }

/** In lists of so many an order that chance made does not look like a sorted list with a few mistakes. */
const FEWEST_IN_ORDER = 16

/** Those whom a sight names by something by which it does not name the others, or names out of order. */
export function partsOf(sights: readonly Sight[], parties: readonly Party[]): Part[] {
  const index = indexNames(parties)
  return sights.flatMap((sight) => {
    const seen = findParties(sight, index)
    const kinds = new Set(seen.flatMap((sightings) => sightings.map(({ kind }) => kind)))
    return [...kinds].flatMap((kind) => {
      const places = seen.flatMap((sightings, party) => {
        const place = sightings.find((each) => each.kind === kind)
        return place === undefined ? [] : [{ party, offset: place.offset }]
      })
      const sequence = places.toSorted((a, b) => a.offset - b.offset).map(({ party }) => party)
      const orders = ordersOf(parties, kind)
      const how = `${sight.name} by ${kind}`
      if (sequence.length < parties.length) return [{ how, parties: sequence }]
      return outOfOrder(sequence, orders).map((each) => ({ how: `${how}, order`, parties: each }))
    })
  })
}

/**
 * The rank of each party in every order in which a list of such names can be sorted: that of the bytes, which is
 * also that of hex and of the letters of receipts, and those of the texts (base64url has its digits elsewhere).
 */
function ordersOf(parties: readonly Party[], kind: string): number[][] {
  const named = parties.map((party) => party.find((name) => name.kind === kind))
  const texts = Array.from({ length: named[0]?.texts.length ?? 0 }, (_, at) =>
    named.map((name) => Buffer.from(name?.texts[at] ?? '')),
  )
  return [named.map((name) => Buffer.from(name?.bytes ?? [])), ...texts].map(ranksOf)
}

function ranksOf(values: readonly Buffer[]): number[] {
  const sorted = values
    .map((value, party) => ({ value, party }))
    .toSorted((a, b) => Buffer.compare(a.value, b.value))
  const rank = values.map(() => 0)
  sorted.forEach(({ party }, at) => (rank[party] = at))
  return rank
}

/** The few that keep a list from being in the order that fits it best; none where it is in no order at all. */
function outOfOrder(sequence: readonly number[], orders: readonly number[][]): number[][] {
  if (sequence.length < FEWEST_IN_ORDER) return []
  const lists = [sequence, sequence.toReversed()]
  const [fewest = []] = orders
    .flatMap((rank) => lists.map((list) => outside(list, rank)))
    .toSorted((a, b) => a.length - b.length)
  return fewest.length > 0 && fewest.length * 8 <= sequence.length ? [fewest] : []
}

function outside(list: readonly number[], rank: readonly number[]): number[] {
  const inOrder = new Set(longestRise(list.map((party) => rank[party]!)).map((at) => list[at]!))
  return list.filter((party) => !inOrder.has(party))
}

/** Where the longest rising part of a list stands. */
function longestRise(list: readonly number[]): number[] {
  const ends: number[] = []
  const before = list.map((value, at) => {
    const place = ends.findIndex((end) => list[end]! >= value)
    const previous = place < 0 ? ends.at(-1) : ends[place - 1]
    ends[place < 0 ? ends.length : place] = at
    return previous
  })
  const rise: number[] = []
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.push(at)
  return rise
}
