/**
 * Pabulib files (.pb): real elections in the format that researchers share.
 *
 * Pure over text. Invariant: parsePabulib(printPabulib(x)) says the same as x; here, and only here, a
 * proposal is called a project. Source: pabulib.org/format. Decided in docs/decisions/0006.
 */
import { CsvError, parseLines, printCell, type Line } from './csv.ts'

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

/** Reads a file. Throws a PabulibError that names line and field. */
export function parsePabulib(text: string): Pabulib {
  const sections = splitSections(linesOf(text))
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

function linesOf(text: string): readonly Line[] {
  try {
    return parseLines(text)
  } catch (fault) {
    throw fault instanceof CsvError ? new PabulibError(fault.message) : fault
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
