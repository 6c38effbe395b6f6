/**
 * Reading requests: origin, kind and size are checked before a byte of the body means anything.
 *
 * Pure over a Request. Invariant: a request that another site made a browser send never gets past here.
 * Decided in docs/decisions/0001.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'

/** A body as sent: JSON from a script, or the fields of a plain form. */
export type Body =
  | { readonly kind: 'json'; readonly fields: unknown }
  | { readonly kind: 'form'; readonly fields: FormFields }

/** Every value of every field, in the order sent. */
export type FormFields = ReadonlyMap<string, readonly string[]>

const MOST_BYTES = 262_144

/** Reads the body of a POST. */
export async function readBody(request: Request): Promise<Result<Body, Refusal>> {
  if (!isSameOrigin(request)) return refuse('origin-not-allowed')
  const text = await readText(request)
  if (text === undefined) return refuse('body-too-large', { most: MOST_BYTES })
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded')
    return ok({ kind: 'form', fields: readForm(text) })
  if (type !== 'application/json') return refuse('body-invalid')
  const parsed = parseJson(text)
  return parsed.ok ? ok({ kind: 'json', fields: parsed.value }) : parsed
}

/** Whether the sender expects a page: a plain form post does, a script asks for JSON. */
export function wantsPage(request: Request): boolean {
  const type = request.headers.get('content-type') ?? ''
  const accept = request.headers.get('accept') ?? ''
  return !type.startsWith('application/json') && accept.includes('text/html')
}

/** The first value of a field; undefined where it was not sent or is blank. */
export function field(fields: FormFields, name: string): string | undefined {
  const value = fields.get(name)?.[0]?.trim()
  return value === '' ? undefined : value
}

/** Browsers name the origin of every POST; programs that are no browser name none. */
function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(request.url).origin
}

async function readText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return undefined
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function readForm(text: string): FormFields {
  const fields = new Map<string, string[]>()
  for (const [name, sent] of new URLSearchParams(text)) {
    const value = sent.replace(/\r\n/g, '\n')
    const known = fields.get(name)
    // Copying the list for each of a hundred thousand repeated fields would stop the server.
    if (known) known.push(value)
    else fields.set(name, [value])
  }
  return fields
}

function parseJson(text: string): Result<unknown, Refusal> {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return refuse('body-invalid')
  }
}
