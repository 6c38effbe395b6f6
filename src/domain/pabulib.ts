/**
 * Pabulib files (.pb): real elections in the format that researchers share.
 *
 * Pure over text. Invariant: parsePabulib(printPabulib(x)) says the same as x; here, and only here, a
 * proposal is called a project. Source: pabulib.org/format. Decided in docs/decisions/0006.
 */
import { printCell } from './csv.ts'

/** A row by its column names; unknown columns are kept. */
export type PabulibRow = Readonly<Record<string, string>>

export type Pabulib = {
  readonly meta: Readonly<Record<string, string>>
  readonly projects: readonly PabulibRow[]
  readonly votes: readonly PabulibRow[]
}

/** What is wrong with a file, with the number of its line. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError'
}

type Section = 'META' | 'PROJECTS' | 'VOTES'
type Line = { readonly number: number; readonly cells: readonly string[] }

/** Reads a file. Throws a PabulibError that names line and field. */
export function parsePabulib(text: string): Pabulib {
  const sections = splitSections(readLines(text.replace(/^\uFEFF/, '')))
  const meta = Object.fromEntries(
    sections.META.slice(1).map(({ cells }) => [cells[0] ?? '', (cells[1] ?? '').trim()]),
  )
  const file = { meta, projects: rowsOf(sections.PROJECTS), votes: rowsOf(sections.VOTES) }
  checkCount('num_projects', meta['num_projects'], file.projects.length)
  checkCount('num_votes', meta['num_votes'], file.votes.length)
  checkUnique('project_id', sections.PROJECTS)
  checkUnique('voter_id', sections.VOTES)
  return file
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

/** Cells by line; a quoted cell may hold semicolons, doubled quotes and line breaks. */
function readLines(text: string): readonly Line[] {
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
    if (quote < 0) throw new PabulibError(`Line ${number}: a quoted cell has no end`)
    value += text.slice(at, quote)
    at = quote + 1
    if (text.charAt(at) !== '"') return { value, end: at }
    value += '"'
    at++
  }
}

function splitSections(lines: readonly Line[]): Record<Section, readonly Line[]> {
  const sections: Record<Section, Line[]> = { META: [], PROJECTS: [], VOTES: [] }
  let current: Section | undefined
  for (const line of lines) {
    const title = line.cells.length === 1 ? line.cells[0]?.trim().toUpperCase() : undefined
    if (title === 'META' || title === 'PROJECTS' || title === 'VOTES') current = title
    else if (current === undefined)
      throw new PabulibError(`Line ${line.number}: expected the title META`)
    else sections[current].push(line)
  }
  for (const title of ['META', 'PROJECTS', 'VOTES'] as const)
    if (sections[title].length === 0) throw new PabulibError(`The section ${title} is missing`)
  return sections
}

function rowsOf([header, ...lines]: readonly Line[]): readonly PabulibRow[] {
  const columns = (header?.cells ?? []).map((name) => name.trim())
  return lines.map(({ number, cells }) => {
    if (cells.length > columns.length)
      throw new PabulibError(
        `Line ${number}: found ${cells.length} cells, expected ${columns.length}`,
      )
    return Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()]))
  })
}

function checkCount(field: string, said: string | undefined, found: number): void {
  if (said !== undefined && Number(said) !== found)
    throw new PabulibError(`META: ${field} says ${said}, found ${found}`)
}

function checkUnique(column: string, [header, ...lines]: readonly Line[]): void {
  const at = (header?.cells ?? []).findIndex((name) => name.trim() === column)
  if (at < 0) throw new PabulibError(`Line ${header?.number ?? 0}: the column ${column} is missing`)
  const seen = new Set<string>()
  for (const { number, cells } of lines) {
    const value = cells[at]?.trim() ?? ''
    if (seen.has(value)) throw new PabulibError(`Line ${number}: ${column} "${value}" stands twice`)
    seen.add(value)
  }
}
