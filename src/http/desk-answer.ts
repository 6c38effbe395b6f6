/**
 * Answers of the desk: JSON, a cookie where a session begins or ends, and refusals as sentences.
 *
 * Pure. Invariant: a code without a status does not compile; the cookie is for the server alone.
 * Decided in docs/decisions/0022.
 */
import type { ClerkRefusalCode } from '../domain/clerk-refusal.ts'
import { SESSION_LONGEST } from '../domain/desk-person.ts'
import type { AtDesk, DeskRefusalCode } from '../domain/desk-refusal.ts'
import { KIOSK_LASTS } from '../domain/kiosk.ts'
import type { Refusal, RefusalCode } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import { DESK_COOKIE, KIOSK_COOKIE, setSecret } from './own-page.ts'
import type { Reader } from './reader.ts'
import { fieldErrors } from './proposal-answer.ts'
import { json, problemJson, statusOf } from './respond.ts'

const STATUS = {
  'action-unknown': 404,
  'signed-out': 401,
  'role-not-enough': 403,
  'passkey-again': 403,
  'passkey-unknown': 403,
  'passkey-not-accepted': 403,
  'passkey-taken': 409,
  'challenge-over': 409,
  'invitation-unknown': 403,
  'set-up-used': 403,
  'last-clerk': 409,
  'last-passkey': 409,
  'person-unknown': 404,
  'not-there': 404,
  'desk-changed': 409,
  'voting-over': 409,
} as const satisfies Record<DeskRefusalCode, number>

/** A refusal of a clerk's step: what was asked is understood, and cannot be done now. */
const NOT_NOW = 409

type Answered = {
  readonly value: object
  readonly session: { readonly secret: string } | 'ended' | undefined
  readonly kiosk?: { readonly secret: string } | undefined
}

/** The answer to a call of the desk. */
export function answerDeskCall(reader: Reader, answered: Result<Answered, AtDesk>): Response {
  if (!answered.ok) return answerRefusal(reader, answered.error)
  const { value, session, kiosk } = answered.value
  const response = json(200, value)
  if (session !== undefined) response.headers.append('Set-Cookie', sessionCookie(session))
  if (kiosk !== undefined)
    response.headers.append('Set-Cookie', setSecret(KIOSK_COOKIE, kiosk.secret, KIOSK_LASTS / 1000))
  return response
}

function answerRefusal(reader: Reader, { code, details }: AtDesk): Response {
  const { words, format } = reader
  if (code === 'submission-invalid') return answerFields(reader, { code, details })
  const { title, sentence } = isDeskCode(code)
    ? words.deskRefusals[code]
    : isClerkCode(code, words.clerkRefusals)
      ? words.clerkRefusals[code]
      : words.refusals[code]
  const status = isDeskCode(code)
    ? STATUS[code]
    : isClerkCode(code, words.clerkRefusals)
      ? NOT_NOW
      : statusOf(code)
  return problemJson(status, { title, detail: sentence(details, format), code, details })
}

/** Field by field, named as a clerk's form names them; all of it in one text where the page has no place at each. */
function answerFields(reader: Reader, refusal: Refusal): Response {
  const {
    consentField: nameConsent,
    person: contactName,
    reach: contact,
  } = reader.words.deskSubmissions
  const fields = { ...reader.words.fields, nameConsent, contactName, contact }
  const errors = fieldErrors({ ...reader, words: { ...reader.words, fields } }, refusal)
  const { code, details } = refusal
  const title = reader.words.ballot.errorHeading(errors.length)
  const detail = errors.map(({ sentence }) => sentence).join(' ')
  return problemJson(statusOf(code), { title, detail, code, details, errors })
}

type Code = DeskRefusalCode | ClerkRefusalCode | RefusalCode

function isDeskCode(code: Code): code is DeskRefusalCode {
  return Object.hasOwn(STATUS, code)
}

function isClerkCode(
  code: Code,
  known: Record<ClerkRefusalCode, unknown>,
): code is ClerkRefusalCode {
  return Object.hasOwn(known, code)
}

function sessionCookie(session: { readonly secret: string } | 'ended'): string {
  return session === 'ended'
    ? setSecret(DESK_COOKIE, '', 0)
    : setSecret(DESK_COOKIE, session.secret, SESSION_LONGEST / 1000)
}
