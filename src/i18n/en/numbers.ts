/**
 * English, small numbers in words.
 *
 * Pure. Invariant: what is too large for a word stays a number. Decided in docs/decisions/0008.
 */
const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

/** A number at the beginning of a sentence, in words up to twelve. */
export const counted = (count: number) => NUMBERS[count] ?? String(count)
