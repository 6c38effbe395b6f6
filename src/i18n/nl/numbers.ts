/**
 * Dutch, small numbers in words.
 *
 * Pure. Invariant: what is too large for a word stays a number. Decided in docs/decisions/0008.
 */
const NUMBERS = 'Geen Eén Twee Drie Vier Vijf Zes Zeven Acht Negen Tien Elf Twaalf'.split(' ')

/** A number at the beginning of a sentence, in words up to twelve. */
export const counted = (count: number) => NUMBERS[count] ?? String(count)

/** A number of proposals, in words up to twelve. */
export const countedProposals = (count: number) =>
  `${counted(count)} ${count === 1 ? 'voorstel' : 'voorstellen'}`
