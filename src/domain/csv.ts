/**
 * CSV: rows of text with semicolons, as Danish, Dutch and German spreadsheets open them.
 *
 * Pure. Invariant: no cell can become a formula or break out of its place.
 * Decided in docs/decisions/0006.
 */

const BYTE_ORDER_MARK = '\uFEFF'

type Separator = ';' | ','

/** A table for people with spreadsheets: marked as UTF-8, formulas neutralised. English ones expect commas. */
export function printSheet(
  rows: readonly (readonly string[])[],
  separator: Separator = ';',
): string {
  return (
    BYTE_ORDER_MARK +
    printWith(
      rows.map((row) => row.map(neutralise)),
      separator,
    )
  )
}

/** A table for programs: nothing added, nothing changed. */
export function printRows(rows: readonly (readonly string[])[]): string {
  return printWith(rows, ';')
}

function printWith(rows: readonly (readonly string[])[], separator: Separator): string {
  return rows
    .map((row) => `${row.map((cell) => printCell(cell, separator)).join(separator)}\n`)
    .join('')
}

/** A cell, quoted where it must be. */
export function printCell(cell: string, separator: Separator = ';'): string {
  const breaks = cell.includes(separator) || /["\r\n]/.test(cell)
  return breaks ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** A line by its number in the file. */
export type Line = { readonly number: number; readonly cells: readonly string[] }

/** What is wrong with a table, with the number of its line. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
}

/** The rows of a table made by printRows. Throws a CsvError. */
export function parseRows(text: string): readonly (readonly string[])[] {
  return parseLines(text).map(({ cells }) => cells)
}

/** Cells by line, without empty lines; a quoted cell may hold semicolons, doubled quotes and line breaks. */
export function parseLines(marked: string): readonly Line[] {
  const text = marked.replace(/^\uFEFF/, '')
  const lines: Line[] = []
  let number = 1
  let at = 0
  while (at < text.length) {
    const line = readLine(text, at, number)
    if (line.cells.length > 1 || line.cells[0]?.trim() !== '')
      lines.push({ number, cells: line.cells })
    number += text.slice(at, line.end).split('\n').length - 1
    at = line.end
  }
  return lines
}

function readLine(text: string, start: number, number: number): { cells: string[]; end: number } {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text.charAt(at) === '"' ? readQuoted(text, at, number) : readPlain(text, at)
    cells.push(cell.value)
    at = cell.end
    if (text.charAt(at) !== ';') break
    at++
  }
  if (text.charAt(at) === '\r') at++
  return { cells, end: at + 1 }
}

function readPlain(text: string, start: number): { value: string; end: number } {
  let end = start
  while (end < text.length && !';\r\n'.includes(text.charAt(end))) end++
  return { value: text.slice(start, end), end }
}

function readQuoted(text: string, start: number, number: number): { value: string; end: number } {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new CsvError(`Line ${number}: a quoted cell has no end`)
    value += text.slice(at, quote)
    at = quote + 1
    if (text.charAt(at) !== '"') return { value, end: at }
    value += '"'
    at++
  }
}

/** Also behind a separator: a spreadsheet that expects the other one splits the cell there. */
function neutralise(cell: string): string {
  const inner = cell.replace(/[;,\t]\s*(?=[=+@]|-[\w(])/g, (split) => `${split}'`)
  return /^[=+\-@\t\r]/.test(inner) ? `'${inner}` : inner
}
