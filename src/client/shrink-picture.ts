/**
 * Makes a picture smaller in the browser: turned upright, drawn anew, and light enough for any connection.
 *
 * Talks to the file and a canvas. Invariant: what comes out holds points only, nothing that the camera noted.
 * Decided in docs/decisions/0029.
 */
import { isStill, LONGEST_SIDE, pictureKind, type PictureFault } from '../domain/picture-kind.ts'

/** The server makes it lighter still; this is what a slow connection carries. */
const MOST_BYTES = 300_000

/** No decoder is asked for these, whatever it might make of them. */
const REFUSED: readonly PictureFault[] = ['svg', 'pdf', 'moving']

/** The picture as JPEG, or why there is none. What only this browser can read (HEIC) becomes a picture, too. */
export async function shrinkPicture(file: Blob): Promise<Blob | PictureFault> {
  const kind = pictureKind(new Uint8Array(await file.slice(0, 65_536).arrayBuffer()))
  if (!isStill(kind) && REFUSED.includes(kind)) return kind
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return isStill(kind) ? 'damaged' : kind
  for (const quality of [0.85, 0.7, 0.5]) {
    const drawn = await draw(picture, LONGEST_SIDE, quality)
    if (drawn !== null && drawn.size <= MOST_BYTES) return drawn
  }
  return (await draw(picture, LONGEST_SIDE / 2, 0.5)) ?? 'damaged'
}

function draw(picture: ImageBitmap, longest: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}
