/**
 * Publishes chosen submissions in one commit, from the desk.
 *
 * Talks to content, inbox and publisher. Invariant: as src/service/approve-submissions.ts. Decided in docs/decisions/0022.
 */
import { approveSubmissions } from '../approve-submissions.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** Which proposals they became, and the commit that has them all. */
export const publishChosen: SignedUseCase<'publish-submissions'> = async (ports, input) => {
  const { round, chosen } = input
  return takeStep(ports, { round, facts: { count: chosen.length } }, () =>
    approveSubmissions(ports, round, chosen),
  )
}
