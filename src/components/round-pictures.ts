/**
 * The pictures in the council's content, as Astro takes them in.
 *
 * Talks to the content folder by way of the build (`@content` in astro.config.mjs). Invariant: a picture
 * reaches the site only in the sizes that ProposalPicture.astro makes of it, without what a camera wrote
 * into it. Decided in docs/decisions/0018.
 */
import type { ImageMetadata } from 'astro'
import { getImage } from 'astro:assets'

const found = import.meta.glob<ImageMetadata>(
  '@content/rounds/*/pictures/*.{jpg,jpeg,png,webp,avif}',
  { eager: true, import: 'default' },
)

/** By the round and the file's name: the path before them depends on where the content lies. */
const pictures = new Map(
  Object.entries(found).map(([path, picture]) => [path.split('/').slice(-3).join('/'), picture]),
)

/** 3:2, as every drawing; the smaller one is enough for a phone and for a list. */
export const FRAME = { width: 1080, height: 720, fit: 'cover' } as const
const WIDTHS = [540, 1080]

type Photo = { readonly round: string; readonly file: string }
/** Two lists of sizes, as `srcset` has them, and the address of a plain one. */
type PhotoFiles = { readonly avif: string; readonly webp: string; readonly plain: string }

const asked = new Map<string, Promise<PhotoFiles>>()

/** The sizes of a picture that a proposal names; asked for once in a build, for it stands on many pages. */
export function photoFiles({ round, file }: Photo): Promise<PhotoFiles> {
  const name = `${round}/pictures/${file}`
  const files = asked.get(name) ?? makeFiles(name)
  asked.set(name, files)
  return files
}

async function makeFiles(name: string): Promise<PhotoFiles> {
  const src = pictures.get(name)
  if (src === undefined) throw new RangeError(`no picture ${name}`)
  const [avif, webp, plain] = await Promise.all([
    getImage({ ...FRAME, widths: WIDTHS, src, format: 'avif' }),
    getImage({ ...FRAME, widths: WIDTHS, src, format: 'webp' }),
    getImage({ ...FRAME, src, format: 'jpg' }),
  ])
  return { avif: avif.srcSet.attribute, webp: webp.srcSet.attribute, plain: plain.src }
}
