/**
 * Casts a ballot at a kiosk: as from anywhere, and counted as cast there.
 *
 * Talks to the desk's store, and to whatever cast-ballot.ts talks to. Invariant: no ballot is a kiosk's without
 * a kiosk that is open, and what is refused here was not taken in another way. Decided in docs/decisions/0027.
 */
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import { castBallot, type CastBallotRequest, type Receipt } from './cast-ballot.ts'
import { findKiosk, type AtKiosk } from './find-kiosk.ts'
import type { Ports } from './ports.ts'

/**
 * Casts it, where the device is a kiosk of this round. Codes that nobody issued are noted by kiosk: a hall has
 * one address, and is not to be held up for what is mistyped at one device.
 */
export async function castAtKiosk(
  ports: Ports,
  { secret, ...ballot }: AtKiosk & Omit<CastBallotRequest, 'channel' | 'address'>,
): Promise<Result<Receipt, Refusal>> {
  const kiosk = await findKiosk(ports, { roundId: ballot.roundId, secret })
  if (!kiosk.ok) return kiosk
  const { handle } = kiosk.value.value
  return castBallot(ports, { ...ballot, channel: 'kiosk', address: handle })
}
