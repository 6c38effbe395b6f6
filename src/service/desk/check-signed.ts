/**
 * Checks what a passkey signed: the challenge was ours and is used up, and the key is known.
 *
 * Talks to the desk's store and passkeys. Invariant: the counter that was told is kept with what follows, and when.
 * Decided in docs/decisions/0022.
 */
import type { SignedChallenge } from '../../domain/desk-passkey.ts'
import { PASSKEY, PERSON, type Challenge, type Person } from '../../domain/desk-person.ts'
import type { DeskRecord } from '../../domain/desk-record.ts'
import { refuseDesk, type DeskRefusal } from '../../domain/desk-refusal.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { changed, findRecord } from './find-record.ts'
import { takeChallenge } from './new-challenge.ts'

export type Signed = {
  readonly person: DeskRecord<Person>
  readonly challenge: Challenge
  /** The new counter of the passkey, and when it was used. */
  readonly counted: DeskChange
}

/** Whose passkey it was. */
export async function checkSigned(
  ports: Ports,
  sent: SignedChallenge,
  purpose: Challenge['purpose'],
): Promise<Result<Signed, DeskRefusal>> {
  const challenge = await takeChallenge(ports, sent.challenge, purpose)
  if (challenge === undefined) return refuseDesk('challenge-over')
  const passkey = await findRecord(ports, PASSKEY, sent.response.id)
  const person = passkey && (await findRecord(ports, PERSON, passkey.value.person))
  if (passkey === undefined || person === undefined) return refuseDesk('passkey-unknown')
  const signed = await ports.passkeys.signed(sent, passkey.value)
  if (signed === undefined) return refuseDesk('passkey-not-accepted')
  const value = { ...passkey.value, counter: signed.counter, usedAt: ports.clock.now() }
  return ok({ person, challenge, counted: changed(PASSKEY, { ...passkey, value }) })
}
