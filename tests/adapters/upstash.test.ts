/**
 * The contract on a real Redis behind the REST bridge, and what only a network can get wrong.
 *
 * Talks to a Redis of its own. Invariant: commands are counted by Redis, not by us.
 * Decided in docs/decisions/0002.
 */
import { inspect } from 'node:util'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { roundKeys } from '../../src/adapters/upstash/keys.ts'
import type { RoundId } from '../../src/domain/id.ts'
import { PaperBatchIdSchema } from '../../src/domain/paper-batch.ts'
import { TellerSchema } from '../../src/domain/paper-sheet.ts'
import { NotConfigured, StoreUnavailable } from '../../src/domain/fault.ts'
import { aCast, anOpenRound, aSubmission, recordOf } from '../support/box-data.ts'
import { openStore, type OpenedStore, type Store, type StoreTarget } from '../support/open-store.ts'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import { ballotBoxContract } from './ballot-box.contract.ts'
import { chainContract } from './chain.contract.ts'
import { deskContract } from './desk.contract.ts'
import { inboxContract } from './inbox.contract.ts'
import { limiterContract } from './limiter.contract.ts'
import { paperContract } from './paper.contract.ts'
import { picturesContract } from './pictures.contract.ts'

let server: RedisServer
let bridge: Bridge

beforeAll(async () => {
  server = await startRedis()
  bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
}, 180_000)

afterAll(async () => {
  await bridge.stop()
  await server.stop()
})

function targetOf({ url, token }: { url: string; token: string }, timeoutMs = 5000): StoreTarget {
  return { kind: 'upstash', url, token, timeoutMs }
}

async function open(): Promise<OpenedStore> {
  const target = targetOf(bridge)
  const redis = makeUpstashClient(bridge)
  const setMark = async (round: RoundId, mark: string, state: string) => {
    await redis.command(v.number(), ['HSET', roundKeys(round).mark, mark, state])
  }
  return { store: openStore(target), target, setMark }
}

ballotBoxContract('Redis', open)
chainContract('Redis', open)
deskContract('Redis', open)
inboxContract('Redis', open)
limiterContract('Redis', open)
paperContract('Redis', open)
picturesContract('Redis', open)

const PILE = v.parse(PaperBatchIdSchema, 'hall-1')
const TELLERS = ['tim', 'uma'].map((name) => v.parse(TellerSchema, name))

