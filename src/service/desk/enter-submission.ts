/**
 * Enters a submission for a person who came on paper or by phone.
 *
 * Talks to content, inbox, pictures and randomness. Invariant: it waits like any other, also after the time for
 * proposals, and its private link is told once. Decided in docs/decisions/0022.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { readSubmission } from '../../domain/read-submission.ts'
import { ok } from '../../domain/result.ts'
import { SubmissionSchema } from '../../domain/submission.ts'
import { keepSubmission } from '../keep-submission.ts'
import type { SignedUseCase } from './use-case.ts'

/** The key of the private link, to give to the person. */
export const enterSubmission: SignedUseCase<'enter-submission'> = async (ports, input) => {
  const content = await ports.content.round(input.round)
  if (content === undefined) return refuseClerk('round-unknown', { round: input.round })
  const submission = readSubmission(SubmissionSchema, input.submission, content)
  if (!submission.ok) return submission
  const sent = { submission: submission.value, picture: input.picture }
  return ok({
    log: { round: input.round },
    effect: async () => {
      const kept = await keepSubmission(ports, content, sent)
      return kept.ok ? ok({ key: kept.value.key, id: kept.value.stored.id }) : kept
    },
  })
}
