/**
 * Print parts: how many sheets go to the printer at once, so that a jam costs a part and not the whole.
 *
 * Pure. Invariant: the parts hold every sheet once, in order. Decided in docs/decisions/0024.
 */
import type { MarkKind } from './mark.ts'

/** From the first to the last sheet, counted from 1. */
export type PrintPart = { readonly first: number; readonly last: number }

/** Half a packet of paper: what a printer in an office takes, and what a browser lays out in seconds. */
export const SHEETS_A_PART = 250

/** Cards on a sheet of A4. */
export const CARDS_A_SHEET = 10

export type Layout = 'letters' | 'cards'

/** What stands on each sheet. Cards of the reserve have sheets of their own, so that none is handed out by mistake. */
export function sheetsOf<Letter extends { readonly kind: MarkKind }>(
  letters: readonly Letter[],
  layout: Layout,
): readonly (readonly Letter[])[] {
  const most = layout === 'letters' ? 1 : CARDS_A_SHEET
  const sheets: Letter[][] = []
  for (const letter of letters) {
    const last = sheets.at(-1)
    if (last && last.length < most && last[0]?.kind === letter.kind) last.push(letter)
    else sheets.push([letter])
  }
  return sheets
}

/** The sheets in parts. */
export function printParts(sheets: number): readonly PrintPart[] {
  return Array.from({ length: Math.ceil(sheets / SHEETS_A_PART) }, (_, at) => ({
    first: at * SHEETS_A_PART + 1,
    last: Math.min(sheets, (at + 1) * SHEETS_A_PART),
  }))
}
