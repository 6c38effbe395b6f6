/**
 * Adds a passkey that was just made to the person who signed in.
 *
 * Talks to the desk's store and passkeys. Invariant: a passkey belongs to one person.
 * Decided in docs/decisions/0022.
 */
import { PASSKEY } from '../../domain/desk-person.ts'
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { ok } from '../../domain/result.ts'
import { added, findRecord } from './find-record.ts'
import { takeChallenge } from './new-challenge.ts'
import type { SignedUseCase } from './use-case.ts'

/** One more passkey. */
export const finishPasskey: SignedUseCase<'finish-passkey'> = async (ports, input, visit) => {
  const person = visit.person.id
  const challenge = await takeChallenge(ports, input.challenge, 'passkey')
  if (challenge?.person !== person) return refuseDesk('challenge-over')
  const made = await ports.passkeys.made(input)
  if (made === undefined) return refuseDesk('passkey-not-accepted')
  if (await findRecord(ports, PASSKEY, made.id)) return refuseDesk('passkey-taken')
  const { id, ...key } = made
  const value = { ...key, person, since: ports.clock.now() }
  return ok({ changes: [added(PASSKEY, { id, value })], log: { facts: { person } } })
}
