import { randomBytes } from 'node:crypto'
import type { Context } from '@netlify/functions'
import { afterEach, describe, expect, test } from 'vitest'
import answerLive, { handle } from '../../functions/cast-ballot.ts'
import { StoreUnavailable } from '../../src/domain/fault.ts'
import { guard } from '../../src/http/guard.ts'
import { aRound } from '../support/builders.ts'
import { votingPorts } from '../support/ports.ts'

const opened: { close(): void }[] = []
afterEach(() => opened.splice(0).forEach((ports) => ports.close()))

async function voting() {
  const ports = await votingPorts(1)
  opened.push(ports)
  const { digest } = (await ports.content.round('spring')) ?? { digest: '' }
  const ballot = {
    token: ports.letters[0]!.token,
    nonce: randomBytes(16).toString('base64url'),
    choices: ['park'],
    ballotDigest: digest,
  }
  return { ports, ballot }
}

/** The context of a production deploy, as Netlify and our host give it; a test reads no more of it. */
function contextOf(deploy = 'production'): Context {
  const known = {
    params: { round: 'spring' },
    deploy: { context: deploy },
    ip: '10.0.0.1',
    requestId: 'r-1',
  }
  return known as unknown as Context
}

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api/rounds/spring/ballots', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('cast-ballot', () => {
  test('answers 201 with receipt, signature and board, kept by no cache', async () => {
    const { ports, ballot } = await voting()
    const response = await handle(ports, post(ballot), contextOf())
    expect(response.status).toBe(201)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(await response.json())).toEqual(['receipt', 'signature', 'board'])
  })

  test('answers a refusal as problem+json, in the reader’s language', async () => {
    const { ports, ballot } = await voting()
    await handle(ports, post(ballot), contextOf())
    const again = { ...ballot, nonce: randomBytes(16).toString('base64url'), lang: 'da' }
    const response = await handle(ports, post(again), contextOf())
    expect(response.status).toBe(409)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({
      code: 'token-used',
      title: expect.stringMatching(/kode/i),
    })
  })

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 403, 'origin-not-allowed'],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }, 403, 'origin-not-allowed'],
    ['a foreign origin', { Origin: 'https://evil.example' }, 403, 'origin-not-allowed'],
    ['no origin', { Origin: 'null' }, 403, 'origin-not-allowed'],
    ['another kind of body', { 'Content-Type': 'text/plain' }, 400, 'body-invalid'],
  ])('refuses a request from %s', async (_, headers, status, code) => {
    const { ports, ballot } = await voting()
    const response = await handle(ports, post(ballot, headers), contextOf())
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
  })

  test.each([
    ['no JSON', '{', 400, 'body-invalid'],
    ['a list', '[]', 422, 'ballot-invalid'],
    ['too much', JSON.stringify({ choices: 'x'.repeat(300_000) }), 413, 'body-too-large'],
  ])('refuses a body that is %s', async (_, body, status, code) => {
    const { ports } = await voting()
    const response = await handle(ports, post(body), contextOf())
    expect([response.status, await response.json()]).toMatchObject([status, { code }])
  })

  test.each([
    ['without a nonce', { nonce: undefined }, 'ballot-invalid'],
    ['with a short nonce', { nonce: 'abc' }, 'ballot-invalid'],
    ['with a code that has a typing slip', { token: '0000 0000 0000 0001' }, 'token-unknown'],
    ['with choices that are no ids', { choices: ['../x'] }, 'ballot-invalid'],
    ['with choices that are no list', { choices: 'park' }, 'ballot-invalid'],
  ])('refuses a ballot %s', async (_, wrong, code) => {
    const { ports, ballot } = await voting()
    const response = await handle(ports, post({ ...ballot, ...wrong }), contextOf())
    expect(await response.json()).toMatchObject({ code })
    expect((await ports.box.counts(aRound().id)).recorded.size).toBe(0)
  })

  test('refuses every deploy but the production one at the council’s own address', async () => {
    const { ports, ballot } = await voting()
    expect((await handle(ports, post(ballot), contextOf('deploy-preview'))).status).toBe(421)
    const elsewhere = { ...ports, pages: { ...ports.pages, siteUrl: 'https://budget.example.org' } }
    const response = await handle(elsewhere, post(ballot), contextOf())
    expect([response.status, await response.json()]).toMatchObject([421, { code: 'wrong-address' }])
  })

  test('says that nothing is confirmed, with 503, where the store does not answer', async () => {
    const { ports, ballot } = await voting()
    const box = { ...ports.box, cast: () => Promise.reject(new StoreUnavailable('no answer')) }
    const response = await handle({ ...ports, box }, post(ballot), contextOf())
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'not-confirmed' }])
  })
})

describe('the guard around a function', () => {
  const lines: string[] = []
  const edge = {
    log: {
      event: (name: string, fields: object) => void lines.push(JSON.stringify([name, fields])),
      fault: (name: string, fault: unknown, fields: object) =>
        void lines.push(JSON.stringify([name, fault instanceof Error && fault.name, fields])),
    },
    pages: { read: async () => undefined },
  }

  test('answers a fault without detail, and logs it by the request id', async () => {
    const called = { request: post({}), requestId: 'r-7', name: 'cast-ballot' } as const
    const response = await guard(edge, called, () => Promise.reject(new Error('secret text')))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('secret')
    expect(lines.at(-1)).toContain('r-7')
  })

  test('a function with nothing set answers 503 and names the settings', async () => {
    const response = await answerLive(post({}), contextOf())
    expect(response.status).toBe(503)
    expect(await response.text()).toMatch(/STORE.*CHEST_KEY.*SITE_URL/)
  })
})
