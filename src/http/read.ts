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
  | { readonly kind: 'form'; readonly fields: FormFields; readonly files: FormFiles }

/** Every value of every field, in the order sent. */
export type FormFields = ReadonlyMap<string, readonly string[]>

/** The file of a field; a field in which none was chosen is not there. */
export type FormFiles = ReadonlyMap<string, Uint8Array>

/** What a request may weigh: all but files, and files; without a number for files there may be none. */
export type BodyLimits = { readonly most?: number; readonly mostFiles?: number }

const MOST_BYTES = 262_144

/** Reads the body of a POST. */
export async function readBody(
  request: Request,
  { most = MOST_BYTES, mostFiles = 0 }: BodyLimits = {},
): Promise<Result<Body, Refusal>> {
  if (!isSameOrigin(request)) return refuse('origin-not-allowed')
  const sentType = request.headers.get('content-type') ?? ''
  const type = sentType.split(';')[0]?.trim().toLowerCase()
  const mayHoldFiles = type === 'multipart/form-data' && mostFiles > 0
  const bytes = await readBytes(request, mayHoldFiles ? most + mostFiles : most)
  if (bytes === undefined) return refuse('body-too-large', { most })
  if (mayHoldFiles) return readParts(bytes, sentType, most)
  if (type === 'application/x-www-form-urlencoded')
    return ok({
      kind: 'form',
      fields: gather(new URLSearchParams(decode(bytes))),
      files: new Map(),
    })
  if (type !== 'application/json') return refuse('body-invalid')
  const parsed = parseJson(decode(bytes))
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

async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > most) return undefined
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const decoder = new TextDecoder()

function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** A form with files; a name that a file has on the sender's machine is not read. */
async function readParts(
  bytes: Uint8Array,
  type: string,
  most: number,
): Promise<Result<Body, Refusal>> {
  const form = await partsOf(bytes, type)
  if (form === undefined) return refuse('body-invalid')
  const texts: [string, string][] = []
  const files = new Map<string, Uint8Array>()
  let size = 0
  for (const [name, value] of form)
    if (typeof value === 'string') {
      size += name.length + value.length
      texts.push([name, value])
    } else if (value.size > 0) files.set(name, new Uint8Array(await value.arrayBuffer()))
  if (size > most) return refuse('body-too-large', { most })
  return ok({ kind: 'form', fields: gather(texts), files })
}

async function partsOf(bytes: Uint8Array, type: string): Promise<FormData | undefined> {
  try {
    const body = new Blob([Uint8Array.from(bytes)])
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    return undefined
  }
}

function gather(sentFields: Iterable<readonly [string, string]>): FormFields {
  const fields = new Map<string, string[]>()
  for (const [name, sent] of sentFields) {
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
