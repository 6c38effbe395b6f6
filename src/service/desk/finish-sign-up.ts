/**
 * Enters an invited person with the passkey that was just made, and signs them in.
 *
 * Talks to the desk's store and passkeys. Invariant: person, passkey, session and the end of the invitation
 * are one step, and it is in the log; who is invited comes by the name and the id that the clerk gave.
 * Decided in docs/decisions/0022.
 */
import { PASSKEY, PERSON } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { findInvitation } from './find-invitation.ts'
import { added, findRecord } from './find-record.ts'
import { takeChallenge } from './new-challenge.ts'
import { newSession } from './new-session.ts'
import type { OpenUseCase } from './use-case.ts'

/** A new person with a session. */
export const finishSignUp: OpenUseCase<'finish-sign-up'> = async (ports, input) => {
  const invited = await findInvitation(ports, input.secret)
  if (!invited.ok) return invited
  const person = (await takeChallenge(ports, input.challenge, 'sign-up'))?.person
  const { person: expected = person } = invited.value
  if (person === undefined || person !== expected) return refuseDesk('challenge-over')
  const made = await ports.passkeys.made(input)
  if (made === undefined) return refuseDesk('passkey-not-accepted')
  if (await findRecord(ports, PASSKEY, made.id)) return refuseDesk('passkey-taken')
  const since = ports.clock.now()
  const { id, ...key } = made
  const { name = input.name, role } = invited.value
  const { secret, change } = newSession(ports, person)
  return ok({
    answer: { name, role },
    changes: [
      invited.value.use(person),
      added(PERSON, { id: person, value: { name, role, since } }),
      added(PASSKEY, { id, value: { ...key, person, since } }),
      change,
    ],
    session: { secret },
    log: { by: person, facts: { person, role } },
  })
}