describe('a network that fails', () => {
  let store: Store
  let hasty: Store
  beforeAll(() => {
    store = openStore(targetOf(bridge))
    hasty = openStore(targetOf(bridge, 100))
  })
  afterEach(() => bridge.faults.clear())

  const faultOf = (box: Store['box'], round: RoundId) =>
    box.cast(aCast({ round })).then(
      () => undefined,
      (fault: unknown) => fault,
    )
  /** Casts once more, and says what lies in the box in the end. */
  const retry = async (round: RoundId) => {
    const { outcome } = await store.box.cast(aCast({ round, record: recordOf('anew', 'bench') }))
    await store.box.transition(round, 'close')
    const counted = (await store.box.counts(round)).recorded.get('online:all')
    return {
      outcome,
      counted,
      records: (await store.box.ballots(round, 'all')).map((b) => b.record),
    }
  }
  const first = { outcome: 'recorded', counted: 1, records: [recordOf('nonce-1', 'bench')] }

  test.each([
    ['an answer after the timeout', { delayAnswerMs: 300 }],
    ['a lost answer', 'drop-after-apply'],
    ['half an answer', 'truncated-json'],
    ['an empty answer', 'empty-200'],
    ['an answer of nothing', 'null'],
    ['an answer of another kind', 'wrong-type'],
  ] as const)('%s is a fault; the retry says recorded, once in the box', async (_name, kind) => {
    const round = await anOpenRound(store.box)
    bridge.faults.next({ kind })
    expect(await faultOf(hasty.box, round)).toBeInstanceOf(StoreUnavailable)
    await bridge.idle()
    expect(await retry(round)).toEqual(first)
  })

  test('a command that arrives after its voter gave up is recorded, and so is the retry', async () => {
    const round = await anOpenRound(store.box)
    bridge.faults.next({ kind: { delayMs: 300, then: 'apply' } })
    expect(await faultOf(hasty.box, round)).toBeInstanceOf(StoreUnavailable)
    await bridge.idle()
    expect(await retry(round)).toEqual(first)
  })

  test.each([
    ['a lost command', 'drop-before-apply'],
    [
      'a month’s limit reached',
      { status: 400, body: '{"error":"ERR max requests limit exceeded"}' },
    ],
    ['a wrong token', { status: 401, body: '{"error":"WRONGPASS invalid or missing auth token"}' }],
    ['a page of a proxy', { status: 502, body: '<h1>Bad Gateway</h1>', contentType: 'text/html' }],
  ] as const)('%s is a fault, sent once; the retry is the first ballot', async (_name, kind) => {
    const round = await anOpenRound(store.box)
    const sent = bridge.log.length
    bridge.faults.next({ kind })
    expect(await faultOf(store.box, round)).toBeInstanceOf(StoreUnavailable)
    expect(bridge.log.length - sent).toBe(1)
    const { outcome, counted } = await retry(round)
    expect({ outcome, counted }).toEqual({ outcome: 'recorded', counted: 1 })
  })

  describe('while a paper batch is boxed', () => {
    /** A batch of one sheet that is typed twice, and what boxes it. */
    const aPile = async () => {
      const round = await anOpenRound(store.box)
      const { mark, use } = aCast({ round })
      await store.paper.begin(round, PILE, 'all')
      await store.paper.hold(round, PILE, { mark, use })
      await store.box.transition(round, 'close')
      await store.paper.separate(round, PILE, 1)
      for (const teller of TELLERS)
        await store.paper.enter(round, PILE, { sheet: 1, teller, sealed: 'read' })
      const [batch] = await store.paper.batches(round)
      await store.paper.freeze(round, PILE, batch?.revision ?? 0)
      const box = (receipt: string) => ({
        ...{ batch: PILE, pool: 'all' as const, digest: 'd1ce5', invalid: 0 },
        revision: (batch?.revision ?? 0) + 1,
        records: [{ receipt, record: recordOf(receipt, 'bench') }],
        retries: ['random'],
      })
      return { round, box }
    }
    const boxed = async (round: RoundId) =>
      (await store.box.ballots(round, 'all')).map(({ receipt }) => receipt)

    test.each([
      ['a lost answer', 'drop-after-apply', 'FIRST'],
      ['half an answer', 'truncated-json', 'FIRST'],
      ['a lost command', 'drop-before-apply', 'SECOND'],
    ] as const)('%s is a fault; asked again the batch is boxed, once', async (_, kind, which) => {
      const { round, box } = await aPile()
      bridge.faults.next({ kind })
      await expect(store.paper.box(round, box('FIRST'))).rejects.toThrow(StoreUnavailable)
      await bridge.idle()
      // Whoever asks again has made other records: only one of both can be in the box.
      expect(await store.paper.box(round, box('SECOND'))).toBe('boxed')
      expect(await boxed(round)).toEqual([which])
      expect((await store.box.counts(round)).recorded.get('paper:all')).toBe(1)
    })

    test('a command that a proxy sends twice boxes it once', async () => {
      const { round, box } = await aPile()
      bridge.faults.next({ kind: 'duplicate' })
      expect(await store.paper.box(round, box('FIRST'))).toBe('boxed')
      expect(await boxed(round)).toEqual(['FIRST'])
      expect((await store.box.counts(round)).recorded.get('paper:all')).toBe(1)
    })
  })

  test('a command that a proxy sends twice is one ballot', async () => {
    const round = await anOpenRound(store.box)
    bridge.faults.next({ kind: 'duplicate' })
    expect(await store.box.cast(aCast({ round }))).toMatchObject({ outcome: 'recorded' })
    expect(await retry(round)).toEqual(first)
  })

  test('a fault says what failed, and holds no mark, no receipt, no ballot and no token', async () => {
    const round = await anOpenRound(store.box)
    const limit = '{"error":"ERR max requests limit exceeded"}'
    bridge.faults.next({ kind: { status: 400, body: limit } })
    const fault = inspect(await faultOf(store.box, round), { depth: null, showHidden: true })
    expect(fault).toContain('UpstashError ERR limit exceeded')
    const { mark, receipt, retry: t, use, record } = aCast({ round })
    for (const secret of [mark, receipt, t, use, record, bridge.token, 'redis.call'])
      expect(fault).not.toContain(secret)
  })
})

