/**
 * Shows what was sent in for a round, without the contacts.
 *
 * Talks to content and inbox. Invariant: no contact and no payee is in the answer. Decided in docs/decisions/0022.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { printMoney } from '../../domain/money.ts'
import { ok } from '../../domain/result.ts'
import {
  readingOf,
  seemsToHoldContact,
  type Edition,
  type StoredSubmission,
} from '../../domain/submission.ts'
import type { SignedUseCase } from './use-case.ts'

/** Submissions by their arrival, with the themes and areas that an edition may name. Costs are in main units. */
export const showSubmissions: SignedUseCase<'show-submissions'> = async (ports, input) => {
  const content = await ports.content.round(input.round)
  if (content === undefined) return refuseClerk('round-unknown', { round: input.round })
  const { round } = content
  const stored = await ports.inbox.list(round.id)
  return ok({
    answer: {
      ...{ title: round.title, themes: round.themes, areas: round.areas },
      submissions: stored.map(tellSubmission),
    },
  })
}

function tellSubmission(stored: StoredSubmission) {
  const { id, receivedAt, state, reason, proposal, submission, edition } = stored
  const { proposerKind, proposerName, language, isEntered } = submission
  return {
    ...{ id, receivedAt, state, reason, proposal, proposerKind, proposerName, language },
    isEntered: isEntered === true,
    seen: readingOf(stored),
    sent: tellText(submission),
    edition: edition && tellText(edition),
    holdsContact: seemsToHoldContact(stored),
  }
}

/** The public part, as an edition is sent to the desk. */
function tellText({ title, summary, description, cost, area, theme, picture }: Edition) {
  return { title, summary, description, cost: printMoney(cost), area, theme, picture }
}
