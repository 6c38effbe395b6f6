/**
 * Finds the kiosk of a device: by the secret of its cookie, for one round.
 *
 * Talks to the desk's store. Invariant: a secret is good for the round that it was given out for, and for no
 * other; whoever has none is no kiosk. Decided in docs/decisions/0027.
 */
import { deskSecretId, PERSON } from '../domain/desk-person.ts'
import type { DeskRecord } from '../domain/desk-record.ts'
import { KIOSK, type Kiosk } from '../domain/kiosk.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findRecord } from './desk/find-record.ts'
import type { Ports } from './ports.ts'

export type AtKiosk = {
  readonly roundId: string
  /** The secret of the cookie; undefined where there is none. */
  readonly secret: string | undefined
}

/** The kiosk, unless it was ended, its time or its opener's is over, or it is one of another round. */
export async function findKiosk(
  ports: Pick<Ports, 'desk' | 'clock'>,
  { roundId, secret }: AtKiosk,
): Promise<Result<DeskRecord<Kiosk>, Refusal>> {
  const found = secret && (await findRecord(ports, KIOSK, deskSecretId('kiosk', secret)))
  if (!found || found.value.round !== roundId) return refuse('kiosk-closed')
  const opener = await findRecord(ports, PERSON, found.value.by)
  return opener ? ok(found) : refuse('kiosk-closed')
}
