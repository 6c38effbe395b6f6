/**
 * CSV: rows of text with semicolons, as Danish, Dutch and German spreadsheets open them.
 *
 * Pure. Invariant: no cell can become a formula or break out of its place.
 * Decided in docs/decisions/0006.
 */

const BYTE_ORDER_MARK = '\uFEFF'

/** A table for people with spreadsheets: marked as UTF-8, formulas neutralised. */
export function printSheet(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + printRows(rows.map((row) => row.map(neutralise)))
}

/** A table for programs: nothing added, nothing changed. */
export function printRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(printCell).join(';')}\n`).join('')
}

/** A cell, quoted where it must be. */
export function printCell(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function neutralise(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
