/**
 * Posts an update of a project, or another one in its place, with its picture, in one commit.
 *
 * Talks to content, the ballot box, the maker of pictures and the publisher. Invariant: what else was told stays,
 * and a file that has changed since it was seen is not written over. Decided in docs/decisions/0018 and 0031.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { printMoney } from '../../domain/money.ts'
import { parseUpdate, type Update } from '../../domain/proposal-record.ts'
import { ok } from '../../domain/result.ts'
import { printDay } from '../../domain/time.ts'
import { changeProposal, listField, openSeenEntries, placeEntry } from '../change-entry.ts'
import { isDelivered } from '../find-delivered.ts'
import { makeUpdatePicture, unshownPicture } from '../update-picture.ts'
import type { SignedUseCase } from './use-case.ts'

/** Answers the commit; the deploy that follows it shows the update. */
export const postUpdate: SignedUseCase<'post-update'> = async (ports, input) => {
  const { round, proposal, at, entry } = input
  const delivered = await isDelivered(ports, input)
  if (!delivered.ok) return delivered
  const open = await openSeenEntries(ports, input, 'updates')
  if (!open.ok) return open
  const { fields, entries } = open.value
  const before = at === undefined ? undefined : parseUpdate(entries[at])
  const read = parseUpdate(entry)
  const { timeZone } = await ports.content.council()
  const isRight = read !== undefined && read.date <= printDay(ports.clock.now(), timeZone)
  // A picture that is kept is the one that this update has; any other one is sent.
  if (!isRight || (read.picture && read.picture.file !== before?.picture?.file))
    return refuseClerk('entry-invalid')
  const made = input.picture && (await makeUpdatePicture(ports, input, input.picture))
  if (made && !made.ok) return made
  const update = written({ ...read, ...(made && { picture: made.value.picture }) })
  const changed = listField('updates', placeEntry(entries, at, update))
  const removed = await unshownPicture(ports, input, {
    ...{ file: before?.picture?.file, fields: { ...fields, ...changed } },
  })
  const beside = { added: made ? [made.value.file] : [], removed }
  return ok({
    log: { round, facts: { proposal } },
    effect: () => changeProposal(ports, input, { message: 'Update', fields: changed, beside }),
  })
}

/** As it stands in the file. */
function written({ date, text, spent, done, picture }: Update): object {
  return {
    ...{ date, text },
    ...(spent !== undefined && { spent: Number(printMoney(spent)) }),
    ...(done === true && { done }),
    ...(picture && { picture }),
  }
}
