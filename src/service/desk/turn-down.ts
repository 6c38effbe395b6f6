/**
 * Rejects a submission with a reason, from the desk.
 *
 * Talks to content and inbox. Invariant: as src/service/reject-submission.ts. Decided in docs/decisions/0022.
 */
import { rejectSubmission } from '../reject-submission.ts'
import { done } from './done.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** It is rejected, and its proposer can read why. */
export const turnDown: SignedUseCase<'reject-submission'> = async (ports, input) => {
  const { round, id, seen, reason } = input
  return takeStep(ports, { round, facts: { submission: id } }, () =>
    done(rejectSubmission(ports, { roundId: round, id, seen, reason })),
  )
}
