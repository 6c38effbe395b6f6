/**
 * Makes a session for somebody whose passkey was just checked.
 *
 * Talks to randomness. Invariant: the secret is in the cookie only; the store has its hash.
 * Decided in docs/decisions/0022.
 */
import { deskSecretId, SESSION, sessionEndsAt } from '../../domain/desk-person.ts'
import { toBase64url } from '../../domain/encoding.ts'
import type { Ports } from '../ports.ts'
import type { DeskChange } from '../ports-desk.ts'
import { added } from './find-record.ts'

/** The secret, and the record that is to be written. */
export function newSession(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  person: string,
): { readonly secret: string; readonly change: DeskChange } {
  const now = clock.now()
  const secret = toBase64url(random.bytes(32))
  const value = { person, since: now, seenAt: now, freshAt: now }
  const id = deskSecretId('session', secret)
  return { secret, change: added(SESSION, { id, value, endsAt: sessionEndsAt(value) }) }
}
