/**
 * Pabulib files (.pb): real elections in the format that researchers share.
 *
 * Pure over text. Invariant: parsePabulib(printPabulib(x)) says the same as x; here, and only here, a
 * proposal is called a project. Source: pabulib.org/format. Decided in docs/decisions/0006.
 */
import { printCell } from './csv.ts'
import { utf8 } from './encoding.ts'
import { checkCount, metaTexts, readMeta } from './pabulib-fields.ts'
import { checkIds, watchId, watchIds } from './pabulib-ids.ts'
import { cellText, checkEnd, nextRow, openRows, type Rows, type Section } from './pabulib-scan.ts'

/** A row by its column names; unknown columns are kept. */
export type PabulibRow = Readonly<Record<string, string>>

export type Pabulib = {
  readonly meta: Readonly<Record<string, string>>
  readonly projects: readonly PabulibRow[]
  readonly votes: readonly PabulibRow[]
}

/** Reads a file. Throws a PabulibError that names line and field. */
export function parsePabulib(text: string): Pabulib {
  const bytes = utf8(text)
  const meta = readMeta(bytes)
  const projectRows = openRows(bytes, meta.next, 'PROJECTS')
  const projects = readRows(projectRows, 'project_id')
  checkCount(meta, 'num_projects', projectRows)
  const voteRows = openRows(bytes, projectRows.next, 'VOTES')
  const votes = readRows(voteRows, 'voter_id')
  checkEnd(voteRows)
  checkCount(meta, 'num_votes', voteRows)
  return { meta: metaTexts(meta), projects, votes }
}

/** Writes a file with the columns that the rows have: what identifies a row in front, then in their order. */
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

function section(title: Section, rows: readonly PabulibRow[], front: readonly string[]): string {
  const columns = [...new Set([...front, ...rows.flatMap((row) => Object.keys(row))])]
  const lines = rows.map((row) => columns.map((column) => printCell(row[column] ?? '')).join(';'))
  return [title, columns.join(';'), ...lines].map((line) => `${line}\n`).join('')
}

function readRows(rows: Rows, id: string): readonly PabulibRow[] {
  const ids = watchIds(rows, id)
  const read: PabulibRow[] = []
  while (nextRow(rows)) {
    watchId(ids)
    read.push(Object.fromEntries(rows.columns.map((name, at) => [name, cellText(rows, at)])))
  }
  checkIds(ids)
  return read
}
