/**
 * Pabulib files (.pb): real elections in the format that researchers share.
 *
 * Pure over text. Invariant: parsePabulib(printPabulib(x)) says the same as x; here, and only here, a
 * proposal is called a project. Source: pabulib.org/format. Decided in docs/decisions/0006.
 */
import { makeByteIndex } from './byte-index.ts'
import { printCell } from './csv.ts'
import { utf8 } from './encoding.ts'
import { cellText, PabulibError, scanPabulib, type Section, type Table } from './pabulib-scan.ts'

/** A row by its column names; unknown columns are kept. */
export type PabulibRow = Readonly<Record<string, string>>

export type Pabulib = {
  readonly meta: Readonly<Record<string, string>>
  readonly projects: readonly PabulibRow[]
  readonly votes: readonly PabulibRow[]
}

export type Scan = Readonly<Record<Section, Table>>

/** Reads a file. Throws a PabulibError that names line and field. */
export function parsePabulib(text: string): Pabulib {
  return rowsOfScan(checkScan(scanPabulib(utf8(text))))
}

/** The rows of a scanned file. */
export function rowsOfScan(scan: Scan): Pabulib {
  return { meta: metaOf(scan), projects: rowsOf(scan.PROJECTS), votes: rowsOf(scan.VOTES) }
}

/** The fields of META by their keys. */
export function metaOf({ META }: Scan): Readonly<Record<string, string>> {
  const rows = Array.from({ length: META.rows }, (_, row) => row)
  return Object.fromEntries(rows.map((row) => [cellText(META, row, 0), cellText(META, row, 1)]))
}

/** Refuses a file whose counts are wrong or whose ids stand twice. */
export function checkScan(scan: Scan): Scan {
  const meta = metaOf(scan)
  checkCount('num_projects', meta['num_projects'], scan.PROJECTS.rows)
  checkCount('num_votes', meta['num_votes'], scan.VOTES.rows)
  checkUnique('project_id', scan.PROJECTS)
  checkUnique('voter_id', scan.VOTES)
  return scan
}

/** Writes a file with the columns that the rows have, in the order of the first row. */
export function printPabulib({ meta, projects, votes }: Pabulib): string {
  const metaRows = Object.entries(meta).map(([key, value]) => ({ key, value }))
  return [
    section('META', metaRows, ['key', 'value']),
    section('PROJECTS', projects, ['project_id', 'cost']),
    section('VOTES', votes, ['voter_id', 'vote']),
  ].join('')
}

/** A list in a cell: `a,b` with blanks forgiven. */
export function parseList(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function section(title: Section, rows: readonly PabulibRow[], least: readonly string[]): string {
  const columns = Object.keys(rows[0] ?? Object.fromEntries(least.map((name) => [name, ''])))
  const lines = rows.map((row) => columns.map((column) => printCell(row[column] ?? '')).join(';'))
  return [title, columns.join(';'), ...lines].map((line) => `${line}\n`).join('')
}

function rowsOf(table: Table): readonly PabulibRow[] {
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map((column, at) => [column, cellText(table, row, at)])),
  )
}

function checkCount(field: string, said: string | undefined, found: number): void {
  if (said !== undefined && Number(said) !== found)
    throw new PabulibError(`META: ${field} says ${said}, found ${found}`)
}

function checkUnique(column: string, table: Table): void {
  const at = table.columns.indexOf(column)
  if (at < 0) throw new PabulibError(`Line ${table.headerLine}: the column ${column} is missing`)
  const range = (row: number): readonly [number, number] => {
    const cell = table.first[row]! + at
    return cell < table.first[row + 1]! ? [table.start[cell]!, table.end[cell]!] : [0, 0]
  }
  let rising = 1
  while (rising < table.rows && isBelow(table.bytes, range(rising - 1), range(rising))) rising++
  if (rising >= table.rows) return
  const seen = makeByteIndex(table.rows)
  for (let row = 0; row < table.rows; row++) {
    if (seen.add(table.bytes, ...range(row)) >= 0) continue
    const value = cellText(table, row, at)
    throw new PabulibError(`Line ${table.line[row]}: ${column} "${value}" stands twice`)
  }
}

/** Shorter comes first, then smaller bytes; ids that rise throughout, as 1, 2, 3 do, are all different. */
function isBelow(bytes: Uint8Array, [a, aEnd]: Range, [b, bEnd]: Range): boolean {
  const difference = aEnd - a - (bEnd - b)
  if (difference !== 0) return difference < 0
  for (let at = 0; a + at < aEnd; at++)
    if (bytes[a + at] !== bytes[b + at]) return bytes[a + at]! < bytes[b + at]!
  return false
}

type Range = readonly [start: number, end: number]
