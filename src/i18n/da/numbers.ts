/**
 * Danish, small numbers in words.
 *
 * Pure. Invariant: what is too large for a word stays a number. Decided in docs/decisions/0008.
 */
const NUMBERS = 'Ingen Ét To Tre Fire Fem Seks Syv Otte Ni Ti Elleve Tolv'.split(' ')

/** A number at the beginning of a sentence, in words up to twelve. */
export const counted = (count: number) => NUMBERS[count] ?? String(count)
