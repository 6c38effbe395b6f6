/**
 * Challenges: random texts that a passkey signs, each for one purpose, one time and a few minutes.
 *
 * Talks to the desk's store and randomness. Invariant: a challenge is taken out of the store before what was
 * signed is looked at, so none is ever used twice. Decided in docs/decisions/0022.
 */
import { CHALLENGE, CHALLENGE_LASTS, type Challenge } from '../../domain/desk-person.ts'
import { toBase64url } from '../../domain/encoding.ts'
import type { Ports } from '../ports.ts'
import { added, findRecord, removed } from './find-record.ts'

/** Makes a challenge and keeps it. */
export async function newChallenge(ports: Ports, value: Challenge): Promise<string> {
  const id = toBase64url(ports.random.bytes(32))
  const now = ports.clock.now()
  await ports.desk.write([added(CHALLENGE, { id, value, endsAt: now + CHALLENGE_LASTS })], now)
  return id
}

/** Uses a challenge up; undefined where it is unknown, over, used or meant for something else. */
export async function takeChallenge(
  ports: Ports,
  id: string,
  purpose: Challenge['purpose'],
): Promise<Challenge | undefined> {
  const found = await findRecord(ports, CHALLENGE, id)
  if (found === undefined) return undefined
  const stale = await ports.desk.write([removed(CHALLENGE, found)], ports.clock.now())
  return stale === undefined && found.value.purpose === purpose ? found.value : undefined
}
