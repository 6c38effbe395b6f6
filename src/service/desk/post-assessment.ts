/**
 * Posts what a department says about a proposal, or another answer in its place, in one commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: a cost that was found becomes the proposal's own
 * before voting was opened, and never after; a file that has changed since it was seen is not written over.
 * Decided in docs/decisions/0031.
 */
import { refuseClerk, type ClerkRefusal } from '../../domain/clerk-refusal.ts'
import { newCost } from '../../domain/found-cost.ts'
import type { RoundId } from '../../domain/id.ts'
import { printMoney, readMoney, type Money } from '../../domain/money.ts'
import { proposalFaults, type Proposal } from '../../domain/proposal.ts'
import { parseAssessment, type Assessment } from '../../domain/proposal-record.ts'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import { submissionDetails } from '../../domain/submission.ts'
import { printDay } from '../../domain/time.ts'
import { changeProposal, listField, openSeenEntries, placeEntry } from '../change-entry.ts'
import type { Ports } from '../ports.ts'
import { roundState } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; the deploy that follows it shows the assessment. */
export const postAssessment: SignedUseCase<'post-assessment'> = async (ports, input) => {
  const { round, proposal, at, entry } = input
  const open = await openSeenEntries(ports, input, 'assessment')
  if (!open.ok) return open
  const { fields, entries } = open.value
  const read = parseAssessment(entry)
  const { timeZone } = await ports.content.council()
  if (read === undefined || read.date > printDay(ports.clock.now(), timeZone))
    return refuseClerk('entry-invalid')
  const before = at === undefined ? undefined : parseAssessment(entries[at])
  const cost = newCost(read, { before, now: readMoney(String(fields['cost'])) })
  const checked = cost === undefined ? ok(cost) : await checkCost(ports, { round, proposal, cost })
  if (!checked.ok) return checked
  const changed = {
    ...(cost !== undefined && { cost: Number(printMoney(cost)) }),
    ...listField('assessment', placeEntry(entries, at, written(read))),
  }
  return ok({
    log: { round, facts: { proposal } },
    effect: () => changeProposal(ports, input, { message: 'Assessment', fields: changed }),
  })
}

/** Whether a proposal may have this cost: not where it is voted on already, nor outside of the round's limits. */
async function checkCost(
  ports: Ports,
  { round: id, proposal, cost }: { round: RoundId; proposal: string; cost: Money },
): Promise<Result<Money, ClerkRefusal | Refusal>> {
  if ((await roundState(ports, id)) !== 'draft') return refuseClerk('cost-frozen')
  const content = await ports.content.round(id)
  const found = content?.proposals.find((each: Proposal) => each.id === proposal)
  if (content === undefined || found === undefined)
    return refuseClerk('round-unknown', { round: id })
  const { theme, area, reason, standing } = found
  const faults = proposalFaults({ theme, area, reason, standing, cost }, content.round)
  const wrong = faults.flatMap(({ field, ...fault }) =>
    field === 'cost' ? [{ field, ...fault }] : [],
  )
  return wrong.length === 0 ? ok(cost) : refuse('submission-invalid', submissionDetails(wrong))
}

/** As it stands in the file. */
function written({ about, body, date, outcome, reason, cost }: Assessment): object {
  return {
    ...(about && { about }),
    ...{ body, date, outcome, reason },
    ...(cost !== undefined && { cost: Number(printMoney(cost)) }),
  }
}
