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
  neededPictures,
  publicationOf,
  submissionDetails,
  type Edition,
  type SubmittedText,
} from '../domain/submission.ts'
import { findRead, textOf, type ReadSubmission } from './find-read.ts'
import { forgetPictures } from './forget-pictures.ts'
import { keepPicture } from './keep-picture.ts'
import type { PicturePorts } from './ports-pictures.ts'

/** An edition as a clerk gives it: with a picture that is kept, or a new one. */
export type GivenEdition = Omit<Edition, 'picture'> & {
  readonly picture?: NewPicture | SentPicture | undefined
}

/** With the proposer, too: a clerk writes the change in for somebody who calls. */
const OPEN = ['waiting', 'changes-asked'] as const

/** Answers the text as it stands now, waiting. `edition` undefined: publish what was sent in. */
export async function editSubmission(
  ports: PicturePorts,
  request: ReadSubmission & {
    readonly roundId: string
    readonly edition: GivenEdition | undefined
  },
): Promise<Result<SubmittedText, AtDesk>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id: round } = content.round
  const read = await findRead(ports, round, request)
  if (!read.ok) return read
  const { id, state, submission } = read.value
  if (!OPEN.some((each) => each === state)) return refuseClerk('submission-not-waiting', { state })
  const { picture: given, ...words } = request.edition ?? submission
  const checked = checkSubmission(publicationOf({ submission, edition: words }), content.round)
  // What was sent in was taken in once, so the way back to it is always open.
  if (request.edition !== undefined && !checked.ok)
    return refuseClerk('edition-invalid', submissionDetails(checked.error))
  if (
    given !== undefined &&
    'digest' in given &&
    !neededPictures(read.value).includes(given.digest)
  )
    return refuseClerk('submission-changed')
  const picture = await keepPicture(ports, { round, id }, given)
  if (!picture.ok) return picture
  const edition = request.edition && { ...words, ...(picture.value && { picture: picture.value }) }
  const text = { submission, edition }
  const decision = { state: 'waiting', text, seen: textOf(read.value) } as const
  const kept = await ports.inbox.decide(round, id, OPEN, decision)
  // Not where it was refused: what lies there beside may be the picture of a clerk who is just saving.
  if (kept) await forgetPictures(ports, round, id)
  return kept ? ok(text) : refuseClerk('submission-changed')
}
