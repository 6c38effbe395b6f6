/**
 * The council's map, as one SVG that pages show parts of.
 *
 * Talks to the file system and, for a map that is a picture, to the image library. Invariant: what comes out
 * names no other file, has no size of its own, and carries nothing that a camera or a program wrote into the
 * picture. Functions do not ask. Decided in docs/decisions/0021.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { MapEdges } from '../../domain/place.ts'
import { ContentError } from './front-matter.ts'

/** Where a drawing begins and how large it is, in its own units. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type BaseMap = { readonly edges: MapEdges; readonly frame: Frame; readonly svg: string }

/** A third of it fills a phone sharply; more would be bytes for nothing. */
const MOST_PIXELS = 2000

/** Reads it. Throws a ContentError where the file is missing, or is no such picture. */
export async function readMap(directory: string, edges: MapEdges): Promise<BaseMap> {
  const bytes = await readFile(join(directory, edges.file)).catch((cause: unknown) => {
    const words = `found "${edges.file}", expected the name of a file beside council.md`
    throw new ContentError(`council.md: map.file: ${words}`, { cause })
  })
  const isDrawing = edges.file.endsWith('.svg')
  return { edges, ...(isDrawing ? readDrawing(bytes.toString('utf8')) : await wrap(bytes, edges)) }
}

/** A size on the root would be taken for the size of every part. */
function readDrawing(text: string): Omit<BaseMap, 'edges'> {
  const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? ''
  const box = /\bviewBox="([^"]*)"/.exec(root)?.[1] ?? ''
  const [x = NaN, y = NaN, width = NaN, height = NaN] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (![x, y].every(Number.isFinite) || !(width > 0) || !(height > 0))
    throw new ContentError('map.svg: found no viewBox, expected one such as viewBox="0 0 1200 800"')
  const bare = root.replace(/\s(?:width|height)="[^"]*"/g, '')
  return { frame: { x, y, width, height }, svg: text.replace(root, bare) }
}

async function wrap(bytes: Buffer, { file }: MapEdges): Promise<Omit<BaseMap, 'edges'>> {
  const smaller = sharp(bytes).rotate().resize({ width: MOST_PIXELS, withoutEnlargement: true })
  const { data, info } = await smaller
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new ContentError(`${file}: found no picture that can be read`, { cause })
    })
  const { width, height } = info
  const size = `width="${width}" height="${height}"`
  const image = `<image ${size} href="data:image/webp;base64,${data.toString('base64')}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${image}</svg>\n`
  return { frame: { x: 0, y: 0, width, height }, svg }
}
