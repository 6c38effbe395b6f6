/**
 * Lists in the cells of a .pb file, as stretches of bytes: `a,b` with blanks forgiven.
 *
 * Pure over bytes. Invariant: nothing is decoded or copied. Decided in docs/decisions/0006.
 */
import type { Rows } from './pabulib-scan.ts'

/** A cell that is read part by part: the part at hand, and what is still to be read. */
export type CellList = { from: number; to: number; next: number; end: number }

const QUOTE = 0x22
const COMMA = 0x2c
const BLANK = 0x20

/** A list without a part. */
export function newList(): CellList {
  return { from: 0, to: 0, next: 1, end: 0 }
}

/** Opens a cell of the row at hand without its quotes; there are no parts where the row is shorter. */
export function openCell({ bytes, bounds, cells }: Rows, column: number, list: CellList): void {
  list.next = 1
  list.end = 0
  if (column >= cells) return
  list.next = bounds[column]!
  list.end = bounds[column + 1]! - 1
  // Ids hold no doubled quotes, so that quotes are only around the whole.
  if (bytes[list.next] !== QUOTE) return
  while (bytes[list.end - 1] !== QUOTE) list.end--
  list.next++
  list.end--
}

/** Goes to the next part, which may be empty; false where there is none. */
export function nextPart(bytes: Uint8Array, list: CellList): boolean {
  const { end } = list
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
export function wholeCell(bytes: Uint8Array, list: CellList): void {
  let { next: from, end: to } = list
  while (from < to && bytes[from]! <= BLANK) from++
  while (from < to && bytes[to - 1]! <= BLANK) to--
  list.from = from
  list.to = Math.max(from, to)
}
