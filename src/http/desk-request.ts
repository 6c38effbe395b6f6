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
import { DESK_COOKIE, isFromOwnPage, readSecret } from './own-page.ts'
import { readBody } from './read.ts'

export type DeskRequest = {
  readonly action: DeskActionName
  readonly input: unknown
  readonly secret: string | undefined
  /** The language of the page that asks. */
  readonly language: string | undefined
}

/** A picture that the browser has made small comes as base64. */
const MOST_BYTES = 1_000_000

/** The box of a hall may be large; what a function is sent may not be larger than this. */
const MOST_BYTES_OF_A_BOX = 5_000_000

const WITH_A_BOX: ReadonlySet<string> = new Set(['look-at-box', 'take-in-hall'])

const EnvelopeSchema = v.strictObject({ language: v.optional(v.string()), input: v.unknown() })

/** Reads a call of an action. */
export async function readDeskRequest(
  request: Request,
  action: string,
): Promise<Result<DeskRequest, AtDesk>> {
  if (!isFromOwnPage(request)) return refuse('origin-not-allowed')
  if (!isDeskAction(action)) return refuseDesk('action-unknown')
  const most = WITH_A_BOX.has(action) ? MOST_BYTES_OF_A_BOX : MOST_BYTES
  const body = await readBody(request, { most })
  if (!body.ok) return body
  if (body.value.kind !== 'json') return refuse('body-invalid')
  const envelope = v.safeParse(EnvelopeSchema, body.value.fields)
  if (!envelope.success) return refuse('body-invalid')
  const { language, input } = envelope.output
  return ok({ action, input, language, secret: readSecret(request, DESK_COOKIE) })
}
