/**
 * Between Node's HTTP server and web requests: reads one, sends one.
 *
 * Talks to a socket. Invariant: a body is read whole and at most 6 MB long, as at Netlify.
 * Decided in docs/decisions/0007.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What Netlify buffers of one request, in bytes. */
const LONGEST_BODY = 6 * 1024 * 1024

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Headers that Netlify sets itself: a visitor's own are dropped. */
const OWN_HEADERS = /^x-nf-/

/** The request, or the answer to one that cannot be read. */
export async function readRequest(incoming: IncomingMessage): Promise<Request | Response> {
  const { method = '', headers } = incoming
  const url = readUrl(incoming)
  if (!METHODS.has(method)) return new Response(null, { status: 501 })
  if (url === undefined) return new Response('Bad request\n', { status: 400 })
  if (method === 'GET' || method === 'HEAD')
    return new Request(url, { method, headers: copyHeaders(headers) })
  const body = await readBody(incoming)
  if (body === undefined) return tooLarge()
  return new Request(url, { method, headers: copyHeaders(headers), body })
}

/** Sends an answer; without its body to a reader who asked for the headers alone. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (outgoing.req.method === 'HEAD') outgoing.end()
  else outgoing.end(new Uint8Array(await response.arrayBuffer()))
}

function readUrl({ url = '', headers }: IncomingMessage): string | undefined {
  const address = `http://${headers.host ?? ''}${url}`
  return url.startsWith('/') && URL.canParse(address) ? address : undefined
}

function copyHeaders(headers: IncomingMessage['headers']): Headers {
  const copy = new Headers()
  for (const [name, values] of Object.entries(headers))
    if (!OWN_HEADERS.test(name)) for (const value of [values ?? []].flat()) copy.append(name, value)
  return copy
}

/** Undefined where the body is too long; the rest of it is let through unread. */
function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.byteLength
      if (length <= LONGEST_BODY) chunks.push(chunk)
      else done(undefined)
    })
    incoming.on('end', () => done(new Uint8Array(Buffer.concat(chunks))))
    incoming.on('error', failed)
  })
}

function tooLarge(): Response {
  return new Response('Too large: at most 6 MB can be sent.\n', {
    status: 413,
    headers: { Connection: 'close' },
  })
}
