/**
 * Features: everything by which an observer can put people, or ballots, into an order or into classes.
 *
 * Pure. Invariant: a feature is made of what was read, the same way for people and for ballots.
 */
import {
  findParties,
  indexNames,
  wordsOf,
  type Party,
  type Sight,
  type Sightings,
} from './linker-sights.ts'

/** A value for each party; undefined where it has none. */
export type Feature = {
  readonly name: string
  readonly values: readonly (number | string | undefined)[]
}

/** What is known of one side: its features, and what stands on the same lines. */
export type Side = {
  readonly parties: readonly Party[]
  readonly features: readonly Feature[]
  readonly seen: ReadonlyMap<string, Sightings>
}

/** So many words of a line are features by their place. */
const PLACES = 8

/** Looks at all sights. */
export function lookAt(parties: readonly Party[], sights: readonly Sight[]): Side {
  const index = indexNames(parties)
  const seen = new Map(sights.map((sight) => [sight.name, findParties(sight, index)] as const))
  const features = [
    ...namedFeatures(parties),
    ...sights.flatMap((sight) => sightFeatures(sight, seen.get(sight.name) ?? [])),
  ]
  return { parties, seen, features: features.filter(isSomething) }
}

/** A feature that fewer than two parties have puts nothing in order. */
function isSomething({ values }: Feature): boolean {
  return values.filter((value) => value !== undefined).length > 1
}

/** The order of each of their own names, and its length. */
function namedFeatures(parties: readonly Party[]): Feature[] {
  const kinds = new Set(parties.flatMap((party) => party.map(({ kind }) => kind)))
  return [...kinds].flatMap((kind) => {
    const named = parties.map((party) => party.find((name) => name.kind === kind)?.texts[0])
    return [
      { name: `order of ${kind}`, values: named },
      { name: `length of ${kind}`, values: named.map((text) => text?.length) },
    ]
  })
}

function sightFeatures({ name, lines }: Sight, seen: Sightings): Feature[] {
  const first = seen.map((sightings) => sightings[0])
  const line = first.map((sighting) => (sighting === undefined ? undefined : lines[sighting.line]))
  const words = line.map((text) => (text === undefined ? [] : wordsOf(text)))
  const feature = (what: string, values: Feature['values']) => ({
    name: `${name}: ${what}`,
    values,
  })
  const kinds = new Set(seen.flatMap((sightings) => sightings.map(({ kind }) => kind)))
  return [
    ...[...kinds].flatMap((kind) => {
      const places = seen.map((sightings) => sightings.filter((each) => each.kind === kind))
      return [
        feature(
          `first place of ${kind}`,
          places.map((each) => each[0]?.offset),
        ),
        feature(
          `last place of ${kind}`,
          places.map((each) => each.at(-1)?.offset),
        ),
      ]
    }),
    feature(
      'times named',
      seen.map((sightings) => sightings.length || undefined),
    ),
    feature(
      'length of line',
      line.map((text) => text?.length),
    ),
    ...Array.from({ length: PLACES }, (_, at) =>
      feature(
        `word ${at + 1}`,
        words.map((each) => valueOf(each[at])),
      ),
    ),
    ...Array.from({ length: PLACES }, (_, at) =>
      feature(
        `length of word ${at + 1}`,
        words.map((each) => each[at]?.length),
      ),
    ),
  ]
}

function valueOf(word: string | undefined): number | string | undefined {
  return word !== undefined && /^-?\d{1,15}(?:\.\d+)?$/.test(word) ? Number(word) : word
}

/** The rank of every party that has a value; equal values in the order of the parties. */
export function ranksOf({ values }: Feature): {
  readonly rank: Int32Array
  readonly dense: Int32Array
} {
  const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, at }]))
  const sorted = known.toSorted((a, b) => compare(a.value, b.value) || a.at - b.at)
  const rank = new Int32Array(values.length).fill(-1)
  const dense = new Int32Array(values.length).fill(-1)
  let classes = -1
  sorted.forEach(({ value, at }, place) => {
    if (place === 0 || compare(sorted[place - 1]!.value, value) !== 0) classes += 1
    rank[at] = place
    dense[at] = classes
  })
  return { rank, dense }
}

/** Numbers before words. */
function compare(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
