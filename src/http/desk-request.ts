/**
 * Requests to the desk: JSON from a page of this very site, and nothing else.
 *
 * Pure over a Request. Invariant: stricter than the rest of the site: a request that does not say where it comes
 * from is refused too. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { isDeskAction, type DeskActionName } from '../domain/desk-action.ts'
import { refuseDesk, type AtDesk } from '../domain/desk-refusal.ts'
import { refuse } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { readBody } from './read.ts'

/** `__Host-`: only for this host, only over a safe way, for all of it. */
export const DESK_COOKIE = '__Host-desk'

export type DeskRequest = {
  readonly action: DeskActionName
  readonly input: unknown
  readonly secret: string | undefined
  /** The language of the page that asks. */
  readonly language: string | undefined
}

/** A picture that the browser has made small comes as base64. */
const MOST_BYTES = 1_000_000

const EnvelopeSchema = v.strictObject({ language: v.optional(v.string()), input: v.unknown() })

/** Reads a call of an action. */
export async function readDeskRequest(
  request: Request,
  action: string,
): Promise<Result<DeskRequest, AtDesk>> {
  if (!isFromOwnPage(request)) return refuse('origin-not-allowed')
  if (!isDeskAction(action)) return refuseDesk('action-unknown')
  const body = await readBody(request, { most: MOST_BYTES })
  if (!body.ok) return body
  if (body.value.kind !== 'json') return refuse('body-invalid')
  const envelope = v.safeParse(EnvelopeSchema, body.value.fields)
  if (!envelope.success) return refuse('body-invalid')
  const { language, input } = envelope.output
  return ok({ action, input, language, secret: readSecret(request) })
}

/** Both are looked at where both are there. */
function isFromOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  if (site === null && origin === null) return false
  const own = new URL(request.url).origin
  return (site === null || site === 'same-origin') && (origin === null || origin === own)
}

function readSecret(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((one) => one.trim())
  const own = cookies.filter((one) => one.startsWith(`${DESK_COOKIE}=`))
  // Two of one name are never ours.
  const [value] = own.length === 1 ? own.map((one) => one.slice(DESK_COOKIE.length + 1)) : []
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}
