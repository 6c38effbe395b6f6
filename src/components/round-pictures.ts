/**
 * The pictures in the council's content, as Astro takes them in.
 *
 * Talks to the content folder by way of the build (`@content` in astro.config.mjs). Invariant: a picture
 * reaches the site only in the sizes that ProposalPicture.astro makes of it, without what a camera wrote
 * into it. Decided in docs/decisions/0018.
 */
import type { ImageMetadata } from 'astro'

const found = import.meta.glob<ImageMetadata>(
  '@content/rounds/*/pictures/*.{jpg,jpeg,png,webp,avif}',
  { eager: true, import: 'default' },
)

/** By the round and the file's name: the path before them depends on where the content lies. */
const pictures = new Map(
  Object.entries(found).map(([path, picture]) => [path.split('/').slice(-3).join('/'), picture]),
)

/** A picture that a proposal names. */
export function pictureFile(round: string, file: string): ImageMetadata {
  const picture = pictures.get(`${round}/pictures/${file}`)
  if (picture === undefined) throw new RangeError(`no picture ${file} in the round ${round}`)
  return picture
}
