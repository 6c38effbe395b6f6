/**
 * Opens a kiosk on the device that asks, and signs it out of the desk: strangers will stand at it.
 *
 * Talks to randomness, the ballot box and the desk's store. Invariant: the secret is in the cookie only; no
 * device is a kiosk and at the desk by one step. Decided in docs/decisions/0027.
 */
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { deskSecretId, SESSION } from '../../domain/desk-person.ts'
import { toBase64url } from '../../domain/encoding.ts'
import { KIOSK, kioskEndsAt, kioskHandle } from '../../domain/kiosk.ts'
import { ok } from '../../domain/result.ts'
import { added, removed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** Ends by itself after twelve hours; while voting is not open, nothing can be cast at it. */
export const openKiosk: SignedUseCase<'open-kiosk'> = async (
  ports,
  { round, name },
  { person, session },
) => {
  const { state = 'draft' } = (await ports.box.meta(round)) ?? {}
  if (state !== 'open' && state !== 'paused') return refuseClerk('state-wrong', { state })
  const secret = toBase64url(ports.random.bytes(32))
  const since = ports.clock.now()
  const [handle, endsAt] = [kioskHandle(ports.random.bytes(5)), kioskEndsAt(since)]
  const id = deskSecretId('kiosk', secret)
  return ok({
    changes: [
      added(KIOSK, { id, value: { round, name, handle, by: person.id, since, endsAt }, endsAt }),
      removed(SESSION, session),
    ],
    log: { round, facts: { kiosk: handle } },
    session: 'ended',
    kiosk: { secret },
  })
}
