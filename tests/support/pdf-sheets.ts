/**
 * The sheets of a PDF that a browser saved, read back: how many there are, and the QR code on each.
 *
 * Pure over bytes. Invariant: a code is read from what is drawn in the file, by a decoder, as a camera reads the
 * paper; nothing of the page that was printed takes part.
 */
import { inflateSync } from 'node:zlib'
import { decodeQr } from './read-qr.ts'

/** Pixels of a module, and modules of quiet around the code. */
const SCALE = 5
const QUIET = 4

/** What the QR code of each sheet says, in their order; undefined where a sheet has none. */
export function codesOnSheets(pdf: Buffer): readonly (string | undefined)[] {
  return drawingsOf(pdf).map(readCode)
}

/** What each sheet draws, in the order of the sheets. */
function drawingsOf(pdf: Buffer): readonly string[] {
  const text = pdf.toString('latin1')
  const pages = text.matchAll(/<<\/Type \/Page\b(?!s)[\s\S]*?\/Contents (\d+) 0 R/g)
  return [...pages].map(([, contents]) => {
    const head = new RegExp(`\\n${contents} 0 obj\\s*<<([^>]*)>>\\s*stream\\r?\\n`).exec(text)
    const length = Number(/\/Length (\d+)/.exec(head?.[1] ?? '')?.[1])
    const from = (head?.index ?? 0) + (head?.[0].length ?? 0)
    return inflateSync(pdf.subarray(from, from + length)).toString('latin1')
  })
}

/** Rows of dark modules are rectangles of height 1, in whole numbers. */
const DARK = /\b(\d+) (\d+) m\n(\d+) \2 l\n\3 (\d+) l\n\1 \4 l\n/g

function readCode(drawing: string): string | undefined {
  const rows = [...drawing.matchAll(DARK)]
    .map(([, x = '', y = '', end = '', below = '']) => [+x, +y, +end, +below] as const)
    .filter(([, y, , below]) => below === y + 1)
  const size =
    (Math.max(0, ...rows.map(([, , end, below]) => Math.max(end, below))) + QUIET) * SCALE
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [x, y, end] of rows)
    for (let down = y * SCALE; down < (y + 1) * SCALE; down++)
      for (let right = x * SCALE; right < end * SCALE; right++)
        pixels.fill(0, (down * size + right) * 4, (down * size + right) * 4 + 3)
  return decodeQr(pixels, size, size)
}
