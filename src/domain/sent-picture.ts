/**
 * The picture of a submission: named by its digest in the text, its bytes kept beside it.
 *
 * Pure. Invariant: two pictures of one digest are the same bytes, and there is none without a text for those who
 * do not see it. Decided in docs/decisions/0029.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import * as v from 'valibot'
import { fromBase64, toBase64url } from './encoding.ts'
import { PictureSchema } from './proposal-record.ts'

/** Most pictures that are kept for a round until they are decided on; they share their space with the vote. */
export const MOST_PICTURES = 200

/** The most that one of them weighs. */
export const MOST_KEPT = 150_000

/** What a picture shows, for those who do not see it. */
export const AltSchema = PictureSchema.entries.alt

/** The name of a picture. */
export const DigestSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/))

export const SentPictureSchema = v.strictObject({
  digest: DigestSchema,
  alt: AltSchema,
})

/** A picture as a text names it. */
export type SentPicture = v.InferOutput<typeof SentPictureSchema>

/** Twice what a browser makes of a picture, as base64. */
const MOST_LETTERS = 800_000

/** A picture on its way in by JSON, as a room of the desk sends it. */
export const NewPictureSchema = v.strictObject({
  bytes: v.pipe(v.string(), v.maxLength(MOST_LETTERS), v.base64(), v.transform(fromBase64)),
  alt: AltSchema,
})

/** A picture on its way in, as some file that nobody has looked at. */
export type NewPicture = { readonly bytes: Uint8Array; readonly alt: string }

/** The name of a picture by its bytes: 128 bits of SHA-256. */
export function pictureDigest(bytes: Uint8Array): string {
  return toBase64url(sha256(bytes).subarray(0, 16))
}
