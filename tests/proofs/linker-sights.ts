/**
 * Sights: what an observer can read, and where in it people and ballots are named.
 *
 * Pure. Invariant: nothing here knows which person cast which ballot.
 */

/** One thing that can be read, line by line, in the order in which it was given. */
export type Sight = {
  readonly name: string
  readonly lines: readonly string[]
  /** Bytes of a file: a name may stand anywhere in it, and not only where a word begins. */
  readonly raw?: boolean
}

/** A value by which a person or a ballot is known, in every form in which it can be written. */
export type Name = {
  readonly kind: string
  readonly bytes: Uint8Array
  readonly texts: readonly string[]
}

/** A person who voted, or a ballot in the box. */
export type Party = readonly Name[]

/** Where a party is named, and by what. `offset` counts letters from the beginning of the sight. */
export type Sighting = { readonly line: number; readonly offset: number; readonly kind: string }

/** Every sighting of each party, in the order of the sight. */
export type Sightings = readonly (readonly Sighting[])[]

/** Names are looked for by so many of their first letters; shorter ones by all they have. */
const LETTERS = 16
const WITHIN_WORD = /[A-Za-z0-9_-]/

/** Finds the parties in a sight. */
export function findParties(sight: Sight, index: NameIndex): Sighting[][] {
  const found: Sighting[][] = Array.from({ length: index.parties }, () => [])
  let before = 0
  sight.lines.forEach((line, at) => {
    for (let offset = 0; offset < line.length; offset++) {
      if (!sight.raw && offset > 0 && WITHIN_WORD.test(line.charAt(offset - 1))) continue
      for (const [length, names] of index.byLength) {
        const name = names.get(line.slice(offset, offset + length))
        if (name === undefined) continue
        found[name.party]?.push({ line: at, offset: before + offset, kind: name.kind })
      }
    }
    before += line.length + 1
  })
  return found
}

export type NameIndex = {
  readonly parties: number
  readonly byLength: ReadonlyMap<number, ReadonlyMap<string, Named>>
}

type Named = { readonly party: number; readonly kind: string }

/** The names of all parties by their first letters. */
export function indexNames(parties: readonly Party[]): NameIndex {
  const byLength = new Map<number, Map<string, Named>>()
  parties.forEach((names, party) => {
    for (const { kind, texts } of names)
      for (const text of texts) {
        const key = text.slice(0, LETTERS)
        const known = byLength.get(key.length) ?? new Map<string, Named>()
        byLength.set(key.length, known.set(key, { party, kind }))
      }
  })
  return { parties: parties.length, byLength }
}

/** The parts of a line that stand between signs. A time of day is one, or hours would hide the order of minutes. */
export function wordsOf(line: string): string[] {
  return line.split(/(?:[\s",;{}[\]()=]|(?<!T\d\d(?::\d\d)?):)+/).filter((word) => word !== '')
}
