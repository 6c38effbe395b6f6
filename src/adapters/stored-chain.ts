/**
 * The chain of checkpoints in either store: how places and leaves are written and read.
 *
 * Pure. Invariant: of a record only the letters of its leaf are looked at.
 * Decided in docs/decisions/0012.
 */
import { parseRecord } from '../domain/ballot-record.ts'
import type { Pool } from '../domain/id.ts'
import type { Survey } from '../service/ports-chain.ts'

/** A record begins with its leaf: 32 bytes are 42 letters of base64url and a part of one more. */
export const LEAF_LETTERS = 43

/** Places as one text; no place holds a blank. */
export function printPlaces(places: readonly string[]): string {
  return places.toSorted().join(' ')
}

/** The first checkpoint of every place, from the places that are new in each. */
export function firstSeenIn(
  checkpoints: readonly { readonly n: number; readonly places: string }[],
): ReadonlyMap<string, number> {
  const entries = checkpoints.flatMap(({ n, places }) =>
    places
      .split(' ')
      .filter(Boolean)
      .map((place) => [place, n] as const),
  )
  return new Map(entries)
}

/** A receipt with its leaf, from the first letters of its record. */
export function boxedFrom(
  pool: Pool,
  receipt: string,
  leafLetters: string,
): Survey['boxed'][number] {
  return { pool, receipt, leaf: parseRecord(leafLetters).leaf }
}
