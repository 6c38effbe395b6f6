/**
 * Keeps a checked submission in the inbox, with its picture, under a private link of its own.
 *
 * Talks to inbox, pictures and randomness. Invariant: the secret of the link is told to whoever asks for this, and is
 * stored nowhere. Decided in docs/decisions/0005.
 */
import { toBase64url } from '../domain/encoding.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { MOST_WAITING, type StoredSubmission, type Submission } from '../domain/submission.ts'
import type { NewPicture } from '../domain/sent-picture.ts'
import { submissionId } from '../domain/submission-key.ts'
import { forgetPictures } from './forget-pictures.ts'
import { keepPicture } from './keep-picture.ts'
import type { RoundContent } from './ports.ts'
import type { PicturePorts } from './ports-pictures.ts'

export type Accepted = {
  /** The secret of the private link; stored nowhere. */
  readonly key: string
  readonly stored: StoredSubmission
}

/** Puts a checked submission into the inbox under a link of its own. */
export async function keepSubmission(
  ports: PicturePorts,
  { round }: RoundContent,
  sent: {
    readonly submission: Submission
    readonly picture?: NewPicture | undefined
    /** Of the link; a new one, unless whoever sends it has made one. */
    readonly key?: string
  },
): Promise<Result<Accepted, Refusal>> {
  const key = sent.key ?? toBase64url(ports.random.bytes(16))
  const id = submissionId(round.id, key)
  // First, so that no submission ever names a picture that is not there.
  const picture = await keepPicture(ports, { round: round.id, id }, sent.picture)
  if (!picture.ok) return picture
  const stored: StoredSubmission = {
    id,
    round: round.id,
    receivedAt: ports.clock.now(),
    state: 'waiting',
    submission: { ...sent.submission, ...(picture.value && { picture: picture.value }) },
    edition: undefined,
    reason: undefined,
    proposal: undefined,
  }
  const kept = await ports.inbox.add(stored, MOST_WAITING)
  if (kept) return ok({ key, stored })
  await forgetPictures(ports, round.id, id)
  return refuse('inbox-full')
}
