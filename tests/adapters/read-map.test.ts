import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCouncil } from '../../src/adapters/content/read-content.ts'
import { readMap } from '../../src/adapters/content/read-map.ts'

const EDGES = { north: 55.7, east: 12.6, south: 55.6, west: 12.5 }
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'map-'))
})

afterEach(() => rm(directory, { recursive: true }))

const readDrawing = async (text: string) => {
  await writeFile(join(directory, 'map.svg'), text)
  return readMap(directory, { file: 'map.svg', ...EDGES })
}

describe('readMap', () => {
  test('takes the example’s map as it is', async () => {
    const { map } = await readCouncil(resolve('content'))
    if (map === undefined) throw new Error('the example has a map')
    const { frame, svg } = await readMap(resolve('content'), map)
    expect(frame).toEqual({ x: 0, y: 0, width: 1200, height: 800 })
    expect(svg).toBe(await readFile(resolve('content/map.svg'), 'utf8'))
  })

  test('takes a size off the root only, so that a part of it fills its place', async () => {
    const inside = '<rect width="9" height="9"/>'
    const { frame, svg } = await readDrawing(
      `<?xml version="1.0"?><svg width="90mm" viewBox="-5, 5 90 60" height="60mm">${inside}</svg>`,
    )
    expect(frame).toEqual({ x: -5, y: 5, width: 90, height: 60 })
    expect(svg).toBe(`<?xml version="1.0"?><svg viewBox="-5, 5 90 60">${inside}</svg>`)
  })

  test('makes a drawing of a picture, without what a camera wrote into it', async () => {
    const background = { r: 190, g: 120, b: 60 }
    await sharp({ create: { width: 2400, height: 1200, channels: 3, background } })
      .withExif({ IFD0: { Make: 'Phone' } })
      .jpeg()
      .toFile(join(directory, 'map.jpg'))
    const { frame, svg } = await readMap(directory, { file: 'map.jpg', ...EDGES })
    expect(frame).toEqual({ x: 0, y: 0, width: 2000, height: 1000 })
    const data = /base64,([^"]*)"/.exec(svg)?.[1] ?? ''
    const { format, width, exif } = await sharp(Buffer.from(data, 'base64')).metadata()
    expect([format, width, exif]).toEqual(['webp', 2000, undefined])
  })

  test.each([
    ['<svg width="90" height="60"></svg>', 'map.svg: found no viewBox, expected one such as'],
    ['<svg viewBox="0 0 90 0"></svg>', 'map.svg: found no viewBox'],
    ['not a drawing', 'map.svg: found no viewBox'],
  ])('tells its author what is missing in %s', async (text, message) => {
    await expect(readDrawing(text)).rejects.toThrow(message)
  })

  test('tells which file is missing, or is no picture', async () => {
    const read = () => readMap(directory, { file: 'map.png', ...EDGES })
    await expect(read()).rejects.toThrow('council.md: map.file: found "map.png"')
    await writeFile(join(directory, 'map.png'), 'not a picture')
    await expect(read()).rejects.toThrow('map.png: found no picture that can be read')
  })
})
