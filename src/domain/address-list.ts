/**
 * Address lists: the rows of a clerk's spreadsheet as addresses for letters, or what is wrong with them.
 *
 * Pure. Invariant: every row becomes one address or is named by its number; none is left out in silence.
 * Decided in docs/decisions/0024.
 */
import {
  missingParts,
  NEEDED_PARTS,
  type AddressColumns,
  type AddressPart,
} from './address-columns.ts'
import { err, ok, type Result } from './result.ts'
import { MOST_CODES } from './token-order.ts'

/** A spreadsheet as it was read: a head row, and rows with their numbers in the file. */
export type AddressTable = {
  readonly head: readonly string[]
  readonly rows: readonly AddressRow[]
}

export type AddressRow = { readonly number: number; readonly cells: readonly string[] }

/** Whom a letter is for: the lines of the envelope's window, and the ballot box of their code. */
export type Recipient = { readonly lines: readonly string[]; readonly pool: string }

export type AddressFault =
  | { readonly kind: 'empty' }
  /** Another separator than comma, semicolon and tab, or no table at all. */
  | { readonly kind: 'one-column' }
  /** A workbook of a spreadsheet program, not a text. */
  | { readonly kind: 'workbook' }
  | { readonly kind: 'quote-open'; readonly row: number }
  | { readonly kind: 'too-many'; readonly rows: number; readonly most: number }
  | { readonly kind: 'columns-missing'; readonly parts: readonly AddressPart[] }
  | {
      readonly kind: 'cells-empty'
      readonly part: AddressPart
      readonly rows: readonly number[]
    }
  | { readonly kind: 'area-unknown'; readonly area: string; readonly rows: readonly number[] }

/** A ballot box with the names by which a spreadsheet may call it. */
export type NamedPool = { readonly pool: string; readonly names: readonly string[] }

/** Of tables that were read with different separators, the one that is a table. */
export function likeliestTable(
  tables: readonly AddressTable[],
): Result<AddressTable, AddressFault> {
  const wide = tables.filter(({ head }) => head.length > 1)
  const [best] = wide.toSorted((a, b) => fit(b) - fit(a) || b.head.length - a.head.length)
  if (best === undefined)
    return err({ kind: tables.some(({ head }) => head.length > 0) ? 'one-column' : 'empty' })
  return best.rows.length === 0 ? err({ kind: 'empty' }) : ok(best)
}

/** The addresses of all rows, in their order. */
export function readRecipients(
  { rows }: AddressTable,
  columns: AddressColumns,
  pools: readonly NamedPool[],
): Result<readonly Recipient[], AddressFault> {
  if (rows.length > MOST_CODES)
    return err({ kind: 'too-many', rows: rows.length, most: MOST_CODES })
  const parts = missingParts(columns, pools.length)
  if (parts.length > 0) return err({ kind: 'columns-missing', parts })
  for (const part of NEEDED_PARTS) {
    const empty = rows.filter((row) => cellOf(row, columns[part]) === '')
    if (empty.length > 0) return err({ kind: 'cells-empty', part, rows: numbersOf(empty) })
  }
  const [only, ...others] = pools
  const poolOf = (row: AddressRow) =>
    others.length === 0 ? only : findPool(cellOf(row, columns.area), pools)
  const stray = rows.find((row) => poolOf(row) === undefined)
  if (stray !== undefined) return strayArea(rows, stray, columns)
  return ok(rows.map((row) => ({ lines: linesOf(row, columns), pool: poolOf(row)?.pool ?? '' })))
}

/** How many letters each ballot box needs, in the order of the boxes. */
export function countByPool(
  recipients: readonly Recipient[],
  pools: readonly NamedPool[],
): readonly { readonly pool: string; readonly count: number }[] {
  return pools.map(({ pool }) => ({
    pool,
    count: recipients.filter((recipient) => recipient.pool === pool).length,
  }))
}

/** How many addresses stand in the list once more: two letters for one person, perhaps. */
export function countRepeated(recipients: readonly Recipient[]): number {
  const different = new Set(recipients.map(({ lines }) => lines.join('\n').toLowerCase()))
  return recipients.length - different.size
}

function findPool(area: string, pools: readonly NamedPool[]): NamedPool | undefined {
  const called = area.toLowerCase()
  return pools.find(({ pool, names }) =>
    [pool, ...names].some((name) => name.toLowerCase() === called),
  )
}

/** All rows with the same stray word, so that it is mended once. */
function strayArea(
  rows: readonly AddressRow[],
  stray: AddressRow,
  columns: AddressColumns,
): Result<never, AddressFault> {
  const area = cellOf(stray, columns.area)
  const same = rows.filter((row) => cellOf(row, columns.area) === area)
  return err({ kind: 'area-unknown', area, rows: numbersOf(same) })
}

/** As an envelope has them; a line of which nothing is known is not there. */
function linesOf(row: AddressRow, columns: AddressColumns): readonly string[] {
  const cell = (part: AddressPart) => cellOf(row, columns[part])
  return [
    [cell('firstName'), cell('name')],
    [cell('extra')],
    [cell('street'), cell('number')],
    [cell('postcode'), cell('town')],
    [cell('country')],
  ]
    .map((cells) => cells.filter((text) => text !== '').join(' '))
    .filter((line) => line !== '')
}

/** A cell may hold line breaks where somebody typed them; on a letter they are spaces. */
function cellOf({ cells }: AddressRow, column: number | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '').replace(/\s+/g, ' ').trim()
}

function numbersOf(rows: readonly AddressRow[]): readonly number[] {
  return rows.map(({ number }) => number)
}

/** How much of the table has as many cells as its head row, from 0 to 1. */
function fit({ head, rows }: AddressTable): number {
  return rows.filter(({ cells }) => cells.length === head.length).length / Math.max(rows.length, 1)
}
