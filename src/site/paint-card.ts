/**
 * Painting: a card as a PNG.
 *
 * Talks to the image library and to one font file. Invariant: the letters come from the font that is
 * installed with the site; a build also gives it the settings of fonts.conf in this folder, so that each
 * machine paints the same picture and none paints boxes. Decided in docs/decisions/0017.
 */
import { createRequire } from 'node:module'
import sharp, { type OverlayOptions } from 'sharp'
import type { SocialCard } from './social-card.ts'
import { CARD, cardDrawing, CARD_COLOURS } from './social-drawing.ts'
import { escapeXml } from './xml.ts'

const FONT = {
  file: createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf'),
  name: 'DejaVu Serif Bold',
}

type Line = {
  readonly text: string
  readonly colour: string
  /** From the size that is wanted down to the one that always fits. */
  readonly sizes: readonly number[]
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The picture of a card in the council's colour. */
export async function paintCard(
  card: SocialCard,
  colour: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = await Promise.all(linesOf(card).map(write))
  // A smaller file would take ten times as long, and no resident ever fetches it.
  return Uint8Array.from(
    await sharp(await ground(colour))
      .composite(lines)
      .png()
      .toBuffer(),
  )
}

const grounds = new Map<string, Promise<Buffer>>()

/** Drawn once for all cards of a council. */
function ground(colour: string): Promise<Buffer> {
  const known =
    grounds.get(colour) ??
    sharp(Buffer.from(cardDrawing(colour)))
      .png()
      .toBuffer()
  grounds.set(colour, known)
  return known
}

function linesOf({ brand, title, note }: SocialCard): readonly Line[] {
  const { cream, gold } = CARD_COLOURS
  const left = 80
  const width = CARD.width - 2 * left
  return [
    { text: brand, colour: cream, sizes: [34, 28, 22], left: 176, top: 84, width: 944, height: 50 },
    { text: title, colour: '#ffffff', sizes: SIZES, left, top: 178, width, height: 190 },
    { text: note, colour: gold, sizes: [38, 32, 26], left, top: 384, width, height: 60 },
  ]
}

const SIZES = [76, 64, 54, 46, 40, 34]

/** Takes the largest size in which the text fits its place. */
async function write(line: Line): Promise<OverlayOptions> {
  const { left, top } = line
  for (const [at, size] of line.sizes.entries()) {
    const { data, info } = await letters(line, size)
    const fits = info.height <= line.height && info.width <= line.width
    if (fits || at === line.sizes.length - 1) return { input: data, left, top }
  }
  throw new RangeError('a line has at least one size')
}

function letters({ text, colour, width }: Line, size: number) {
  const markup = `<span foreground="${colour}">${escapeXml(text)}</span>`
  const font = `${FONT.name} ${size}`
  return sharp({
    text: {
      text: markup,
      font,
      fontfile: FONT.file,
      width,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}
