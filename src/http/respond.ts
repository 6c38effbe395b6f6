/**
 * Responses: from what a use case answered to status, headers and body.
 *
 * Pure. Invariant: a code without a status does not compile; no text of another system is sent out.
 * Decided in docs/decisions/0001.
 */
import type { Refusal, RefusalCode, RefusalDetails } from '../domain/refusal.ts'
import { NOT_STORED, PAGE_HEADERS } from './headers.ts'
import { explain, type Reader } from './reader.ts'

const STATUS = {
  'round-not-found': 404,
  'round-not-accepting': 409,
  'round-not-voting': 409,
  'voting-paused': 409,
  'token-unknown': 403,
  'token-revoked': 403,
  'token-used': 409,
  'token-other-area': 409,
  'area-missing': 422,
  'kiosk-closed': 403,
  'ballot-changed': 409,
  'nonce-taken': 409,
  'not-confirmed': 503,
  reload: 409,
  'ballot-empty': 422,
  'ballot-too-short': 422,
  'ballot-too-long': 422,
  'ballot-over-budget': 422,
  'points-out-of-range': 422,
  'points-over-sum': 422,
  'points-not-whole': 422,
  'rank-repeated': 422,
  'ballot-invalid': 422,
  'proposal-not-on-ballot': 422,
  'proposal-repeated': 422,
  'submission-invalid': 422,
  'submission-not-found': 404,
  'submission-decided': 409,
  'inbox-full': 503,
  'body-invalid': 400,
  'body-too-large': 413,
  'origin-not-allowed': 403,
  'wrong-address': 421,
  'too-many-requests': 429,
} as const satisfies Record<RefusalCode, number>

/** The HTTP status of a refusal. */
export function statusOf(code: RefusalCode): number {
  return STATUS[code]
}

/** Made once: checking names and values of so many headers takes longer than reading a ballot. */
const NOT_KEPT = {
  json: notKept('application/json; charset=utf-8'),
  problem: notKept('application/problem+json; charset=utf-8'),
  plain: notKept('text/plain; charset=utf-8'),
  html: notKept('text/html; charset=utf-8'),
} as const

function notKept(type: string): Headers {
  return new Headers({ ...PAGE_HEADERS, 'Content-Type': type, 'Cache-Control': NOT_STORED })
}

/** A JSON answer that nobody may keep. */
export function json(status: number, value: object): Response {
  return new Response(JSON.stringify(value), { status, headers: NOT_KEPT.json })
}

/** A JSON answer that is the same for everybody: kept a minute by browsers and at the CDN. */
export function shared(value: object): Response {
  const keep = 'public, max-age=60'
  return new Response(JSON.stringify(value), {
    headers: {
      ...PAGE_HEADERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': keep,
      'Netlify-CDN-Cache-Control': `${keep}, durable`,
      'Netlify-Vary': 'query=none',
    },
  })
}

/** Another page to go to, by GET. */
export function seeOther(address: string): Response {
  return new Response(null, {
    status: 303,
    headers: { ...PAGE_HEADERS, Location: address, 'Cache-Control': NOT_STORED },
  })
}

/** A text that nobody may keep, for where there is no page to show it in. */
export function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: NOT_KEPT.plain })
}

/** A page that nobody may keep. */
export function html(status: number, page: string): Response {
  return new Response(page, { status, headers: NOT_KEPT.html })
}

/** A refusal as application/problem+json (RFC 9457), its sentence in the reader's language. */
export function problem(reader: Reader, { code, details }: Refusal, extra: object = {}): Response {
  const { title, sentence } = explain(reader, code, details)
  return problemJson(STATUS[code], { title, detail: sentence, code, details, ...extra })
}

type ProblemText = {
  readonly title: string
  readonly detail: string
  readonly code: string
  readonly details?: RefusalDetails
  readonly errors?: readonly object[]
}

/** An application/problem+json answer (RFC 9457) from its parts. */
export function problemJson(status: number, { title, ...rest }: ProblemText): Response {
  const body = { type: 'about:blank', title, status, ...rest }
  return new Response(JSON.stringify(body), { status, headers: NOT_KEPT.problem })
}
