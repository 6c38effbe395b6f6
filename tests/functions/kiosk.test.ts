/**
 * The kiosk's two functions: who may say that a ballot was cast at a kiosk, and who may not.
 *
 * Talks to a SQLite file, and to Redis through the bridge.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from '@netlify/functions'
import { afterEach, describe, expect, test } from 'vitest'
import { handle as castAtKiosk } from '../../functions/cast-at-kiosk.ts'
import { handle as castBallot } from '../../functions/cast-ballot.ts'
import { handle as showKiosk } from '../../functions/show-kiosk.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { KIOSK_LASTS } from '../../src/domain/kiosk.ts'
import type { Ports } from '../../src/service/ports.ts'
import type { DeskChange } from '../../src/service/ports-desk.ts'
import { openRound } from '../../src/service/open-round.ts'
import { aRound } from '../support/builders.ts'
import { aDesk, aForgedCookie, signIn, type Colleague } from '../support/desk.ts'
import { meanwhile } from '../support/desk-stores.ts'
import { openStore } from '../support/open-store.ts'
import { AFTER, DURING } from '../support/ports.ts'

const round = aRound().id
const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

const HOMES = {
  SQLite: async () => undefined,
  Redis: async () => {
    const server = await startRedis()
    opened.push(() => server.stop())
    const bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
    opened.push(() => bridge.stop())
    return openStore({ kind: 'upstash', url: bridge.url, token: bridge.token })
  },
}

/** Voting is open, with four letters, a clerk, and a device that is a kiosk. */
async function polling(home: keyof typeof HOMES = 'SQLite') {
  const store = await HOMES[home]()
  const desk = await aDesk(store && { store })
  opened.push(() => desk.close())
  const made = await makeLetters(desk, {
    ...{ round, pool: 'all', kind: 'live', count: 4, keep: async () => {} },
  })
  const open = await openRound(desk, round)
  if (!made.ok || !open.ok) throw new Error(JSON.stringify([made, open]))
  const clerk = await desk.firstClerk()
  const content = await desk.content.round(round)
  return { desk, clerk, letters: made.value, ballotDigest: content?.digest ?? '' }
}

type Polling = Awaited<ReturnType<typeof polling>>

async function openKiosk({ desk, clerk }: Polling, name = 'By the door') {
  const colleague = await signIn(desk, clerk)
  const said = await colleague.ask('open-kiosk', { round, name })
  expect(said.status).toBe(200)
  return { colleague, cookie: kioskCookie(said.cookies) }
}

const kioskCookie = (cookies: readonly string[]) =>
  cookies.find((one) => one.startsWith('__Host-kiosk='))?.split(';')[0] ?? ''

const context = (asked: string) =>
  ({
    params: { round: asked },
    deploy: { context: 'production' },
    ip: '10.0.0.1',
    requestId: 'r-1',
  }) as unknown as Context

type Given = {
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly at?: string
}

function ballotOf({ letters, ballotDigest }: Polling, letter: number, more: object = {}) {
  const nonce = randomBytes(16).toString('base64url')
  return { token: letters[letter]!.token, nonce, choices: ['park'], ballotDigest, ...more }
}

