/**
 * Refusals: every expected "no" of the software, as a closed list of codes.
 *
 * Pure. Invariant: a code without an HTTP status and without a sentence in each language does not
 * compile (src/http/respond.ts, src/i18n). Decided in docs/decisions/0001.
 */
import { err, type Err } from './result.ts'

export const REFUSAL_CODES = [
  'round-not-found',
  'round-not-accepting',
  'round-not-voting',
  'voting-paused',
  'token-unknown',
  'token-revoked',
  'token-used',
  'token-other-area',
  'area-missing',
  'kiosk-closed',
  'ballot-changed',
  'nonce-taken',
  'not-confirmed',
  'reload',
  'ballot-empty',
  'ballot-too-short',
  'ballot-too-long',
  'ballot-over-budget',
  'points-out-of-range',
  'points-over-sum',
  'points-not-whole',
  'rank-repeated',
  'ballot-invalid',
  'proposal-not-on-ballot',
  'proposal-repeated',
  'submission-invalid',
  'submission-not-found',
  'submission-decided',
  'inbox-full',
  'body-invalid',
  'body-too-large',
  'origin-not-allowed',
  'wrong-address',
  'too-many-requests',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** The facts a sentence needs: numbers that matter, instants as ISO text, messages by field. */
export type RefusalDetails = { readonly [name: string]: string | number }

export type Refusal = { readonly code: RefusalCode; readonly details: RefusalDetails }

/** Makes a refusal ready to be returned. `details` never holds a token, a ballot or a person's data. */
export function refuse(code: RefusalCode, details: RefusalDetails = {}): Err<Refusal> {
  return err({ code, details })
}
