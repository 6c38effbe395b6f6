/**
 * Pairs: people and ballots that share a word, a beginning, some bytes, a hash, or a place beside each other.
 *
 * Pure. Invariant: what more than an eighth of the people or of the ballots have in common joins nobody, and
 * is left out; so no pair depends on the truth.
 */
import type { Party, Sight, Sightings } from './linker-sights.ts'
import { wordsOf } from './linker-sights.ts'

/** A person and a ballot, by their numbers. */
export type Pairs = readonly (readonly [person: number, ballot: number])[]

/** What each party has: words, or pieces of values. */
export type Traits = readonly ReadonlySet<string | number>[]

/** Pairs that have a rare trait in common. */
export function sharedPairs(people: Traits, ballots: Traits): Pairs {
  const holders = holdersOf(ballots)
  const most = { people: rare(people.length), ballots: rare(ballots.length) }
  const found = new Set<number>()
  for (const [trait, persons] of holdersOf(people)) {
    const known = holders.get(trait)
    if (known === undefined || persons.length > most.people || known.length > most.ballots) continue
    for (const person of persons)
      for (const ballot of known) found.add(person * ballots.length + ballot)
  }
  return [...found].map((pair) => [Math.floor(pair / ballots.length), pair % ballots.length])
}

function rare(size: number): number {
  return Math.max(1, Math.floor(size / 8))
}

function holdersOf(traits: Traits): Map<string | number, number[]> {
  const holders = new Map<string | number, number[]>()
  traits.forEach((each, at) => {
    for (const trait of each) {
      const known = holders.get(trait)
      if (known === undefined) holders.set(trait, [at])
      else known.push(at)
    }
  })
  return holders
}

/** The words on the lines of a sight in which each party is named, and the lines themselves. */
export function wordsBeside({ name, lines }: Sight, seen: Sightings): Traits {
  return seen.map((sightings) => {
    const at = new Set(sightings.map(({ line }) => line))
    const words = [...at].flatMap((line) => [
      `${name} ${line}`,
      ...wordsOf(lines[line] ?? '').flatMap((word) => [word, ...beginnings(word)]),
    ])
    return new Set(words)
  })
}

/** Two words can be alike in their beginnings only. */
function beginnings(word: string): string[] {
  return [6, 8, 10].filter((length) => word.length > length).map((length) => word.slice(0, length))
}

/** Six bytes in a row, at any place, as a number: by chance two of them are the same once in 2^48. */
const PIECE = 6

/** The pieces of values. */
export function piecesOf(values: readonly Uint8Array[]): Set<number> {
  const pieces = new Set<number>()
  for (const bytes of values)
    for (let at = 0; at + PIECE <= bytes.length; at++) pieces.add(pieceAt(bytes, at))
  return pieces
}

function pieceAt(bytes: Uint8Array, at: number): number {
  let piece = 0
  for (let next = at; next < at + PIECE; next++) piece = piece * 256 + bytes[next]!
  return piece
}

/** The values that a party is known by. */
export function valuesOf(party: Party): Uint8Array[] {
  return party.map(({ bytes }) => bytes)
}

/** In each sight that names both: the ballot before, and the ballot after, a person's first and last place. */
export function nearestPairs(
  people: ReadonlyMap<string, Sightings>,
  ballots: ReadonlyMap<string, Sightings>,
): Map<string, Pairs> {
  const found = new Map<string, Pairs>()
  for (const [name, persons] of people) {
    const places = (ballots.get(name) ?? [])
      .flatMap((sightings, ballot) => sightings.map(({ offset }) => ({ offset, ballot })))
      .toSorted((a, b) => a.offset - b.offset)
    if (places.length === 0) continue
    const kinds = new Set(persons.flatMap((sightings) => sightings.map(({ kind }) => kind)))
    for (const kind of kinds)
      for (const which of ['first', 'last'] as const)
        for (const step of ['before', 'after'] as const) {
          const pairs = persons.flatMap((sightings, person) => {
            const own = sightings.filter((each) => each.kind === kind)
            const place = own.at(which === 'first' ? 0 : -1)
            const after = place && firstAfter(places, place.offset)
            const beside =
              after === undefined ? undefined : places[step === 'after' ? after : after - 1]
            return beside === undefined ? [] : [[person, beside.ballot] as const]
          })
          found.set(`${name}: ${step} the ${which} place of ${kind}`, pairs)
        }
  }
  return found
}

/** The number of the first place at or after the offset. */
function firstAfter(places: readonly { readonly offset: number }[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.offset < offset) low = middle + 1
    else high = middle
  }
  return low
}
