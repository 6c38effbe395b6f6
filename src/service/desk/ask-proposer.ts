/**
 * Asks a proposer for changes, from the desk.
 *
 * Talks to content and inbox. Invariant: as src/service/ask-changes.ts. Decided in docs/decisions/0022.
 */
import { askChanges } from '../ask-changes.ts'
import { done } from './done.ts'
import { takeStep } from './take-step.ts'
import type { SignedUseCase } from './use-case.ts'

/** The submission lies with its proposer. */
export const askProposer: SignedUseCase<'ask-changes'> = async (ports, input) => {
  const { round, id, seen, question } = input
  return takeStep(ports, { round, facts: { submission: id } }, () =>
    done(askChanges(ports, { roundId: round, id, seen, question })),
  )
}
