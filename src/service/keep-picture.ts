/**
 * Makes a picture ready and keeps it with its submission.
 *
 * Talks to the maker and the store of pictures. Invariant: nothing of the file as it was sent is kept.
 * Decided in docs/decisions/0029.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { RoundId } from '../domain/id.ts'
import {
  MOST_PICTURES,
  pictureDigest,
  type NewPicture,
  type SentPicture,
} from '../domain/sent-picture.ts'
import type { PicturePorts } from './ports-pictures.ts'

/** How a text names the picture. One that is kept already, or none, stays as it is. */
export async function keepPicture<Kept extends SentPicture | undefined>(
  { makePicture, pictures }: Pick<PicturePorts, 'makePicture' | 'pictures'>,
  owner: { readonly round: RoundId; readonly id: string },
  sent: NewPicture | Kept,
): Promise<Result<SentPicture | Kept, Refusal>> {
  if (sent === undefined || !('bytes' in sent)) return ok(sent)
  const made = await makePicture(sent.bytes)
  if (!made.ok) return refuse('submission-invalid', { picture: made.error })
  const digest = pictureDigest(made.value)
  const place = { round: owner.round, submission: owner.id, digest }
  const kept = await pictures.add(place, made.value, MOST_PICTURES)
  return kept ? ok({ digest, alt: sent.alt }) : refuse('submission-invalid', { picture: 'no-room' })
}
