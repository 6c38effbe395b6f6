/**
 * Merges similar submissions, from the desk.
 *
 * Talks to content and inbox. Invariant: as src/service/merge-submissions.ts. Decided in docs/decisions/0022.
 */
import { mergeSubmissions } from '../merge-submissions.ts'
import { done } from './done.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** One goes on, and holds the others. */
export const mergeSimilar: SignedUseCase<'merge-submissions'> = async (ports, input) => {
  const { round, into, others } = input
  return takeStep(ports, { round, facts: { submission: into.id, count: others.length } }, () =>
    done(mergeSubmissions(ports, { roundId: round, into, others })),
  )
}
