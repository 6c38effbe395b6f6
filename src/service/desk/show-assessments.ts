/**
 * Shows the proposals of a round, and what departments said about one, as it is at the newest commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: what is shown is named by `seen`, and only from
 * there it can be changed. Decided in docs/decisions/0031.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { openEntries } from '../change-entry.ts'
import { roundState } from '../round-state.ts'
import type { SignedUseCase } from './use-case.ts'

/** The proposals by title; of one of them its assessments, its cost, and whether the cost stands fast. */
export const showAssessments: SignedUseCase<'show-assessments'> = async (
  ports,
  { round, proposal },
) => {
  const content = await ports.content.round(round)
  if (content === undefined) return refuseClerk('round-unknown', { round })
  const proposals = content.proposals.map(({ id, title }) => ({ id, title }))
  const { id } = proposals.find((each) => each.id === proposal) ?? proposals[0] ?? {}
  const open = id && (await openEntries(ports, { round, proposal: id }, 'assessment'))
  if (!open) return ok({ answer: { proposals } })
  const { seen, entries, fields } = open
  const isFrozen = (await roundState(ports, round)) !== 'draft'
  return ok({ answer: { proposals, open: { id, seen, entries, cost: fields['cost'], isFrozen } } })
}
