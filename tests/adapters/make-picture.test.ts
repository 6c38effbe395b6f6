import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makePicture } from '../../src/adapters/make-picture.ts'
import { LONGEST_SIDE } from '../../src/domain/picture-kind.ts'
import { MOST_KEPT } from '../../src/domain/sent-picture.ts'
import { aPhoto, BAD_PICTURES } from '../support/bad-pictures.ts'

async function made(sent: Uint8Array): Promise<Buffer> {
  const picture = await makePicture(sent)
  if (!picture.ok) throw new Error(picture.error)
  return Buffer.from(picture.value)
}

describe('makePicture', () => {
  test('takes out where and by what the photo was taken, and turns it upright', async () => {
    const sent = await aPhoto()
    const before = await sharp(sent).metadata()
    expect([before.orientation, before.exif?.includes('Phone of Ada')]).toEqual([6, true])
    const picture = await made(sent)
    const after = await sharp(picture).metadata()
    expect(after).toMatchObject({ format: 'webp', width: 900, height: 1200 })
    for (const note of ['exif', 'icc', 'xmp', 'iptc', 'orientation'] as const)
      expect(after[note], note).toBeUndefined()
    for (const word of ['Phone of Ada', 'EXIF', 'Exif', 'GPS', 'ICCP', 'XMP'])
      expect(picture.includes(word), word).toBe(false)
  })

  test('what is behind the end of a picture, and between its parts, does not come along', async () => {
    const hidden = Buffer.from('<script>alert("hidden")</script>')
    const picture = await made(Buffer.concat([await aPhoto(), hidden]))
    expect(picture.includes('script')).toBe(false)
  })

  test.each([
    ['a wide one', 4000, 1000, [LONGEST_SIDE, 400]],
    ['a small one', 300, 200, [300, 200]],
  ])('%s is at most so large, and never made larger', async (_, width, height, size) => {
    const upright = await sharp(await aPhoto(width, height))
      .png()
      .toBuffer()
    const { width: w, height: h } = await sharp(await made(upright)).metadata()
    expect([w, h]).toEqual(size)
  })

  test('is light enough also where every point differs, and white where it was clear', async () => {
    const data = Buffer.alloc(2400 * 2400 * 4)
    let seed = 1
    for (let at = 0; at < data.length; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
      data[at] = at % 4 === 3 ? 255 : seed >> 16
    }
    const noise = await sharp(data, { raw: { width: 2400, height: 2400, channels: 4 } })
      .png()
      .toBuffer()
    expect((await made(noise)).length).toBeLessThanOrEqual(MOST_KEPT)
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const drawn = await sharp({ create: { width: 50, height: 50, channels: 4, background: clear } })
      .png()
      .toBuffer()
    const { channels, dominant } = await sharp(await made(drawn)).stats()
    expect([channels.length, dominant.r > 240]).toEqual([3, true])
  })

  test('the same file is the same picture', async () => {
    const photo = await aPhoto()
    expect((await made(photo)).equals(await made(photo))).toBe(true)
  })

  test.each(BAD_PICTURES)('$name is refused: $fault', async ({ bytes, fault }) => {
    expect(await makePicture(await bytes())).toEqual({ ok: false, error: fault })
  })

  test('a picture that promises a thousand million points is refused before it is opened', async () => {
    const png = Buffer.from(
      await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    )
    png.writeUInt32BE(32_000, 16)
    png.writeUInt32BE(32_000, 20)
    const before = process.memoryUsage().rss
    const answer = await makePicture(png)
    expect(answer.ok).toBe(false)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })
})
