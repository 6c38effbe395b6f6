/**
 * Ends a kiosk, from any device.
 *
 * Talks to the desk's store. Invariant: from then on its cookie is worth nothing, wherever a copy of it lies.
 * Decided in docs/decisions/0027.
 */
import { refuseDesk } from '../../domain/desk-refusal.ts'
import { KIOSK } from '../../domain/kiosk.ts'
import { ok } from '../../domain/result.ts'
import { findRecord, removed } from './find-record.ts'
import type { SignedUseCase } from './use-case.ts'

/** The device is a kiosk no longer. */
export const endKiosk: SignedUseCase<'end-kiosk'> = async (ports, input) => {
  const found = await findRecord(ports, KIOSK, input.kiosk)
  if (found === undefined) return refuseDesk('not-there')
  const { round, handle } = found.value
  return ok({ changes: [removed(KIOSK, found)], log: { round, facts: { kiosk: handle } } })
}
