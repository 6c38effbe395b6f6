/**
 * Lists in the cells of a .pb file, as stretches of bytes: `a,b` with blanks forgiven.
 *
 * Pure over bytes. Invariant: a cell says here what it says as text; only one with further quotes in it is
 * decoded, into bytes of its own, and no other is copied. Decided in docs/decisions/0006.
 */
import { utf8 } from './encoding.ts'
import { cellText, type Rows } from './pabulib-scan.ts'

/** A cell that is read part by part: the part at hand, and what is still to be read of which bytes. */
export type CellList = { bytes: Uint8Array; from: number; to: number; next: number; end: number }

const QUOTE = 0x22
const COMMA = 0x2c
const BLANK = 0x20
const NONE = new Uint8Array(0)

/** A list without a part. */
export function newList(): CellList {
  return { bytes: NONE, from: 0, to: 0, next: 1, end: 0 }
}

/** Opens a cell of the row at hand without its quotes; there are no parts where the row is shorter. */
export function openCell(rows: Rows, column: number, list: CellList): void {
  const { bytes, bounds } = rows
  list.bytes = bytes
  list.next = 1
  list.end = 0
  if (column >= rows.cells) return
  list.next = bounds[column]!
  list.end = bounds[column + 1]! - 1
  if (bytes[list.next] !== QUOTE) return
  const close = bytes.indexOf(QUOTE, list.next + 1)
  let behind = close + 1
  while (behind < list.end && bytes[behind]! <= BLANK) behind++
  if (behind < list.end) return openText(cellText(rows, column), list)
  list.next++
  list.end = close
}

/** Opens what a cell says that has more than blanks behind its second quote, as where quotes are doubled. */
function openText(text: string, list: CellList): void {
  list.bytes = utf8(text)
  list.next = 0
  list.end = list.bytes.length
}

/** Goes to the next part, which may be empty; false where there is none. */
export function nextPart(list: CellList): boolean {
  const { bytes, end } = list
  let from = list.next
  if (from > end) return false
  let to = from
  while (to < end && bytes[to] !== COMMA) to++
  list.next = to + 1
  while (from < to && bytes[from]! <= BLANK) from++
  while (from < to && bytes[to - 1]! <= BLANK) to--
  list.from = from
  list.to = to
  return true
}

/** Takes the whole cell as one part. */
export function wholeCell(list: CellList): void {
  const { bytes } = list
  let { next: from, end: to } = list
  while (from < to && bytes[from]! <= BLANK) from++
  while (from < to && bytes[to - 1]! <= BLANK) to--
  list.from = from
  list.to = Math.max(from, to)
}
