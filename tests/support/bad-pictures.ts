/**
 * Pictures as residents send them, good ones and each kind of bad one, made when they are asked for.
 *
 * Talks to sharp. Invariant: every file is what it says by its content; its name may say anything.
 */
import sharp from 'sharp'
import type { PictureFault } from '../../src/domain/picture-kind.ts'

/** Where a camera says that it was; and its name. */
export const GPS = {
  IFD0: { Make: 'Phone of Ada' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 0/1' },
}

/** A photo as a phone takes it: lying on its side, and with the place where it was taken. */
export function aPhoto(width = 1200, height = 900): Promise<Buffer> {
  return points(width, height)
    .jpeg({ quality: 90 })
    .withExif(GPS)
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** Points of a gradient. */
function points(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < data.length; at += 1) data[at] = (at * 255) / data.length
  return sharp(data, { raw: { width, height, channels: 3 } })
}

type Bad = { readonly name: string; readonly fault: PictureFault; bytes(): Promise<Uint8Array> }

const text = (content: string) => async () => Buffer.from(content, 'latin1')

/** A PNG whose head promises more points than a machine has memory for. */
async function bomb(): Promise<Buffer> {
  const background = { r: 0, g: 0, b: 0 }
  return sharp({ create: { width: 12_000, height: 12_000, channels: 3, background } })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

async function moving(): Promise<Buffer> {
  const frames = Buffer.alloc(40 * 80 * 3, 7).fill(200, 40 * 40 * 3)
  return sharp(frames, { raw: { width: 40, height: 80, channels: 3, pageHeight: 40 } })
    .webp({ delay: [100, 100] })
    .toBuffer()
}

/** A still PNG with the chunk that makes it move. */
async function movingPng(): Promise<Buffer> {
  const still = await points(20, 20).png().toBuffer()
  const control = Buffer.from('000000086163544c0000000100000000b92d1fb7', 'hex')
  return Buffer.concat([still.subarray(0, 33), control, still.subarray(33)])
}

export const BAD_PICTURES: readonly Bad[] = [
  {
    name: 'drawing.jpg',
    fault: 'svg',
    bytes: text(
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
  },
  { name: 'phone.jpg', fault: 'heic', bytes: text('\0\0\0\u0018ftypheic\0\0\0\0mif1heic') },
  { name: 'plan.jpg', fault: 'pdf', bytes: text('%PDF-1.7\n1 0 obj') },
  { name: 'cat.gif', fault: 'moving', bytes: async () => points(20, 20).gif().toBuffer() },
  { name: 'cat.webp', fault: 'moving', bytes: moving },
  { name: 'cat.png', fault: 'moving', bytes: movingPng },
  { name: 'huge.png', fault: 'too-many-pixels', bytes: bomb },
  { name: 'half.jpg', fault: 'damaged', bytes: async () => (await aPhoto()).subarray(0, 9000) },
  {
    name: 'half.png',
    fault: 'damaged',
    bytes: async () => (await points(300, 300).png().toBuffer()).subarray(0, 900),
  },
  { name: 'head.webp', fault: 'damaged', bytes: text('RIFF\u0024\0\0\0WEBPVP8 \u0018\0\0\0') },
  { name: 'letter.jpg', fault: 'not-a-picture', bytes: text('Dear council, this is a letter.') },
  { name: 'program.png', fault: 'not-a-picture', bytes: text('MZ\u0090\0\u0003') },
]
