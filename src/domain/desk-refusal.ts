/**
 * Desk refusals: why the desk does not do what somebody at it asks.
 *
 * Pure. Invariant: the list is closed; each code has a status (src/http/desk-answer.ts) and a sentence in
 * each language. Decided in docs/decisions/0022.
 */
import type { ClerkRefusal } from './clerk-refusal.ts'
import type { Refusal } from './refusal.ts'
import { err, type Err } from './result.ts'

export const DESK_REFUSAL_CODES = [
  'action-unknown',
  'signed-out',
  'role-not-enough',
  'passkey-again',
  'passkey-unknown',
  'passkey-not-accepted',
  'passkey-taken',
  'challenge-over',
  'invitation-unknown',
  'set-up-used',
  'last-clerk',
  'last-passkey',
  'person-unknown',
  'not-there',
  'desk-changed',
  'voting-over',
] as const

export type DeskRefusalCode = (typeof DESK_REFUSAL_CODES)[number]

export type DeskRefusal = {
  readonly code: DeskRefusalCode
  readonly details: Readonly<Record<string, string | number>>
}

/** Whatever a use case of the desk may answer instead of what was asked. */
export type AtDesk = DeskRefusal | ClerkRefusal | Refusal

/** Makes a desk refusal ready to be returned. */
export function refuseDesk(
  code: DeskRefusalCode,
  details: DeskRefusal['details'] = {},
): Err<DeskRefusal> {
  return err({ code, details })
}
