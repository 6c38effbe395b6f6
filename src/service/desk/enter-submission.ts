/**
 * Enters a submission for a person who came on paper or by phone.
 *
 * Talks to content, inbox, pictures and randomness. Invariant: it waits like any other, also after the time for
 * proposals, but not after the result, its private link is told once, and what is sent twice is
 * there once; another text under the same key is refused. Decided in docs/decisions/0022.
 */
import type { BoxState } from '../../domain/box-state.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { readSubmission } from '../../domain/read-submission.ts'
import { ok } from '../../domain/result.ts'
import { isSame } from '../../domain/round-draft.ts'
import type { NewPicture } from '../../domain/sent-picture.ts'
import { submissionId } from '../../domain/submission-key.ts'
import { SubmissionSchema, type Submission } from '../../domain/submission.ts'
import { keepSubmission } from '../keep-submission.ts'
import { roundState } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** Nobody can do anything with what comes after the result, and nothing would forget its contact. */
function isSettled(state: BoxState): boolean {
  return state === 'published' || state === 'purged'
}

/** Whether the same was sent. A picture is told by its words: what is kept of it are not the bytes that were sent. */
function isRetry(there: Submission, sent: Submission, picture: NewPicture | undefined): boolean {
  return isSame({ ...there, picture: there.picture?.alt }, { ...sent, picture: picture?.alt })
}

/** The key of the private link, to give to the person. */
export const enterSubmission: SignedUseCase<'enter-submission'> = async (ports, input) => {
  const content = await ports.content.round(input.round)
  if (content === undefined) return refuseClerk('round-unknown', { round: input.round })
  const state = await roundState(ports, input.round)
  if (isSettled(state)) return refuseClerk('state-wrong', { state })
  const submission = readSubmission(SubmissionSchema, input.submission, content)
  if (!submission.ok) return submission
  const { picture, key } = input
  const sent = { submission: { ...submission.value, isEntered: true as const }, picture, key }
  const id = submissionId(input.round, key)
  const there = (await ports.inbox.find(input.round, id))?.submission
  if (there !== undefined && !isRetry(there, sent.submission, picture))
    return refuseClerk('submission-changed', { id })
  return ok({
    log: { round: input.round },
    effect: async () => {
      const kept = await keepSubmission(ports, content, sent)
      return kept.ok ? ok({ key: kept.value.key, id: kept.value.stored.id }) : kept
    },
  })
}
