/**
 * German, small numbers in words.
 *
 * Pure. Invariant: what is too large for a word stays a number. Decided in docs/decisions/0008.
 */
const NUMBERS = 'Kein Ein Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf'.split(' ')

/** A number of proposals, in words up to twelve. */
export const countedProposals = (count: number) =>
  `${NUMBERS[count] ?? count} ${count < 2 ? 'Vorschlag' : 'Vorschläge'}`
