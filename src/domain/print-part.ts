/**
 * Print parts: how many sheets go to the printer at once, so that a jam costs a part and not the whole.
 *
 * Pure. Invariant: the parts hold every sheet once, in order. Decided in docs/decisions/0024.
 */

/** From the first to the last sheet, counted from 1. */
export type PrintPart = { readonly first: number; readonly last: number }

/** Half a packet of paper: what a printer in an office takes, and what a browser lays out in seconds. */
export const SHEETS_A_PART = 250

/** Cards on a sheet of A4. */
export const CARDS_A_SHEET = 10

export type Layout = 'letters' | 'cards'

/** How many sheets so many letters or cards fill. */
export function sheetCount(letters: number, layout: Layout): number {
  return layout === 'letters' ? letters : Math.ceil(letters / CARDS_A_SHEET)
}

/** The sheets in parts. */
export function printParts(sheets: number): readonly PrintPart[] {
  return Array.from({ length: Math.ceil(sheets / SHEETS_A_PART) }, (_, at) => ({
    first: at * SHEETS_A_PART + 1,
    last: Math.min(sheets, (at + 1) * SHEETS_A_PART),
  }))
}

/** Which letters stand on the sheets of a part. */
export function lettersOn<Letter>(
  { first, last }: PrintPart,
  letters: readonly Letter[],
  layout: Layout,
): readonly Letter[] {
  const each = layout === 'letters' ? 1 : CARDS_A_SHEET
  return letters.slice((first - 1) * each, last * each)
}
