/**
 * Kiosks: devices in a polling place that a teller opened for one round, and for how long.
 *
 * Pure. Invariant: no secret is kept, only its hash; a kiosk is known by a name and a short handle, and nothing
 * of what is voted at it is joined to either. Decided in docs/decisions/0027.
 */
import * as v from 'valibot'
import { deskKind } from './desk-record.ts'
import { toBase32 } from './encoding.ts'
import { RoundIdSchema } from './id.ts'
import type { Instant } from './time.ts'

/** As people in the hall tell devices apart; it stands in no published file. */
export const KioskNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))

/** The hash of the secret in the device's cookie. */
export const KioskIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

const instant = v.pipe(v.number(), v.safeInteger())

/** Its id is the hash of the secret in the cookie. */
export const KIOSK = deskKind(
  'kiosk',
  v.object({
    round: RoundIdSchema,
    name: v.string(),
    /** What the log calls it. */
    handle: v.string(),
    /** The person who opened it. */
    by: v.string(),
    since: instant,
    endsAt: instant,
  }),
)

export type Kiosk = ReturnType<typeof KIOSK.read>

/** A long voting day, and no night. */
export const KIOSK_LASTS = 12 * 3_600_000

/** When a kiosk that is opened now ends by itself. */
export function kioskEndsAt(now: Instant): Instant {
  return now + KIOSK_LASTS
}

/** A new kiosk's handle, from five random bytes: `k-3k9x2v7m`. */
export function kioskHandle(random: Uint8Array): string {
  return `k-${toBase32(random, 40).toLowerCase()}`
}
