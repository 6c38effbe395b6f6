/**
 * Scanning: the bytes of a .pb file row by row, without making text of them.
 *
 * Pure over bytes. Invariant: of a row only the bounds of its cells are known, and only while it is at
 * hand, so that a file costs little memory beyond its own. Quoting as in CSV: a cell that begins with a
 * quote ends at the next single one, doubled ones stand for one, and it may hold separators and line
 * breaks. Decided in docs/decisions/0006.
 */

/** What is wrong with a file, with the number of its line. */
export class PabulibError extends Error {
  override readonly name = 'PabulibError'
}

/** In the order in which they stand in a file. */
export const SECTIONS = ['META', 'PROJECTS', 'VOTES'] as const
export type Section = (typeof SECTIONS)[number]

/** The rows of a section below its header, one at a time: nextRow() takes the next one to hand. */
export type Rows = {
  readonly bytes: Uint8Array
  readonly columns: readonly string[]
  /** The number of the header's line. */
  readonly headerLine: number
  /** Where the cells of the row at hand begin; behind the last one, where one more would. */
  readonly bounds: Int32Array
  /** How many cells it has, those in surplus too. */
  cells: number
  /** How many rows were taken to hand. */
  count: number
  /** Where the first row begins, and the one after that at hand. */
  readonly first: number
  next: number
}

const QUOTE = 0x22
const SEPARATOR = 0x3b
const CR = 0x0d
const LF = 0x0a
const BLANK = 0x20
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Where the first section begins. */
export function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}

/** Opens the section whose title is the next thing in the file. */
export function openRows(bytes: Uint8Array, from: number, section: Section): Rows {
  const titled = newRows(bytes, from)
  while (titled.next < bytes.length) {
    const title = titleOf(titled, takeRow(titled))
    if (title === BLANK_LINE) continue
    if (title === section) return withHeader(titled, section)
    throw wrongTitle(titled, { section, title })
  }
  throw new PabulibError(
    section === 'META'
      ? 'The file holds nothing, expected the title META'
      : `The section ${section} is missing`,
  )
}

/** Takes the next row to hand; false where the section ends. Blank lines are passed over. */
export function nextRow(rows: Rows): boolean {
  const { bytes } = rows
  while (rows.next < bytes.length) {
    const start = rows.next
    const title = titleOf(rows, takeRow(rows))
    if (title === BLANK_LINE) continue
    if (title !== '') {
      rows.next = start
      return false
    }
    if (rows.cells > rows.columns.length) checkSurplus(rows)
    rows.count++
    return true
  }
  return false
}

/** Refuses a further section behind the last one. */
export function checkEnd({ bytes, next }: Rows): void {
  if (next >= bytes.length) return
  const [title = ''] = textsBetween(bytes, next, bytes.length)
  throw new PabulibError(
    `Line ${lineAt(bytes, next)}: the section ${title.toUpperCase()} stands twice`,
  )
}

/** The same rows again, from the first. */
export function reopen(rows: Rows): Rows {
  return { ...rows, bounds: rows.bounds.slice(), cells: 0, count: 0, next: rows.first }
}

/** The number of the line that the row at hand begins in. */
export function lineOf({ bytes, bounds }: Rows): number {
  return lineAt(bytes, bounds[0]!)
}

/** The text of a cell at hand, unquoted and without blanks around it; empty where the row is shorter. */
export function cellText({ bytes, bounds, cells }: Rows, column: number): string {
  return column < 0 || column >= cells
    ? ''
    : decodeCell(bytes, bounds[column]!, bounds[column + 1]! - 1)
}

/** The number of the line that a byte stands in; looked up only where something is wrong. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++)
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++
  return line
}

/** 1 for the bytes that end a cell. */
const ENDS = new Uint8Array(256)
ENDS[SEPARATOR] = ENDS[CR] = ENDS[LF] = 1

/** Finds the cells of the next row: the one loop that looks at every byte. Tells where the row ends. */
function takeRow(rows: Rows): number {
  const { bytes, bounds } = rows
  const { length } = bytes
  let at = rows.next
  let cells = 0
  for (;;) {
    bounds[cells++] = at
    if (bytes[at] === QUOTE) at = closingQuote(bytes, at)
    while (at < length && ENDS[bytes[at]!] === 0) at++
    if (bytes[at] !== SEPARATOR) break
    at++
  }
  bounds[cells] = at + 1
  rows.cells = cells
  const afterReturn = bytes[at] === CR ? at + 1 : at
  rows.next = bytes[afterReturn] === LF ? afterReturn + 1 : afterReturn
  return at
}