async function send(
  handle: (ports: Ports, request: Request, context: Context) => Promise<Response>,
  { desk }: Polling,
  { cookie, headers = {}, at = round, body }: Given & { readonly body?: unknown },
) {
  const request = new Request('http://localhost/api/rounds/spring/kiosk', {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...{ 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const response = await handle(desk, request, context(at))
  return { status: response.status, body: await response.json() }
}

const voting = async (vote: Polling, given: Given) =>
  (await send(showKiosk, vote, given)).body.voting

const recorded = async ({ desk }: Polling) =>
  Object.fromEntries((await desk.box.counts(round)).recorded)

describe.each(['SQLite', 'Redis'] as const)('a kiosk on %s', (home) => {
  test('counts what is cast at it as such, and the same ballot once', async () => {
    const vote = await polling(home)
    const { cookie } = await openKiosk(vote)
    const first = ballotOf(vote, 0)
    const taken = await send(castAtKiosk, vote, { cookie, body: first })
    expect(taken.status).toBe(201)
    expect(await send(castAtKiosk, vote, { cookie, body: first })).toEqual(taken)
    expect(await send(castAtKiosk, vote, { cookie, body: ballotOf(vote, 0) })).toMatchObject({
      ...{ status: 409, body: { code: 'token-used' } },
    })
    expect((await send(castBallot, vote, { cookie, body: ballotOf(vote, 1) })).status).toBe(201)
    expect(await recorded(vote)).toEqual({ 'kiosk:all': 1, 'online:all': 1 })
  })

  test('shows why voting is paused while it is', async () => {
    const vote = await polling(home)
    const { cookie } = await openKiosk(vote)
    const reason = 'The hall has no power.'
    expect((await vote.clerk.ask('pause-voting', { round, reason })).status).toBe(200)
    expect((await send(showKiosk, vote, { cookie })).body).toEqual({ voting: 'paused', reason })
    for (const at of [castAtKiosk, castBallot])
      expect((await send(at, vote, { cookie, body: ballotOf(vote, 0) })).body).toMatchObject({
        ...{ code: 'voting-paused', detail: expect.stringContaining(`“${reason}”`) },
      })
    expect((await vote.clerk.ask('show-voting', { round })).body['pause']).toEqual({ reason })
    await vote.clerk.ask('resume-voting', { round })
    expect((await vote.clerk.ask('show-voting', { round })).body['pause']).toBeUndefined()
    expect((await send(showKiosk, vote, { cookie })).body).toEqual({ voting: 'open' })
  })

  test('is listed, and ended from another device', async () => {
    const vote = await polling(home)
    const one = await openKiosk(vote)
    const other = await openKiosk(vote, 'By the window')
    const listed = async () => (await vote.clerk.ask('show-voting', { round })).body['kiosks']
    const [first, second] = (await listed()) as readonly { id: string; name: string }[]
    expect([first?.name, second?.name].toSorted()).toEqual(['By the door', 'By the window'])
    const door = [first, second].find((each) => each?.name === 'By the door')
    expect((await vote.clerk.ask('end-kiosk', { kiosk: door?.id })).status).toBe(200)
    expect((await vote.clerk.ask('end-kiosk', { kiosk: door?.id })).body['code']).toBe('not-there')
    expect(await listed()).toHaveLength(1)
    const refused = await send(castAtKiosk, vote, { cookie: one.cookie, body: ballotOf(vote, 2) })
    expect(refused).toMatchObject({ status: 403, body: { code: 'kiosk-closed' } })
    expect(await voting(vote, one)).toBe('closed')
    expect(await voting(vote, other)).toBe('open')
    expect(await recorded(vote)).toEqual({})
  })
})

describe.each(['SQLite', 'Redis'] as const)(
  'a kiosk of a person who was removed, on %s',
  (home) => {
    test('is over with them, also where it was opened in the same instant', async () => {
      const vote = await polling(home)
      const { desk, clerk } = vote
      const mal = await desk.invited(clerk, 'teller', 'Mal')
      const { id: person } = (await mal.ask('show-me')).body
      const before = await openKiosk({ ...vote, clerk: mal })
      const still = await signIn(desk, mal)
      let late = ''
      const isLeaving = ({ kind, text }: DeskChange) => kind === 'person' && text === undefined
      meanwhile(desk, isLeaving, async () => {
        late = kioskCookie((await still.ask('open-kiosk', { round, name: 'Mine' })).cookies)
      })
      expect((await clerk.ask('revoke-person', { person })).status).toBe(200)
      expect(late).not.toBe('')
      for (const cookie of [before.cookie, late]) {
        expect(await voting(vote, { cookie })).toBe('closed')
        const refused = await send(castAtKiosk, vote, { cookie, body: ballotOf(vote, 0) })
        expect(refused.body.code).toBe('kiosk-closed')
      }
      expect((await clerk.ask('show-voting', { round })).body['kiosks']).toEqual([])
      expect(await recorded(vote)).toEqual({})
    })
  },
)

describe('opening a kiosk', () => {
  test('signs the device out, gives it a cookie that no script reads, and stands in the log', async () => {
    const vote = await polling()
    const colleague: Colleague = await vote.desk.invited(vote.clerk, 'teller')
    const { status, cookies } = await colleague.ask('open-kiosk', { round, name: 'Hall' })
    expect(status).toBe(200)
    const pass =
      /^__Host-kiosk=[\w-]{43}; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/
    expect(cookies).toEqual([
      '__Host-desk=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict',
      expect.stringMatching(pass),
    ])
    expect((await colleague.ask('show-me')).body['code']).toBe('signed-out')
    const { entries } = (await vote.clerk.ask('show-log', { round })).body
    expect((entries as readonly object[])[0]).toMatchObject({
      ...{ action: 'open-kiosk', facts: { kiosk: expect.stringMatching(/^k-[0-9a-z]{8}$/) } },
    })
  })

  test('is refused before voting was opened and after it was closed', async () => {
    const desk = await aDesk()
    opened.push(() => desk.close())
    const clerk = await desk.firstClerk()
    const said = await clerk.ask('open-kiosk', { round, name: 'Hall' })
    expect(said.body['code']).toBe('state-wrong')
    expect(said.cookies).toEqual([])
    expect((await clerk.ask('show-me')).status).toBe(200)
  })
})

describe('a ballot at a kiosk', () => {
  test.each([
    ['without a pass', () => ''],
    ['with a made-up pass', () => aForgedCookie().replace('desk', 'kiosk')],
    ['with two passes', (own: string) => `${own}; ${aForgedCookie().replace('desk', 'kiosk')}`],
    ['with the session of a clerk', (_: string, { clerk }: Polling) => clerk.cookie],
    [
      'with that session called a pass',
      (_: string, { clerk }: Polling) => clerk.cookie.replace('desk', 'kiosk'),
    ],
  ])('is refused %s, and never counted as online', async (_, cookieOf) => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    const given = { cookie: cookieOf(cookie, vote), body: ballotOf(vote, 0) }
    const refused = await send(castAtKiosk, vote, given)
    expect(refused).toMatchObject({ status: 403, body: { code: 'kiosk-closed' } })
    expect(refused.body.detail).toContain('Call a helper')
    expect(await recorded(vote)).toEqual({})
  })

  test('is refused after twelve hours', async () => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    vote.desk.setNow(DURING + KIOSK_LASTS - 1)
    expect(await voting(vote, { cookie })).toBe('open')
    vote.desk.setNow(DURING + KIOSK_LASTS)
    expect(await voting(vote, { cookie })).toBe('closed')
    const refused = await send(castAtKiosk, vote, { cookie, body: ballotOf(vote, 0) })
    expect(refused.body.code).toBe('kiosk-closed')
  })

  test('is refused for another round', async () => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    const given = { cookie, at: 'autumn', body: ballotOf(vote, 0) }
    expect((await send(castAtKiosk, vote, given)).body.code).toBe('kiosk-closed')
  })

  test('is refused once the round is over, though the kiosk was opened late', async () => {
    const vote = await polling()
    vote.desk.setNow(AFTER - 3_600_000)
    const { cookie } = await openKiosk(vote)
    vote.desk.setNow(AFTER)
    expect((await send(showKiosk, vote, { cookie })).body.voting).toBe('shut')
    const refused = await send(castAtKiosk, vote, { cookie, body: ballotOf(vote, 0) })
    expect(refused.body.code).toBe('round-not-voting')
  })

  test('needs a code all the same', async () => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    for (const token of ['', undefined, '0000 0000 0000 0000']) {
      const given = { cookie, body: ballotOf(vote, 0, { token }) }
      expect((await send(castAtKiosk, vote, given)).body.code).toBe('token-unknown')
    }
    expect(await recorded(vote)).toEqual({})
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'https://evil.example' }],
  ])('is refused from %s', async (_, headers) => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    for (const handle of [castAtKiosk, showKiosk]) {
      const body = handle === castAtKiosk ? ballotOf(vote, 0) : undefined
      const refused = await send(handle, vote, { cookie, headers, body })
      expect(refused.body.code).toBe('origin-not-allowed')
    }
    expect(await recorded(vote)).toEqual({})
  })

  test('is refused as a plain form', async () => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    const { choices, ...rest } = ballotOf(vote, 0)
    const body = new URLSearchParams({ ...rest, choices: choices.join() }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const refused = await send(castAtKiosk, vote, { cookie, headers, body })
    expect(refused.body.code).toBe('body-invalid')
  })

  test('cannot be claimed on the way of a visitor of the site', async () => {
    const vote = await polling()
    const { cookie } = await openKiosk(vote)
    const body = ballotOf(vote, 0, { channel: 'kiosk' })
    expect((await send(castBallot, vote, { cookie, body })).status).toBe(201)
    expect(await recorded(vote)).toEqual({ 'online:all': 1 })
  })
})
