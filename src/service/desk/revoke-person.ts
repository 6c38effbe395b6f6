/**
 * Takes a person's right to work at the desk away; their passkeys and sessions end with it.
 *
 * Talks to the desk's store. Invariant: a clerk is left. Decided in docs/decisions/0022.
 */
import { PASSKEY, PERSON, SESSION } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { changed, listRecords, removed } from './find-record.ts'
import { stayingClerk } from './staying-clerk.ts'
import type { SignedUseCase } from './use-case.ts'

/** The person is gone. */
export const revokePerson: SignedUseCase<'revoke-person'> = async (ports, input, visit) => {
  const people = await listRecords(ports, PERSON)
  const person = people.find(({ id }) => id === input.person)
  if (person === undefined) return refuseDesk('person-unknown')
  const stays = stayingClerk(people, person.id, visit)
  if (stays === undefined) return refuseDesk('last-clerk')
  const isTheirs = ({ value }: { readonly value: { readonly person: string } }) =>
    value.person === person.id
  const passkeys = (await listRecords(ports, PASSKEY)).filter(isTheirs)
  const sessions = (await listRecords(ports, SESSION)).filter(isTheirs)
  return ok({
    changes: [
      removed(PERSON, person),
      changed(PERSON, stays),
      ...passkeys.map((each) => removed(PASSKEY, each)),
      ...sessions.map((each) => removed(SESSION, each)),
    ],
    log: { facts: { person: person.id, role: person.value.role } },
    ...(person.id === visit.person.id && { session: 'ended' as const }),
  })
}
