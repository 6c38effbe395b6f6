/**
 * Edits a submission for publication, beside what was sent in.
 *
 * Talks to content, inbox and pictures. Invariant: what the proposer wrote is never changed, and of two clerks at
 * once the second is told. Decided in docs/decisions/0005.
 */
import { refuseClerk } from '../domain/clerk-refusal.ts'
import type { AtDesk } from '../domain/desk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { NewPicture, SentPicture } from '../domain/sent-picture.ts'
import {
  checkSubmission,
  publicationOf,
  submissionDetails,
  neededPictures,
  type Edition,
  type SubmittedText,
} from '../domain/submission.ts'
import { forgetPictures } from './forget-pictures.ts'
import { keepPicture } from './keep-picture.ts'
import type { PicturePorts } from './ports-pictures.ts'

/** An edition as a clerk gives it: with a picture that is kept, or a new one. */
export type GivenEdition = Omit<Edition, 'picture'> & {
  readonly picture?: NewPicture | SentPicture | undefined
}

/** Answers the text as it stands now. `edition` undefined: publish what was sent in. */
export async function editSubmission(
  ports: PicturePorts,
  request: {
    readonly roundId: string
    readonly id: string
    readonly edition: GivenEdition | undefined
    /** The edition that the clerk has changed. */
    readonly seen: Edition | undefined
  },
): Promise<Result<SubmittedText, AtDesk>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const stored = await ports.inbox.find(round, request.id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id: request.id })
  if (stored.state !== 'waiting')
    return refuseClerk('submission-not-waiting', { state: stored.state })
  const { submission } = stored
  const { picture: given, ...words } = request.edition ?? submission
  const checked = checkSubmission(publicationOf({ submission, edition: words }), content.round)
  // What was sent in was taken in once, so the way back to it is always open.
  if (request.edition !== undefined && !checked.ok)
    return refuseClerk('edition-invalid', submissionDetails(checked.error))
  if (given !== undefined && 'digest' in given && !neededPictures(stored).includes(given.digest))
    return refuseClerk('submission-changed')
  const picture = await keepPicture(ports, { round, id: request.id }, given)
  if (!picture.ok) return picture
  const edition = request.edition && { ...words, ...(picture.value && { picture: picture.value }) }
  const text = { submission, edition }
  const seen = { submission, edition: request.seen }
  const decision = { state: 'waiting', text, seen } as const
  const kept = await ports.inbox.decide(round, request.id, ['waiting'], decision)
  // Not where it was refused: what lies there beside may be the picture of a clerk who is just saving.
  if (kept) await forgetPictures(ports, round, request.id)
  return kept ? ok(text) : refuseClerk('submission-changed')
}
