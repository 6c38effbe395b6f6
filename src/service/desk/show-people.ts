/**
 * Shows who works at the desk, who is invited, and who is signed in.
 *
 * Talks to the desk's store. Invariant: no secret, and nothing a secret can be found from but its hash.
 * Decided in docs/decisions/0022.
 */
import { INVITATION, PASSKEY, PERSON, SESSION } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** People, their passkeys, invitations that still hold, and sessions. */
export const showPeople: SignedUseCase<'show-people'> = async (ports, _, visit) => {
  const [people, passkeys, sessions, invitations] = await Promise.all([
    listRecords(ports, PERSON),
    listRecords(ports, PASSKEY),
    listRecords(ports, SESSION),
    listRecords(ports, INVITATION),
  ])
  const clerks = new Set(people.filter(({ value }) => value.role === 'clerk').map(({ id }) => id))
  const byName = people.toSorted((a, b) => a.value.since - b.value.since)
  return ok({
    answer: {
      people: byName.map(({ id, value }) => ({
        ...{ id, ...value, isMe: id === visit.person.id },
        passkeys: passkeys.filter((passkey) => passkey.value.person === id).length,
      })),
      passkeys: passkeys.map(({ id, value: { person: owner, since, usedAt } }) => ({
        ...{ id, person: owner, since, usedAt },
      })),
      sessions: sessions.map(({ id, value }) => ({
        ...{ id, person: value.person, since: value.since, seenAt: value.seenAt },
        isThis: id === visit.session.id,
      })),
      invitations: invitations
        .filter(({ value }) => clerks.has(value.by))
        .map(({ id, value }) => ({ ...value, id })),
    },
  })
}
