/**
 * Address files: what a clerk saved from a spreadsheet, read in the browser.
 *
 * Talks to the file that the clerk chose, and to nobody else. Invariant: nothing of it is sent or kept; what
 * cannot be read is told by its reason. Decided in docs/decisions/0024.
 */
import { parse } from 'papaparse'
import {
  likeliestTable,
  type AddressFault,
  type AddressRow,
  type AddressTable,
} from '../domain/address-list.ts'
import { err, type Result } from '../domain/result.ts'

/** What spreadsheets of the four languages write between cells. */
const SEPARATORS = [';', '\t', ','] as const

/** A workbook is a zip file, and the ones before 2007 a compound file. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const

type Parsed = { readonly table: AddressTable; readonly openQuote: number | undefined }

/** The table in a file's bytes, whatever letters and separator it was saved with. */
export function readAddressFile(bytes: Uint8Array): Result<AddressTable, AddressFault> {
  if (WORKBOOKS.some((start) => start.every((byte, at) => bytes[at] === byte)))
    return err({ kind: 'workbook' })
  const { text, separators, before } = takeHint(decode(bytes))
  const parsed = separators.map((separator) => parseTable(text, separator, before))
  const likeliest = likeliestTable(parsed.map(({ table }) => table))
  const meant = parsed.filter(({ table }) => !likeliest.ok || table === likeliest.value)
  // With a wrong separator a quote can seem open that is none.
  const [open] = meant.flatMap(({ openQuote }) => openQuote ?? [])
  return open === undefined ? likeliest : err({ kind: 'quote-open', row: open })
}

/** UTF-8 where it is that, else the letters of Windows, of which Latin-1 is a part. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Spreadsheets may name the separator in a line of its own: `sep=;`. */
function takeHint(text: string): {
  readonly text: string
  readonly separators: readonly string[]
  readonly before: number
} {
  const [line, separator] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? []
  return line === undefined || separator === undefined
    ? { text, separators: SEPARATORS, before: 0 }
    : { text: text.slice(line.length), separators: [separator], before: 1 }
}

/** Rows keep the numbers that they have in the spreadsheet; empty ones are passed over. */
function parseTable(text: string, separator: string, before: number): Parsed {
  const { data, errors } = parse<string[]>(text, { delimiter: separator })
  const rows = data
    .map((cells, index): AddressRow => ({ number: index + 1 + before, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [head, ...others] = rows
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  return {
    table: { head: (head?.cells ?? []).map((cell) => cell.trim()), rows: others },
    openQuote: open && (open.row ?? 0) + 1 + before,
  }
}
