/**
 * Takes back an assessment that was published by mistake, in one commit.
 *
 * Talks to content and the publisher. Invariant: the proposal's cost stays as it is, and a file that has changed
 * since it was seen is not written over. Decided in docs/decisions/0031.
 */
import { ok } from '../../domain/result.ts'
import { changeProposal, listField, openSeenEntries, placeEntry } from '../change-entry.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; the deploy that follows it does not show the assessment. */
export const takeBackAssessment: SignedUseCase<'take-back-assessment'> = async (ports, input) => {
  const { round, proposal, at } = input
  const open = await openSeenEntries(ports, input, 'assessment')
  if (!open.ok) return open
  const fields = listField('assessment', placeEntry(open.value.entries, at, undefined))
  return ok({
    log: { round, facts: { proposal } },
    effect: () => changeProposal(ports, input, { message: 'Taken back', fields }),
  })
}
