/**
 * Reissues a voting code: the lost letter's code is revoked, and a reserve letter's code goes live.
 *
 * Talks to content, keys and the ballot box. Invariant: both happen in one step, and never for a code
 * that has voted. Decided in docs/decisions/0003.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Serial } from '../domain/serial.ts'
import { checkHome } from './check-home.ts'
import type { Ports } from './ports.ts'

/** Swaps the letter `lost` for the letter `reserve`, both named by their printed serials. */
export async function reissueToken(
  ports: Ports,
  request: { readonly roundId: string; readonly lost: Serial; readonly reserve: Serial },
): Promise<Result<Serial, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { id } = content.round
  checkHome(ports, id, await ports.box.meta(id))
  const lost = ports.keys.storedSerial(id, request.lost)
  const outcome = await ports.box.reissue(id, lost, ports.keys.storedSerial(id, request.reserve))
  switch (outcome) {
    case 'reissued':
      return ok(request.reserve)
    case 'not-live':
      return refuseClerk('serial-not-live', {
        serial: request.lost,
        state: (await ports.box.lookUp(id, lost)) ?? 'unknown',
      })
    case 'no-reserve':
      return refuseClerk('no-reserve', { serial: request.reserve })
  }
}