function newRows(bytes: Uint8Array, from: number): Rows {
  const bounds = new Int32Array(2)
  return { bytes, bounds, columns: [], headerLine: 0, cells: 0, count: 0, first: from, next: from }
}

function withHeader(titled: Rows, section: Section): Rows {
  const { bytes, next } = titled
  const headerLine = lineAt(bytes, next)
  const end = takeRow(titled)
  if (titleOf(titled, end) !== '')
    throw new PabulibError(`Line ${headerLine}: expected the columns of ${section}`)
  const columns = textsBetween(bytes, next, end)
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) < at)
  if (twice !== undefined)
    throw new PabulibError(`Line ${headerLine}: the column ${twice} stands twice`)
  const bounds = new Int32Array(columns.length + 1)
  return { ...titled, bounds, columns, headerLine, first: titled.next }
}

const BLANK_LINE = ' '

function isSection(title: string): title is Section {
  return title === 'META' || title === 'PROJECTS' || title === 'VOTES'
}

/**
 * The title that the row at hand is, in capitals; BLANK_LINE for nothing, the empty text for anything else.
 * Spreadsheets may have put empty cells behind it.
 */
function titleOf({ bytes, bounds, cells }: Rows, end: number): string {
  for (let at = cells > 1 ? bounds[1]! : end; at < end; at++)
    if (bytes[at]! > BLANK && bytes[at] !== SEPARATOR) return ''
  let from = bounds[0]!
  let to = cells > 1 ? bounds[1]! - 1 : end
  while (from < to && bytes[from]! <= BLANK) from++
  while (from < to && bytes[to - 1]! <= BLANK) to--
  if (from === to) return BLANK_LINE
  if (to - from > 'PROJECTS'.length) return ''
  const title = decoder.decode(bytes.subarray(from, to)).toUpperCase()
  return isSection(title) ? title : ''
}

type Titles = { readonly section: Section; readonly title: string }

function wrongTitle(rows: Rows, { section, title }: Titles): PabulibError {
  const line = lineOf(rows)
  const before = SECTIONS.slice(0, SECTIONS.indexOf(section))
  return new PabulibError(
    before.some((each) => each === title)
      ? `Line ${line}: the section ${title} stands twice`
      : `Line ${line}: expected the title ${section}`,
  )
}

/** Cells beyond the last column must be empty. */
function checkSurplus(rows: Rows): void {
  const { bytes, bounds, columns, cells } = rows
  const texts = textsBetween(bytes, bounds[0]!, rows.next)
  if (texts.slice(columns.length).some((text) => text !== ''))
    throw new PabulibError(`Line ${lineOf(rows)}: found ${cells} cells, expected ${columns.length}`)
}

function textsBetween(bytes: Uint8Array, start: number, end: number): readonly string[] {
  const texts: string[] = []
  for (let at = start; at <= end; at++) {
    const from = at
    if (bytes[at] === QUOTE) at = closingQuote(bytes, at)
    while (at < end && ENDS[bytes[at]!] === 0) at++
    texts.push(decodeCell(bytes, from, at))
    if (bytes[at] !== SEPARATOR) break
  }
  return texts
}

/** The place behind the quote that closes the cell. */
function closingQuote(bytes: Uint8Array, open: number): number {
  for (let at = bytes.indexOf(QUOTE, open + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 2))
    if (bytes[at + 1] !== QUOTE) return at + 1
  throw new PabulibError(`Line ${lineAt(bytes, open)}: a quoted cell has no end`)
}

function decodeCell(bytes: Uint8Array, start: number, end: number): string {
  const close = bytes[start] === QUOTE ? closingQuote(bytes, start) : start
  const plain = decoder.decode(bytes.subarray(close, end))
  if (close === start) return plain.trim()
  const quoted = decoder.decode(bytes.subarray(start + 1, close - 1))
  return (quoted.replaceAll('""', '"') + plain).trim()
}
