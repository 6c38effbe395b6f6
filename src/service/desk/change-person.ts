/**
 * Gives a person of the desk another name or another role, which hold from their next step on. The invitations of
 * whoever is a clerk no more end.
 *
 * Talks to the desk's store. Invariant: a clerk is left, and what a colleague changed meanwhile is not written over.
 * Decided in docs/decisions/0022.
 */
import { INVITATION, PERSON } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { changed, ended, listRecords } from './find-record.ts'
import { stayingClerk } from './staying-clerk.ts'
import type { SignedUseCase } from './use-case.ts'

/** The entry names the role where it is another one; a name stands in no log. */
export const changePerson: SignedUseCase<'change-person'> = async (ports, input, visit) => {
  const { seen, name, role } = input
  const people = await listRecords(ports, PERSON)
  const person = people.find(({ id }) => id === input.person)
  if (person === undefined) return refuseDesk('person-unknown')
  const { value } = person
  if (value.name !== seen.name || value.role !== seen.role) return refuseDesk('desk-changed')
  const goes = value.role === 'clerk' && role !== 'clerk'
  const stays = goes ? stayingClerk(people, person.id, visit) : undefined
  if (goes && stays === undefined) return refuseDesk('last-clerk')
  return ok({
    changes: [
      changed(PERSON, { ...person, value: { ...value, name, role } }),
      ...(stays ? [changed(PERSON, stays)] : []),
      ...(goes ? await invitationsBy(ports, person.id) : []),
    ],
    log: { facts: { person: person.id, ...(role !== value.role && { role }) } },
  })
}

async function invitationsBy(ports: Ports, person: string): Promise<readonly DeskChange[]> {
  const invitations = await listRecords(ports, INVITATION)
  return invitations
    .filter(({ value }) => value.by === person)
    .map((each) => ended(INVITATION, each))
}
