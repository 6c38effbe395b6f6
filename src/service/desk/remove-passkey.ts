/**
 * Takes one passkey away: one's own that was lost, and for a clerk anybody's. Its owner's other sessions end, for
 * nobody knows by which passkey they began.
 *
 * Talks to the desk's store. Invariant: its owner keeps one. The change names the version of the owner, so that two
 * cannot be taken away at once. Decided in docs/decisions/0022.
 */
import { PASSKEY, PERSON, SESSION } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { changed, ended, findRecord, listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The passkey signs in nobody any more. */
export const removePasskey: SignedUseCase<'remove-passkey'> = async (ports, input, visit) => {
  const passkeys = await listRecords(ports, PASSKEY)
  const passkey = passkeys.find(({ id }) => id === input.passkey)
  const owner = passkey && (await findRecord(ports, PERSON, passkey.value.person))
  const mayRemove = owner?.id === visit.person.id || visit.person.value.role === 'clerk'
  if (passkey === undefined || owner === undefined || !mayRemove) return refuseDesk('not-there')
  const isTheirs = ({ value }: { readonly value: { readonly person: string } }) =>
    value.person === owner.id
  if (passkeys.filter(isTheirs).length === 1) return refuseDesk('last-passkey')
  const sessions = (await listRecords(ports, SESSION)).filter(isTheirs)
  return ok({
    changes: [
      ended(PASSKEY, passkey),
      changed(PERSON, owner),
      ...sessions.filter(({ id }) => id !== visit.session.id).map((each) => ended(SESSION, each)),
    ],
    log: { facts: { person: owner.id } },
  })
}
