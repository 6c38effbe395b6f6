/**
 * QR codes, read back as a camera reads them: from a picture of what is seen, or from pixels that were drawn.
 *
 * Pure over pictures. Invariant: no test reads a code another way, and none from the page's own data.
 */
import jsQR from 'jsqr'
import sharp from 'sharp'

/** What the code in a picture says; undefined where there is none. */
export async function readQr(picture: Buffer): Promise<string | undefined> {
  // A code needs quiet around it, which a picture that ends at its edge has not.
  const quiet = { top: 20, bottom: 20, left: 20, right: 20, background: '#fff' } as const
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .extend(quiet)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decodeQr(Uint8ClampedArray.from(data), info.width, info.height)
}

/** What the code says that these pixels show, four bytes each. */
export function decodeQr(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
): string | undefined {
  return jsQR(pixels, width, height)?.data
}
