/**
 * Takes a person's right to work at the desk away; their passkeys and sessions end with it, and the invitations
 * and kiosks that they gave. Their name stays, for the log.
 *
 * Talks to the desk's store. Invariant: a clerk is left. What the person writes in the same instant counts for
 * nothing, for they are not there. Decided in docs/decisions/0022.
 */
import { FORMER_PERSON, INVITATION, PASSKEY, PERSON, SESSION } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { KIOSK } from '../../domain/kiosk.ts'
import { ok } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { added, changed, ended, listRecords, removed } from './find-record.ts'
import { stayingClerk } from './staying-clerk.ts'
import type { SignedUseCase } from './use-case.ts'

/** The person is gone. */
export const revokePerson: SignedUseCase<'revoke-person'> = async (ports, input, visit) => {
  const people = await listRecords(ports, PERSON)
  const person = people.find(({ id }) => id === input.person)
  if (person === undefined) return refuseDesk('person-unknown')
  const stays = stayingClerk(people, person.id, visit)
  if (stays === undefined) return refuseDesk('last-clerk')
  const { name, role } = person.value
  return ok({
    changes: [
      removed(PERSON, person),
      changed(PERSON, stays),
      added(FORMER_PERSON, { id: person.id, value: { name, role, until: ports.clock.now() } }),
      ...(await endedWith(ports, person.id)),
    ],
    log: { facts: { person: person.id, role } },
    ...(person.id === visit.person.id && { session: 'ended' as const }),
  })
}

async function endedWith(ports: Ports, person: string): Promise<readonly DeskChange[]> {
  const [passkeys, sessions, invitations, kiosks] = await Promise.all([
    listRecords(ports, PASSKEY),
    listRecords(ports, SESSION),
    listRecords(ports, INVITATION),
    listRecords(ports, KIOSK),
  ])
  const isOwn = ({ value }: { readonly value: { readonly person: string } }) =>
    value.person === person
  const isGiven = ({ value }: { readonly value: { readonly by: string } }) => value.by === person
  return [
    ...passkeys.filter(isOwn).map((each) => ended(PASSKEY, each)),
    ...sessions.filter(isOwn).map((each) => ended(SESSION, each)),
    ...invitations.filter(isGiven).map((each) => ended(INVITATION, each)),
    ...kiosks.filter(isGiven).map((each) => ended(KIOSK, each)),
  ]
}
