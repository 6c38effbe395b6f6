/**
 * Makes pictures ready: turned upright, made small, and written anew without anything that the camera noted.
 *
 * Talks to sharp, which is loaded with the first picture. Invariant: only bytes of a known kind reach a decoder,
 * and no picture is opened that would fill the memory. Decided in docs/decisions/0029.
 */
import type { Sharp, SharpOptions } from 'sharp'
import { isStill, LONGEST_SIDE, pictureKind } from '../domain/picture-kind.ts'
import { err, ok } from '../domain/result.ts'
import { MOST_KEPT } from '../domain/sent-picture.ts'
import type { MakePicture } from '../service/ports-pictures.ts'

/** About 200 MB while a picture is open, of the 1 GB that a function has. */
const MOST_PIXELS = 50_000_000

const SECONDS = 20

/** From the best that may fit to what always does. */
const TRIES = [
  ...[80, 68, 56, 44].map((quality) => ({ side: LONGEST_SIDE, quality })),
  ...[1200, 900, 600].map((side) => ({ side, quality: 44 })),
] as const

/** A picture as WebP, its longest side at most LONGEST_SIDE. */
export const makePicture: MakePicture = async (sent) => {
  const kind = pictureKind(sent)
  if (!isStill(kind)) return err(kind)
  const { default: sharp } = await import('sharp')
  const open = (options: SharpOptions = {}) => sharp(sent, { failOn: 'error', ...options })
  try {
    // Reads the head of the file only.
    const { width, height, pages = 1 } = await open({ limitInputPixels: false }).metadata()
    if (width * height > MOST_PIXELS) return err('too-many-pixels')
    if (pages > 1) return err('moving')
    return ok(await shrink(open({ limitInputPixels: MOST_PIXELS, sequentialRead: true }), sharp))
  } catch {
    // What sharp says of a file is of no use to whoever sent it.
    return err('damaged')
  }
}

/** Opened once; written anew until it is light enough. */
async function shrink(picture: Sharp, sharp: typeof import('sharp').default): Promise<Uint8Array> {
  const { data, info } = await picture
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ ...within(LONGEST_SIDE), withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  let made: Buffer = data
  for (const { side, quality } of TRIES) {
    made = await sharp(data, { raw: { width, height, channels } })
      .resize({ ...within(side), withoutEnlargement: true })
      .webp({ quality })
      .toBuffer()
    if (made.length <= MOST_KEPT) break
  }
  return Uint8Array.from(made)
}

function within(side: number) {
  return { width: side, height: side, fit: 'inside' } as const
}
