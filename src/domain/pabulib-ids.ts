/**
 * Ids of a .pb file: that every row has one, and that none stands twice.
 *
 * Pure over bytes. Invariant: ids that rise throughout, as 1, 2, 3 do, are known to differ at once; only
 * others are looked at again, in a table. Decided in docs/decisions/0006.
 */
import { makeByteIndex, type ByteIndex } from './byte-index.ts'
import { newList, openCell, wholeCell, type CellList } from './pabulib-list.ts'
import { cellText, lineOf, nextRow, PabulibError, reopen, type Rows } from './pabulib-scan.ts'

/** The ids of rows that are taken to hand one after the other. */
export type Ids = {
  readonly rows: Rows
  readonly name: string
  readonly column: number
  readonly cell: CellList
  /** The id before, and whether each so far was longer than its predecessor or as long and larger. */
  before: number
  beforeEnd: number
  rising: boolean
}

/** Begins to watch a column, which must be there. */
export function watchIds(rows: Rows, name: string): Ids {
  const column = columnOf(rows, name)
  return { rows, name, column, cell: newList(), before: 0, beforeEnd: 0, rising: true }
}

/** The number of a column that must be there. */
export function columnOf({ columns, headerLine }: Rows, name: string): number {
  const at = columns.indexOf(name)
  if (at < 0) throw new PabulibError(`Line ${headerLine}: the column ${name} is missing`)
  return at
}

/** Looks at the id of the row at hand. */
export function watchId(ids: Ids): void {
  if (!ids.rising) return
  const { rows, cell, column } = ids
  openCell(rows, column, cell)
  wholeCell(cell)
  // One that was decoded stands beside the others' bytes; the table can tell it from them.
  ids.rising = cell.bytes === rows.bytes && isAbove(cell, ids)
  ids.before = cell.from
  ids.beforeEnd = cell.to
}

/** Refuses the rows if one has no id, or that of another. */
export function checkIds(ids: Ids): void {
  if (!ids.rising) indexIds(ids)
}

/** The rows by the bytes of their ids, which must differ. */
export function indexIds({ rows, name, column, cell }: Ids): ByteIndex {
  const index = makeByteIndex(rows.count)
  const again = reopen(rows)
  while (nextRow(again)) {
    openCell(again, column, cell)
    wholeCell(cell)
    if (cell.from === cell.to) throw new PabulibError(`Line ${lineOf(again)}: ${name} is missing`)
    if (index.add(cell.bytes, cell.from, cell.to) < 0)
      throw new PabulibError(
        `Line ${lineOf(again)}: ${name} "${cellText(again, column)}" stands twice`,
      )
  }
  return index
}

function isAbove({ bytes, from, to }: CellList, { before, beforeEnd }: Ids): boolean {
  const longer = to - from - (beforeEnd - before)
  if (longer !== 0) return longer > 0
  let at = from
  while (at < to && bytes[before + at - from] === bytes[at]) at++
  return at < to && bytes[before + at - from]! < bytes[at]!
}
