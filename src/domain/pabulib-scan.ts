/**
 * Scanning: the bytes of a .pb file as sections, lines and cells, without making text of them.
 *
 * Pure over bytes. Invariant: every byte is looked at once; a cell is decoded only when it is asked for.
 * Quoting as in CSV: a cell that begins with a quote ends at the next single one, doubled ones stand for
 * one, and it may hold separators and line breaks. Decided in docs/decisions/0006.
 */

/** What is wrong with a file, with the number of its line. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError'
}

/** The lines of one section below its header; cells lie between start and end, quotes included. */
export type Table = {
  readonly bytes: Uint8Array
  readonly columns: readonly string[]
  readonly rows: number
  /** The first cell of each row, as an index into start and end; one more than rows. */
  readonly first: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** The number of each row's line in the file. */
  readonly line: Int32Array
  /** The number of the header's line. */
  readonly headerLine: number
}

export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
export type Section = (typeof SECTIONS)[number]

const QUOTE = 0x22
const SEPARATOR = 0x3b
const CR = 0x0d
const LF = 0x0a
const BLANK = 0x20
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Finds all cells. Throws a PabulibError that names the line. */
export function scanPabulib(bytes: Uint8Array): Readonly<Record<Section, Table>> {
  const cells = newList()
  const ends = newList()
  const found: Partial<Record<Section, Draft>> = {}
  let draft: Draft | undefined
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  let line = 1
  while (at < bytes.length) {
    const first = cells.size
    const startLine = line
    for (;;) {
      push(cells, at)
      if (bytes[at] === QUOTE) {
        const close = closingQuote(bytes, at + 1, startLine)
        line += countLines(bytes, at, close)
        at = close
      }
      at = endOfCell(bytes, at)
      push(ends, at)
      if (bytes[at] !== SEPARATOR) break
      at++
    }
    if (bytes[at] === CR) at++
    if (bytes[at] === LF) at++
    line++
    const single = cells.size === first + 1
    const title = single ? titleOf(bytes, cells.items[first]!, ends.items[first]!) : ''
    if (title !== '') cells.size = ends.size = first
    if (isSection(title)) found[title] = draft = { first: newList(), lines: newList() }
    else if (draft === undefined && title !== BLANK_LINE)
      throw new PabulibError(`Line ${startLine}: expected the title META`)
    else if (draft !== undefined && title === '') {
      push(draft.first, first)
      push(draft.lines, startLine)
      draft.end = cells.size
    }
  }
  const table = (section: Section) => {
    const rows = found[section]
    if (rows === undefined) throw new PabulibError(`The section ${section} is missing`)
    return tableOf(bytes, [cells, ends], rows)
  }
  return { META: table('META'), PROJECTS: table('PROJECTS'), VOTES: table('VOTES') }
}

/** 1 for the bytes that end a cell. */
const ENDS = new Uint8Array(256)
ENDS[SEPARATOR] = ENDS[CR] = ENDS[LF] = 1

function endOfCell(bytes: Uint8Array, from: number): number {
  let at = from
  const { length } = bytes
  while (at < length && ENDS[bytes[at]!] === 0) at++
  return at
}

/** The text of a cell, unquoted and without blanks around it; empty where the row is shorter. */
export function cellText(table: Table, row: number, column: number): string {
  const index = table.first[row]! + column
  if (column < 0 || index >= table.first[row + 1]!) return ''
  return decodeCell(table.bytes, table.start[index]!, table.end[index]!)
}

type List = { items: Int32Array; size: number }
/** The rows of a section: their first cells, one behind the other, and the cell after the last. */
type Draft = { readonly first: List; readonly lines: List; end?: number }

const BLANK_LINE = ' '

function isSection(title: string): title is Section {
  return title === 'META' || title === 'PROJECTS' || title === 'VOTES'
}

/** A section's title in capitals, BLANK_LINE for nothing, or the empty text for anything else. */
function titleOf(bytes: Uint8Array, start: number, end: number): string {
  let from = start
  while (from < end && bytes[from]! <= BLANK) from++
  if (from === end) return BLANK_LINE
  if (end - from > 16) return ''
  const title = decoder.decode(bytes.subarray(from, end)).trim().toUpperCase()
  return isSection(title) ? title : ''
}

function closingQuote(bytes: Uint8Array, from: number, line: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 2))
    if (bytes[at + 1] !== QUOTE) return at + 1
  throw new PabulibError(`Line ${line}: a quoted cell has no end`)
}

function countLines(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at++) if (bytes[at] === LF) lines++
  return lines
}

function newList(): List {
  return { items: new Int32Array(1024), size: 0 }
}

function push(list: List, item: number): void {
  if (list.size === list.items.length) {
    const larger = new Int32Array(list.size * 2)
    larger.set(list.items)
    list.items = larger
  }
  list.items[list.size++] = item
}

function tableOf(bytes: Uint8Array, [cells, ends]: readonly [List, List], draft: Draft): Table {
  const lines = draft.lines.items.subarray(0, draft.lines.size)
  const bounds = new Int32Array(lines.length + 1)
  bounds.set(draft.first.items.subarray(0, lines.length))
  bounds[lines.length] = draft.end ?? 0
  const [start, end] = [cells.items, ends.items]
  const columns: string[] = []
  for (let at = bounds[0]!; at < (bounds[1] ?? 0); at++)
    columns.push(decodeCell(bytes, start[at]!, end[at]!))
  for (let row = 1; row < lines.length; row++) {
    let last = bounds[row + 1]!
    const most = bounds[row]! + columns.length
    while (last > most && start[last - 1] === end[last - 1]) last--
    if (last > most)
      throw new PabulibError(
        `Line ${lines[row]}: found ${bounds[row + 1]! - bounds[row]!} cells, expected ${columns.length}`,
      )
  }
  return {
    ...{ bytes, columns, start, end },
    first: bounds.subarray(Math.min(1, lines.length)),
    rows: Math.max(0, lines.length - 1),
    line: lines.subarray(1),
    headerLine: lines[0] ?? 0,
  }
}

function decodeCell(bytes: Uint8Array, start: number, end: number): string {
  if (bytes[start] !== QUOTE) return decoder.decode(bytes.subarray(start, end)).trim()
  const text = decoder.decode(bytes.subarray(start, end))
  const close = /^"((?:[^"]|"")*)"/.exec(text)
  const [quoted = '', inner = ''] = close ?? []
  return (inner.replaceAll('""', '"') + text.slice(quoted.length)).trim()
}
