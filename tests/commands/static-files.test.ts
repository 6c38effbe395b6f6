import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startHost, type Host } from '../../src/commands/host/host.ts'
import { PAGE_HEADERS } from '../../src/http/headers.ts'
import { askHost, type Question } from './ask-host.ts'
import { makeFolder, siteFiles, type Folder } from './small-site.ts'

let folder: Folder
let host: Host

beforeAll(async () => {
  folder = await makeFolder()
  await folder.write({ ...siteFiles('site', 'First'), 'secret.txt': 'outside the site' })
  const siteDir = join(folder.path, 'site')
  host = await startHost({ siteDir, functions: [], port: 0, siteUrl: 'http://localhost:4321' })
})

afterAll(async () => {
  await host.close()
  await folder.remove()
})

const ask = (question: Question) => askHost(host.url, question)
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({ method: 'GET', path, headers })

describe('static files', () => {
  test('a page has its type, the security headers and must be asked for again', async () => {
    const answer = await get('/en/')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    for (const [name, value] of Object.entries(PAGE_HEADERS))
      expect(answer.headers[name.toLowerCase()]).toBe(value)
    expect(answer.text).toContain('First')
  })

  test.each([
    ['/_astro/site.abc123.css', 'text/css; charset=utf-8'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
    ['/data/spring/1/ballots.pb', 'application/octet-stream'],
  ])('%s is sent as %s', async (path, type) => {
    expect((await get(path)).headers['content-type']).toBe(type)
  })

  test('a file with a digest in its name is kept for a year, a page with a voting code never', async () => {
    expect((await get('/_astro/site.abc123.css')).headers['cache-control']).toContain('immutable')
    for (const path of ['/en/rounds/spring/vote/', '/en/rounds/spring/%76ote/'])
      expect((await get(path)).headers['cache-control'], path).toBe('no-store')
  })

  test('what the browser already has is not sent again', async () => {
    const { etag } = (await get('/en/')).headers
    const again = await get('/en/', { 'if-none-match': `W/"other", ${etag}` })
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await get('/en/', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('text is compressed as the browser accepts it, and says so', async () => {
    const path = '/_astro/site.abc123.css'
    const plain = await get(path)
    const brotli = await get(path, { 'accept-encoding': 'gzip, br' })
    const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(plain.text)
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.text)
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(plain.headers.vary).toBe('Accept-Encoding')
  })

  test('a reader who asks for the headers gets those of the page, and no page', async () => {
    const answer = await ask({ method: 'HEAD', path: '/en/' })
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(0)
  })

  test('an unknown address gets the page that says so, with the security headers', async () => {
    const answer = await get('/en/nothing/')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('There is no such page')
    expect(answer.headers['content-security-policy']).toBeDefined()
  })

  test('a page can only be read', async () => {
    const answer = await ask({ method: 'POST', path: '/en/', body: 'x=1' })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test.each([
    '/../secret.txt',
    '/en/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/en/..%5c..%5csecret.txt',
    '//secret.txt',
    '/_headers',
    '/_redirects',
    '/%00',
    '/%ff',
  ])('%s reaches nothing', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('outside the site')
  })

  test('an address that is none is refused', async () => {
    expect((await get('http://elsewhere.example/en/')).status).toBe(400)
    expect((await ask({ method: 'TRACE', path: '/en/' })).status).toBe(501)
  })
})

describe('redirects', () => {
  test.each([
    ['da-DK,da;q=0.9,en;q=0.8', '/da/'],
    ['en;q=0.5, nl', '/nl/'],
    ['en-GB', '/en/'],
    ['pl', '/en/'],
    ['', '/en/'],
  ])('a browser that asks for "%s" is led to %s', async (language, target) => {
    const answer = await get('/', { 'accept-language': language })
    expect([answer.status, answer.headers.location]).toEqual([302, target])
  })

  test('the address of a round without a language leads to the reader’s, with all that follows', async () => {
    const answer = await get('/rounds/spring/vote/?from=letter', { 'accept-language': 'nl' })
    expect(answer.headers.location).toBe('/nl/rounds/spring/vote/?from=letter')
  })

  test('a page without the slash at its end leads to the page', async () => {
    const answer = await get('/en/rounds/spring/vote?a=b')
    expect([answer.status, answer.headers.location]).toEqual([301, '/en/rounds/spring/vote/?a=b'])
  })

  test('no address leads to another host', async () => {
    for (const path of ['//elsewhere.example/en', '//en', '///en/index.html']) {
      const { location = '' } = (await get(path)).headers
      expect(new URL(location, 'http://localhost').host, path).toBe('localhost')
    }
  })
})
