/**
 * Takes a submission in again, changed by its proposer at the council's wish.
 *
 * Talks to content, inbox and pictures. Invariant: what was asked to be changed is replaced once, waits to be read
 * again, and keeps its private link and its contact. Decided in docs/decisions/0005.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { NewPicture, SentPicture } from '../domain/sent-picture.ts'
import {
  checkSubmission,
  submissionDetails,
  type Revision,
  type StoredSubmission,
} from '../domain/submission.ts'
import { findSubmission } from './find-submission.ts'
import { forgetPictures } from './forget-pictures.ts'
import { keepPicture } from './keep-picture.ts'
import type { PicturePorts } from './ports-pictures.ts'

/** Asked to be changed, or changed a moment ago: the same may be sent twice. */
const OPEN: readonly StoredSubmission['state'][] = ['changes-asked', 'waiting']

/** Answers the submission as it waits now. Sending the same again is the same as sending it once. */
export async function reviseSubmission(
  ports: PicturePorts,
  request: {
    readonly roundId: string
    readonly key: string
    readonly text: Revision
    /** A new one, the one that was there, with its text, or none. */
    readonly picture: NewPicture | SentPicture | undefined
  },
): Promise<Result<StoredSubmission, Refusal>> {
  const found = await findSubmission(ports, request.roundId, request.key)
  if (!found.ok) return found
  // Before any picture is made ready: the link of what was decided on is good for reading only.
  if (!OPEN.includes(found.value.state)) return refuse('submission-decided')
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuse('submission-not-found')
  const { round, id } = found.value
  const { contactName, contact, payee, isEntered } = found.value.submission
  const revised = {
    ...{ ...request.text, contactName, contact },
    ...(payee && { payee }),
    ...(isEntered && { isEntered }),
  }
  const checked = checkSubmission(revised, content.round)
  if (!checked.ok) return refuse('submission-invalid', submissionDetails(checked.error))
  const picture = await keepPicture(ports, { round, id }, request.picture)
  if (!picture.ok) return picture
  const submission = { ...checked.value, ...(picture.value && { picture: picture.value }) }
  const text = { submission, edition: undefined }
  const decision = { state: 'waiting', text } as const
  const kept = await ports.inbox.decide(round, id, ['changes-asked'], decision)
  if (kept) {
    await forgetPictures(ports, round, id)
    return ok({ ...found.value, ...text, state: 'waiting' })
  }
  const isRetry = await ports.inbox.decide(round, id, ['waiting'], { state: 'waiting', seen: text })
  return isRetry ? ok(found.value) : refuse('submission-decided')
}
