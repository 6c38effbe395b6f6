/**
 * Shows what can be told of a round's projects, and what was told of one, as it is at the newest commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: what is shown is named by `seen`, and only from
 * there it can be changed. Decided in docs/decisions/0018.
 */
import { ok } from '../../domain/result.ts'
import { openEntries } from '../change-entry.ts'
import { findDelivered } from '../find-delivered.ts'
import type { SignedUseCase } from './use-case.ts'

/** The projects by title, and the updates of one of them as they stand in its file. */
export const showDelivery: SignedUseCase<'show-delivery'> = async (ports, { round, proposal }) => {
  const delivered = await findDelivered(ports, round)
  if (!delivered.ok) return delivered
  const proposals = delivered.value.map(({ id, title }) => ({ id, title }))
  const { id } = proposals.find((each) => each.id === proposal) ?? proposals[0] ?? {}
  const open = id && (await openEntries(ports, { round, proposal: id }, 'updates'))
  const { seen, entries } = open || {}
  return ok({ answer: { proposals, ...(open && { open: { id, seen, entries } }) } })
}
