/**
 * People of the desk: who may work at it, with which passkeys, and for how long at a time.
 *
 * Pure. Invariant: no secret is kept, only its hash; a person is a name, a role and a short id, never a contact.
 * Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { toBase32, toBase64url } from './encoding.ts'
import { deskKind } from './desk-record.ts'
import { hash } from './hash.ts'
import type { Instant } from './time.ts'

/** A clerk may do everything; a teller works with paper and the kiosk. */
export const DESK_ROLES = ['clerk', 'teller'] as const

export type DeskRole = (typeof DESK_ROLES)[number]

export const DeskRoleSchema = v.picklist(DESK_ROLES)

/** As colleagues say it; it stands in no published file. */
export const PersonNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))

const instant = v.pipe(v.number(), v.safeInteger())
const word = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,1400}$/))

export const PERSON = deskKind(
  'person',
  v.object({ name: v.string(), role: DeskRoleSchema, since: instant }),
)

export type Person = ReturnType<typeof PERSON.read>

/** Somebody who was removed: whose steps these in the log were. They can do nothing any more. */
export const FORMER_PERSON = deskKind(
  'former-person',
  v.object({ name: v.string(), role: DeskRoleSchema, until: instant }),
)

/** A public key that signs in one person. Its id is the credential's own. */
export const PASSKEY = deskKind(
  'passkey',
  v.object({
    person: v.string(),
    publicKey: word,
    counter: v.number(),
    transports: v.array(v.string()),
    since: instant,
    /** When it signed something last; undefined before the first time. */
    usedAt: v.optional(instant),
  }),
)

export type Passkey = ReturnType<typeof PASSKEY.read>

/** Its id is the hash of the secret in the link. */
export const INVITATION = deskKind(
  'invitation',
  v.object({
    name: v.string(),
    role: DeskRoleSchema,
    /** The id that the person has once they come. */
    person: v.string(),
    by: v.string(),
    endsAt: instant,
  }),
)

export type Invitation = ReturnType<typeof INVITATION.read>

/** Its id is the hash of the secret in the cookie. */
export const SESSION = deskKind(
  'session',
  v.object({ person: v.string(), since: instant, seenAt: instant, freshAt: instant }),
)

export type Session = ReturnType<typeof SESSION.read>

/** What a passkey is asked to sign; its id is the challenge itself. */
export const CHALLENGE = deskKind(
  'challenge',
  v.object({
    purpose: v.picklist(['sign-in', 'sign-up', 'confirm', 'passkey']),
    /** Whose it is; undefined at the sign-in, where the passkey tells. */
    person: v.optional(v.string()),
  }),
)

export type Challenge = ReturnType<typeof CHALLENGE.read>

/** Set-up secrets that were used, by their hash. */
export const USED_SECRET = deskKind('used-secret', v.object({ at: instant, person: v.string() }))

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const SESSION_IDLE = 30 * MINUTE
export const SESSION_LONGEST = 10 * HOUR
export const INVITATION_LASTS = 72 * HOUR
export const CHALLENGE_LASTS = 5 * MINUTE
/** How long after it a passkey need not be asked again. */
export const FRESH_FOR = 5 * MINUTE

/** When a session ends if nobody asks anything. */
export function sessionEndsAt({ since, seenAt }: Session): Instant {
  return Math.min(since + SESSION_LONGEST, seenAt + SESSION_IDLE)
}

/** Whether the passkey was asked for so lately that it need not be asked again. */
export function isFreshAt({ freshAt }: Session, now: Instant): boolean {
  return now - freshAt < FRESH_FOR
}

/** What is kept of a secret of the desk: a hash with a purpose of its own. */
export function deskSecretId(
  purpose: 'invitation' | 'session' | 'set-up' | 'kiosk',
  secret: string,
): string {
  return toBase64url(hash(`desk-${purpose}`, '', secret))
}

/** A new person's short id, from eight random bytes: `p-3k9x2v7m`. */
export function personId(random: Uint8Array): string {
  return `p-${toBase32(random, 40).toLowerCase()}`
}
