/**
 * Shuffles: an order that favours nobody, the same for everyone who has its seed.
 *
 * Pure. Invariant: one seed gives one order whatever order came in, and leaving some out moves none of the
 * rest. Not for lots that settle a tie; those are drawn in public (lot.ts). Decided in docs/decisions/0035.
 */
import { compareText } from './compare-text.ts'

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** No vowels, so that a seed is never a word. */
const SEED_LETTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** A seed from random bytes, short enough to stand in an address. */
export function seedOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => SEED_LETTERS[byte % SEED_LETTERS.length]).join('')
}

/** Puts things with ids in the order of a seed. */
export function shuffled<Item extends { readonly id: string }>(
  items: readonly Item[],
  seed: string,
): readonly Item[] {
  return items
    .map((item) => ({ item, place: placeOf(`${seed}\n${item.id}`) }))
    .toSorted((a, b) => a.place - b.place || compareText(a.item.id, b.item.id))
    .map(({ item }) => item)
}

/** A number of 32 bits, by FNV-1a; mixed at the end, so that texts that end alike lie far apart. */
function placeOf(text: string): number {
  let sum = FNV_START
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), FNV_PRIME)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return (sum ^ (sum >>> 16)) >>> 0
}
