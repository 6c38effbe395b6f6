/**
 * Shows who is signed in, with their passkeys and sessions.
 *
 * Talks to the desk's store and the content. Invariant: only the person's own. Decided in docs/decisions/0022.
 */
import { PASSKEY, SESSION } from '../../domain/desk-person.ts'
import { ok } from '../../domain/result.ts'
import { listRecords } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** Name, role, and what belongs to them; and the rounds, for the frame of the desk. */
export const showMe: SignedUseCase<'show-me'> = async (ports, _, { person, session }) => {
  const [passkeys, sessions] = await Promise.all([
    listRecords(ports, PASSKEY),
    listRecords(ports, SESSION),
  ])
  return ok({
    answer: {
      ...{ id: person.id, name: person.value.name, role: person.value.role },
      passkeys: passkeys
        .filter(({ value }) => value.person === person.id)
        .map(({ id, value: { since, usedAt } }) => ({ id, since, usedAt })),
      sessions: sessions
        .filter(({ value }) => value.person === person.id)
        .map(({ id, value }) => ({
          ...{ id, since: value.since, seenAt: value.seenAt },
          isThis: id === session.id,
        })),
      rounds: await ports.content.roundIds(),
    },
  })
}
