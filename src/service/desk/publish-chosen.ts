/**
 * Publishes chosen submissions in one commit, from the desk.
 *
 * Talks to content, inbox and publisher. Invariant: as src/service/approve-submissions.ts. Decided in docs/decisions/0022.
 */
import { ok } from '../../domain/result.ts'
import { approveSubmissions } from '../approve-submissions.ts'
import type { SignedUseCase } from './use-case.ts'

/** Which proposals they became, and the commit that has them all. */
export const publishChosen: SignedUseCase<'publish-submissions'> = async (ports, input) => {
  const { round, chosen } = input
  return ok({
    log: { round, facts: { count: chosen.length } },
    effect: () => approveSubmissions(ports, round, chosen),
  })
}
