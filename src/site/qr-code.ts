/**
 * QR codes: an address as squares that a phone's camera reads.
 *
 * Pure. Invariant: the same text gives the same squares. A margin of four of them belongs to the code, else
 * cameras do not find it. Decided in docs/decisions/0021.
 */
import { encode } from 'uqr'

export type QrCode = {
  /** Of the whole code with its margin, in squares. */
  readonly size: number
  /** The dark squares, as an SVG path. */
  readonly path: string
}

const MARGIN = 4

const made = new Map<string, QrCode>()

/** Makes the code, once for the posters of one address in all languages. */
export function qrCode(text: string): QrCode {
  const code = made.get(text) ?? makeCode(text)
  made.set(text, code)
  return code
}

/**
 * Makes a code that nothing here remembers: a letter's is a secret. A poster hangs in the rain, and a letter
 * is folded: a seventh of the code may be lost.
 */
export function makeCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN })
  return { size, path: data.flatMap(rowPaths).join('') }
}

/** Neighbours are one rectangle, so that no printer leaves a gap between them. */
function rowPaths(row: readonly boolean[], y: number): readonly string[] {
  return runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)
}

function runsOf(row: readonly boolean[]): readonly { from: number; length: number }[] {
  const starts = row.flatMap((dark, x) => (dark && !row[x - 1] ? [x] : []))
  return starts.map((from) => {
    const end = row.indexOf(false, from)
    return { from, length: (end === -1 ? row.length : end) - from }
  })
}
