/**
 * Fields of a .pb file as numbers, and what to say of one that is none.
 *
 * Pure. Invariant: an amount is a whole number of hundredths from the first; no float is rounded.
 * Decided in docs/decisions/0006.
 */
import { asMoney, HUNDREDTHS, type Money } from './money.ts'
import { checkIds, watchId, watchIds } from './pabulib-ids.ts'
import { cellText, lineAt, nextRow, openRows, PabulibError } from './pabulib-scan.ts'
import { startOfText, type Rows } from './pabulib-scan.ts'

/** A field with the place where it stands; the text of one that is missing is empty. */
export type Field = { readonly text: string; readonly place: () => string }

export type Meta = {
  readonly fields: ReadonlyMap<string, Field>
  /** Where the next section begins. */
  readonly next: number
}

/** Reads the first section. */
export function readMeta(bytes: Uint8Array): Meta {
  const rows = openRows(bytes, startOfText(bytes), 'META')
  if (rows.columns[0] !== 'key' || rows.columns[1] !== 'value')
    throw new PabulibError(`Line ${rows.headerLine}: expected the columns key;value`)
  const ids = watchIds(rows, 'key')
  const fields = new Map<string, Field>()
  while (nextRow(rows)) {
    watchId(ids)
    const key = cellText(rows, 0)
    fields.set(key, fieldOf(rows, { column: 1, name: key }))
  }
  checkIds(ids)
  return { fields, next: rows.next }
}

/** A field of META by its key. */
export function metaField({ fields }: Meta, key: string): Field {
  return fields.get(key) ?? { text: '', place: () => `META: ${key}` }
}

/** The fields of META by their keys. */
export function metaTexts({ fields }: Meta): Readonly<Record<string, string>> {
  return Object.fromEntries([...fields].map(([key, { text }]) => [key, text]))
}

/** A cell of the row at hand by its column. */
export function cellField(rows: Rows, name: string): Field {
  return fieldOf(rows, { column: rows.columns.indexOf(name), name })
}

/** Refuses a section that has another number of rows than META says. */
export function checkCount(meta: Meta, key: string, { count }: Rows): void {
  const field = metaField(meta, key)
  const said = wholeOf(field)
  if (said !== undefined && said !== count)
    throw new PabulibError(`${field.place()} says ${said}, found ${count}`)
}

/** An amount in main units; further decimals than two must be zeros. */
export function amountOf(field: Field): Money {
  const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{0,2})0*)?$/.exec(field.text) ?? []
  if (whole === undefined) throw fault(field, 'an amount with at most two decimals')
  return asMoney(Number(whole) * HUNDREDTHS + Number(cents.padEnd(2, '0')))
}

/** A whole number; undefined where the field is empty. */
export function wholeOf(field: Field): number | undefined {
  if (field.text === '') return undefined
  if (/^\d{1,9}(\.0+)?$/.test(field.text)) return Number(field.text.split('.')[0])
  throw fault(field, 'a whole number')
}

/** Hundredths of points, which may be below zero; undefined where the field is empty. */
export function pointsOf(field: Field): number | undefined {
  if (field.text === '') return undefined
  const [, sign, whole, cents = ''] = /^(-?)(\d{1,7})(?:\.(\d{0,2})0*)?$/.exec(field.text) ?? []
  if (whole === undefined) throw fault(field, POINTS)
  const hundredths = Number(whole) * HUNDREDTHS + Number(cents.padEnd(2, '0'))
  return sign === '-' && hundredths > 0 ? -hundredths : hundredths
}

/** What a cell of points must hold. */
export const POINTS = 'a number of at most seven digits, with at most two decimals'

/** What is wrong with a field. */
export function fault({ text, place }: Field, expected: string): PabulibError {
  return new PabulibError(
    text === ''
      ? `${place()} is missing, expected ${expected}`
      : `${place()}: found "${text}", expected ${expected}`,
  )
}

/** Older files write None where newer ones write nothing. */
function fieldOf(rows: Rows, { column, name }: { column: number; name: string }): Field {
  const text = cellText(rows, column)
  const { bytes, bounds } = rows
  const start = bounds[0]!
  return {
    text: text === 'None' ? '' : text,
    place: () => `Line ${lineAt(bytes, start)}: ${name}`,
  }
}
