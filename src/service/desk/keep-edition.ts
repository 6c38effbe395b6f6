/**
 * Keeps an edition of a submission, from the desk.
 *
 * Talks to content and inbox. Invariant: as src/service/edit-submission.ts. Decided in docs/decisions/0022.
 */
import { editSubmission } from '../edit-submission.ts'
import { done } from './done.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** What is published when it is published. */
export const keepEdition: SignedUseCase<'edit-submission'> = async (ports, input) => {
  const { round, id, edition, seen } = input
  return takeStep(ports, { round, facts: { submission: id } }, () =>
    done(editSubmission(ports, { roundId: round, id, edition, seen })),
  )
}
