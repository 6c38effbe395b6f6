/**
 * Requests of a kiosk: from its own page, with the secret of its cookie, and a ballot as JSON.
 *
 * Pure over a Request. Invariant: no other page can send one, and no plain form is read as one.
 * Decided in docs/decisions/0027.
 */
import type { Nonce } from '../domain/receipt.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { readBallotRequest, type BallotBody } from './ballot-request.ts'
import { isFromOwnPage, KIOSK_COOKIE, readSecret } from './own-page.ts'

/** A vote is cast at once at a kiosk: it comes with its nonce. */
export type Vote = BallotBody & { readonly nonce: Nonce }

export type KioskBallot = {
  readonly secret: string | undefined
  readonly language: string | undefined
  readonly ballot: Result<Vote, Refusal>
}

/** The secret of the device that asks. */
export function readKioskRequest(request: Request): Result<string | undefined, Refusal> {
  if (!isFromOwnPage(request)) return refuse('origin-not-allowed')
  return ok(readSecret(request, KIOSK_COOKIE))
}

/** The secret and the ballot that is to be cast. */
export async function readKioskBallot(request: Request): Promise<Result<KioskBallot, Refusal>> {
  const secret = readKioskRequest(request)
  if (!secret.ok) return secret
  const read = await readBallotRequest(request)
  if (!read.ok) return read
  const { body, kind, language } = read.value
  return ok({
    secret: secret.value,
    language,
    ballot: kind === 'json' ? withNonce(body) : refuse('body-invalid'),
  })
}

function withNonce(body: Result<BallotBody, Refusal>): KioskBallot['ballot'] {
  if (!body.ok) return body
  const { nonce, ...rest } = body.value
  return nonce === undefined ? refuse('ballot-invalid') : ok({ ...rest, nonce })
}
