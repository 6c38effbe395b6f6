/**
 * Static files: the built site as the CDN would serve it.
 *
 * Talks to the file system. Invariant: only files that were there when the site was read are ever
 * served, so no address can reach outside it. Decided in docs/decisions/0007.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { lookup } from 'mrmime'
import { readAccepted } from './accepted.ts'
import { headersFor, readHeaderRules, type HeaderRule } from './page-headers.ts'
import { readRedirects, redirect, type RedirectRule } from './redirects.ts'

/** Files that say how to serve the others. */
const RULES = new Set(['/_headers', '/_redirects'])
const NOT_FOUND = '/404.html'
const INDEX = 'index.html'
const ENCODINGS = ['br', 'gzip', 'identity'] as const

type Encoding = (typeof ENCODINGS)[number]
type Body = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string }

export type StaticSite = {
  readonly directory: string
  /** From the address (`/en/`, `/_astro/a.css`) to the file's path below the directory. */
  readonly files: ReadonlyMap<string, string>
  readonly headers: readonly HeaderRule[]
  readonly redirects: readonly RedirectRule[]
  /** What was read and compressed once, by file and encoding; a built site does not change. */
  readonly bodies: Map<string, Promise<Body>>
}

/** Reads which files a built site has, and its rules. Throws where there is no such folder. */
export async function readSite(directory: string): Promise<StaticSite> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !RULES.has(`/${path}`))
  return {
    directory,
    files: new Map(paths.map((path) => [addressOf(path), path])),
    headers: await readHeaderRules(directory),
    redirects: await readRedirects(directory),
    bodies: new Map(),
  }
}

/** The answer to any request that no function takes: a file, a redirect, or the page that says there is none. */
export async function serveStatic(site: StaticSite, request: Request): Promise<Response> {
  const address = readAddress(request.url)
  const path = address === undefined ? undefined : site.files.get(address)
  const elsewhere = path === undefined && (tidy(site, request) ?? redirect(site.redirects, request))
  if (elsewhere) return elsewhere
  if (path === undefined) return serveNotFound(site, request)
  if (request.method === 'GET' || request.method === 'HEAD') return serveFile(site, request, path)
  return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
}

async function serveNotFound(site: StaticSite, request: Request): Promise<Response> {
  const path = site.files.get(NOT_FOUND)
  if (path === undefined) return new Response('Not found\n', { status: 404 })
  return serveFile(site, request, path, 404)
}

async function serveFile(
  site: StaticSite,
  request: Request,
  path: string,
  status = 200,
): Promise<Response> {
  const type = lookup(path) ?? 'application/octet-stream'
  const encoding = isText(type) ? chooseEncoding(request) : 'identity'
  const body = await remember(site, path, encoding)
  // By the address as text: percent signs in it lead to the same file, and so to the same rules.
  const headers = headersFor(site.headers, readAddress(request.url) ?? '')
  if (!headers.has('Cache-Control'))
    headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
  headers.set('ETag', body.etag)
  if (isText(type)) headers.set('Vary', 'Accept-Encoding')
  if (status === 200 && hasAlready(request, body.etag))
    return new Response(null, { status: 304, headers })
  headers.set('Content-Type', isText(type) ? `${type}; charset=utf-8` : type)
  headers.set('Content-Length', String(body.bytes.byteLength))
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  return new Response(body.bytes, { status, headers })
}

function remember(site: StaticSite, path: string, encoding: Encoding): Promise<Body> {
  const key = `${encoding} ${path}`
  const body = site.bodies.get(key) ?? readBody(join(site.directory, path), encoding)
  site.bodies.set(key, body)
  body.catch(() => site.bodies.delete(key))
  return body
}

async function readBody(file: string, encoding: Encoding): Promise<Body> {
  const plain = await readFile(file)
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const bytes = new Uint8Array(await compress(plain, encoding))
  return { bytes, etag: `"${digest}-${encoding}"` }
}

/** Brotli at 5 is as small as gzip at its best, in a tenth of the time that its own best takes. */
async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params })
  return encoding === 'gzip' ? promisify(gzip)(plain) : plain
}

function chooseEncoding(request: Request): Encoding {
  const accepted = readAccepted(request.headers.get('accept-encoding'))
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? 'identity'
}

function hasAlready(request: Request, etag: string): boolean {
  const tags = request.headers.get('if-none-match')?.split(',') ?? []
  return tags.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

/** `/en` and `/en/index.html` are the page `/en/`. */
function tidy(site: StaticSite, request: Request): Response | undefined {
  const { pathname: asked, search } = new URL(request.url)
  // Two slashes at its head would make the answer lead to another host.
  const pathname = asked.replace(/^\/+/, '/')
  const page = pathname.endsWith(`/${INDEX}`) ? pathname.slice(0, -INDEX.length) : `${pathname}/`
  const exists = site.files.has(readAddress(page) ?? '')
  return exists
    ? new Response(null, { status: 301, headers: { Location: `${page}${search}` } })
    : undefined
}

/** The path of an address as text; undefined where its percent signs make no text. */
function readAddress(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

function addressOf(path: string): string {
  const isIndex = path === INDEX || path.endsWith(`/${INDEX}`)
  return `/${isIndex ? path.slice(0, -INDEX.length) : path}`
}

function isText(type: string): boolean {
  return /^text\/|json$|xml$|javascript$/.test(type)
}
