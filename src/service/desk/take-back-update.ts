/**
 * Takes back an update of a project that was published by mistake, with its picture, in one commit.
 *
 * Talks to content, the ballot box and the publisher. Invariant: the history of git keeps what the site does not
 * show any more, and a file that has changed since it was seen is not written over. Decided in docs/decisions/0031.
 */
import { parseUpdate } from '../../domain/proposal-record.ts'
import { ok } from '../../domain/result.ts'
import { changeProposal, listField, openSeenEntries, placeEntry } from '../change-entry.ts'
import { isDelivered } from '../find-delivered.ts'
import { unshownPicture } from '../update-picture.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; the deploy that follows it does not show the update. */
export const takeBackUpdate: SignedUseCase<'take-back-update'> = async (ports, input) => {
  const { round, proposal, at } = input
  const delivered = await isDelivered(ports, input)
  if (!delivered.ok) return delivered
  const open = await openSeenEntries(ports, input, 'updates')
  if (!open.ok) return open
  const { fields, entries } = open.value
  const changed = listField('updates', placeEntry(entries, at, undefined))
  const removed = await unshownPicture(ports, input, {
    ...{ file: parseUpdate(entries[at])?.picture?.file, fields: { ...fields, ...changed } },
  })
  const beside = { added: [], removed }
  return ok({
    log: { round, facts: { proposal } },
    effect: () => changeProposal(ports, input, { message: 'Taken back', fields: changed, beside }),
  })
}