describe('a store that is down', () => {
  test('is a fault for the box and the inbox, and lets callers pass the limiter', async () => {
    const ownServer = await startRedis()
    const ownBridge = await startBridge({ redisPort: ownServer.port, token: 'another' })
    const { box, inbox, limiter } = openStore(targetOf(ownBridge))
    const round = await anOpenRound(box)
    await ownServer.stop()
    await expect(box.cast(aCast({ round }))).rejects.toThrow(StoreUnavailable)
    await ownBridge.stop()
    await expect(box.cast(aCast({ round }))).rejects.toThrow(StoreUnavailable)
    await expect(box.meta(round)).rejects.toThrow(StoreUnavailable)
    await expect(inbox.add(aSubmission(round), 5)).rejects.toThrow(StoreUnavailable)
    expect(await limiter.allow('caller', 0, 60, 0)).toBe(true)
  })

  test('an address that is none is a setting to be named, and its value is not said', () => {
    const make = () => makeUpstashClient({ url: 'my secret database', token: 'token' })
    expect(make).toThrow(NotConfigured)
    expect(make).toThrow(/^UPSTASH_REDIS_REST_URL is not an address$/)
  })
})

describe('what Redis does for us', () => {
  const countDuring = async (act: () => Promise<unknown>) => {
    const before = await bridge.commandCounts()
    await act()
    const after = Object.entries(await bridge.commandCounts())
    const added = after.map(([name, calls]) => [name, calls - (before[name] ?? 0)] as const)
    return Object.fromEntries(added.filter(([name, calls]) => name !== 'INFO' && calls > 0))
  }

  test('a ballot costs exactly six commands, a retry three', async () => {
    const { box } = openStore(targetOf(bridge))
    const round = await anOpenRound(box)
    const six = { EVAL: 1, HMGET: 1, HGET: 1, HSETNX: 1, HSET: 1, HINCRBY: 1 }
    expect(await countDuring(() => box.cast(aCast({ round })))).toEqual(six)
    const three = { EVAL: 1, HMGET: 1, HGET: 1 }
    expect(await countDuring(() => box.cast(aCast({ round })))).toEqual(three)
  })

  test('nothing of a round ends by itself, and a limiter’s window does', async () => {
    const { box, inbox, limiter, pictures } = openStore(targetOf(bridge))
    const round = await anOpenRound(box)
    await box.cast(aCast({ round }))
    await inbox.add(aSubmission(round), 5)
    await pictures.add({ round, submission: 'one', digest: 'd' }, Uint8Array.of(1), 5)
    await box.pinResult(round, 1, 'digest')
    await limiter.allow('caller-of-one-test', 3, 60, 0)
    const redis = makeUpstashClient(bridge)
    const keysOf = (pattern: string) => redis.command(v.array(v.string()), ['KEYS', pattern])
    const livesFor = (key: string) => redis.command(v.number(), ['TTL', key])
    const kept = await keysOf(`chest:round:${round}:*`)
    const parts = ['batch', 'box:all', 'count', 'inbox', 'mark', 'meta', 'picture', 'reserve']
    const names = [...parts, 'result', 'serial', 'waiting'].map(
      (part) => `chest:round:${round}:${part}`,
    )
    expect(kept.toSorted()).toEqual(names)
    expect(await Promise.all(kept.map(livesFor))).toEqual(kept.map(() => -1))
    const [window = ''] = await keysOf('chest:limit:*:caller-of-one-test')
    expect(await livesFor(window)).toBeGreaterThan(0)
    expect(await keysOf('*')).toEqual(await keysOf('chest:*'))
  })
})
