/**
 * Proves that the bridge is what the real Upstash client expects, and that each fault does its harm.
 * Talks to: a Redis of its own, through the bridge, with the client built as the functions build it.
 * Invariant: every fault test checks both what the client saw and what Redis holds afterwards.
 */
import { Redis } from '@upstash/redis'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startRedis } from '../../../src/commands/redis/redis-server.ts'
import type { RedisServer } from '../../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../../src/commands/redis/upstash-bridge.ts'
import type { Bridge } from '../../../src/commands/redis/upstash-bridge.ts'

let server: RedisServer
let bridge: Bridge
let client: Redis
let keys = 0

beforeAll(async () => {
  server = await startRedis()
  bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
  client = connect()
}, 180_000)

afterAll(async () => {
  await bridge.stop()
  await server.stop()
})

afterEach(() => bridge.faults.clear())

function connect(options: { token?: string; timeoutMs?: number } = {}): Redis {
  return new Redis({
    url: bridge.url,
    token: options.token ?? bridge.token,
    retry: { retries: 0 },
    automaticDeserialization: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
    signal: () => AbortSignal.timeout(options.timeoutMs ?? 5000),
  })
}

function freshKey(): string {
  keys += 1
  return `key:${keys}`
}

/** What Redis holds, asked for through the bridge but past every fault. */
async function stored(key: string): Promise<unknown> {
  expect(bridge.faults.waiting()).toBe(0)
  return client.get(key)
}

describe('the protocol', () => {
  test.each(['null', '12345678', 'OK', 'true', '{"a":1}', '', 'æøå ĳ € 🌳', 'T0s=', '  spaced '])(
    'the string %j comes back as it went',
    async (value) => {
      const key = freshKey()
      expect(await client.set(key, value)).toBe('OK')
      expect(await client.get(key)).toBe(value)
    },
  )

  test('a hash keeps its fields, even one that holds "OK"', async () => {
    const key = freshKey()
    expect(await client.hset(key, { state: 'OK', name: 'Træ', count: '007' })).toBe(3)
    const flat = await client.hgetall<Record<string, unknown>>(key)
    expect(flat).toEqual(['state', 'OK', 'name', 'Træ', 'count', '007'])
  })

  test('a script answers nested lists, numbers and nothing', async () => {
    const script = `
      redis.call('SET', KEYS[1], ARGV[1])
      return { 1, 'OK', { redis.call('GET', KEYS[1]), { 'deep', 42 } }, redis.call('EXISTS', 'no') }`
    const reply = await client.eval(script, [freshKey()], ['værdi'])
    expect(reply).toEqual([1, 'OK', ['værdi', ['deep', 42]], 0])
    expect(await client.eval('return false', [], [])).toBeNull()
    expect(await client.eval('return 7', [], [])).toBe(7)
  })

  test('a key that is not there is null, a counter is a number', async () => {
    expect(await client.get('nobody')).toBeNull()
    expect(await client.incr(freshKey())).toBe(1)
    expect(await client.mget('nobody', 'no-one')).toEqual([null, null])
  })

  test('an error of Redis is thrown by the client', async () => {
    const key = freshKey()
    await client.set(key, 'text')
    await expect(client.hset(key, { a: '1' })).rejects.toThrow('WRONGTYPE')
    await expect(client.eval('return redis.error_reply("MINE")', [], [])).rejects.toThrow('MINE')
  })

  test('a wrong token is refused with nothing done', async () => {
    const key = freshKey()
    await expect(connect({ token: 'wrong' }).set(key, '1')).rejects.toThrow('WRONGPASS')
    expect(await stored(key)).toBeNull()
  })

  test('on the wire all text is base64 but a bare OK, and only where it was asked for', async () => {
    const headers = { authorization: `Bearer ${bridge.token}`, 'upstash-encoding': 'base64' }
    const ask = async (command: string[], encoded: boolean) => {
      const { authorization } = headers
      const init = { method: 'POST', body: JSON.stringify(command) }
      const answer = await fetch(bridge.url, {
        ...init,
        headers: encoded ? headers : { authorization },
      })
      return ((await answer.json()) as { result: unknown }).result
    }
    const script = ['EVAL', "return { 'OK', 3, { 'hé' } }", '0']
    expect(await ask(['SET', freshKey(), 'x'], true)).toBe('OK')
    expect(await ask(script, true)).toEqual(['T0s=', 3, ['aMOp']])
    expect(await ask(script, false)).toEqual(['OK', 3, ['hé']])
  })

  test('what is not a command is refused', async () => {
    const headers = { authorization: `Bearer ${bridge.token}` }
    for (const body of ['', '[', '{}', '[]', '"GET"', '[["GET","a"]]']) {
      const answer = await fetch(bridge.url, { method: 'POST', headers, body })
      expect(answer.status).toBe(400)
    }
    expect((await fetch(bridge.url, { headers })).status).toBe(400)
  })

  test('a pipeline and a transaction answer item by item', async () => {
    const key = freshKey()
    const pipeline = client.pipeline().set(key, 'x').hget(key, 'field').get(key)
    const items = await pipeline.exec({ keepErrors: true })
    expect(items.map((item) => item.error === undefined)).toEqual([true, false, true])
    expect(items[2].result).toBe('x')
    expect(await client.multi().set(key, '1').incr(key).get(key).exec()).toEqual(['OK', 2, '2'])
    const failing = client.multi().set(key, 'y').hget(key, 'field')
    await expect(failing.exec()).rejects.toThrow('WRONGTYPE')
    expect(await stored(key)).toBe('y')
  })

  test('the log has names and sizes, the count has the commands inside scripts', async () => {
    const before = (await bridge.commandCounts())['HSET'] ?? 0
    const from = bridge.log.length
    const script = "redis.call('HSET', KEYS[1], 'a', 1) redis.call('HSET', KEYS[1], 'b', 2)"
    await client.eval(script, ['h'], [])
    const bytes = 'eval1h'.length + script.length
    expect(bridge.log.slice(from)).toEqual([{ name: 'EVAL', arguments: 3, bytes, applied: 1 }])
    expect((await bridge.commandCounts())['HSET']).toBe(before + 2)
  })
})

describe('the faults', () => {
  test('drop-before-apply: an error, and nothing applied', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: 'drop-before-apply' })
    await expect(client.set(key, '1')).rejects.toThrow('fetch failed')
    expect(await stored(key)).toBeNull()
    expect(bridge.log.findLast((each) => each.name === 'SET')?.applied).toBe(0)
  })

  test('drop-after-apply: the same error, and applied', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: 'drop-after-apply' })
    await expect(client.set(key, '1')).rejects.toThrow('fetch failed')
    expect(await stored(key)).toBe('1')
  })

  test('duplicate: applied twice, answered once', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: 'duplicate' })
    expect(await client.incr(key)).toBe(2)
    expect(await stored(key)).toBe('2')
    expect(bridge.log.findLast((each) => each.name === 'INCR')?.applied).toBe(2)
  })

  test('delayMs, then apply: applied although the client has given up', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: { delayMs: 300, then: 'apply' } })
    await expect(connect({ timeoutMs: 100 }).set(key, 'late')).rejects.toThrow('timeout')
    expect(await stored(key)).toBeNull()
    await bridge.idle()
    expect(await stored(key)).toBe('late')
  })

  test('delayMs, then drop: late, and never applied', async () => {
    const key = freshKey()
    const start = performance.now()
    bridge.faults.next({ kind: { delayMs: 100, then: 'drop' } })
    await expect(client.set(key, '1')).rejects.toThrow('fetch failed')
    expect(performance.now() - start).toBeGreaterThan(90)
    expect(await stored(key)).toBeNull()
  })

  test.each([
    ['apply', '1'],
    ['drop', null],
  ] as const)('before, then %s: something else happens first', async (then, held) => {
    const key = freshKey()
    const seen: unknown[] = []
    const before = async () => void seen.push(await stored(key))
    bridge.faults.next({ kind: { before, then } })
    await client.set(key, '1').catch(() => undefined)
    expect(seen).toEqual([null])
    expect(await stored(key)).toBe(held)
  })

  test('after: applied, and something else happens before the answer', async () => {
    const key = freshKey()
    const seen: unknown[] = []
    bridge.faults.next({ kind: { after: async () => void seen.push(await stored(key)) } })
    expect(await client.set(key, '1')).toBe('OK')
    expect(seen).toEqual(['1'])
  })

  test('onFire is told of the request that is hit, at the instant it is hit', async () => {
    const key = freshKey()
    const hit: string[][] = []
    bridge.faults.next({ kind: 'drop-before-apply', onFire: (command) => void hit.push(command) })
    expect(hit).toEqual([])
    await expect(client.set(key, '1')).rejects.toThrow('fetch failed')
    expect(hit).toEqual([['set', key, '1']])
  })

  test('delayAnswerMs: applied at once, answered late', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: { delayAnswerMs: 300 } })
    await expect(connect({ timeoutMs: 100 }).set(key, 'soon')).rejects.toThrow('timeout')
    expect(await stored(key)).toBe('soon')
    await bridge.idle()
  })

  test.each([
    [400, '{"error":"ERR bad"}', 'ERR bad'],
    [401, '{"error":"Unauthorized"}', 'Unauthorized'],
    [429, '{"error":"ERR max daily request limit exceeded"}', 'limit'],
    [500, '{"error":"internal"}', 'internal'],
    [502, '<html><h1>Bad Gateway</h1></html>', 'Unable to parse'],
  ])('status %i: an error, and nothing applied', async (status, body, message) => {
    const key = freshKey()
    const contentType = body.startsWith('<') ? 'text/html' : 'application/json'
    bridge.faults.next({ kind: { status, body, contentType } })
    await expect(client.set(key, '1')).rejects.toThrow(message)
    expect(await stored(key)).toBeNull()
  })

  test.each(['truncated-json', 'empty-200'] as const)('%s: an error, applied', async (kind) => {
    const key = freshKey()
    bridge.faults.next({ kind })
    await expect(client.set(key, '1')).rejects.toThrow('Unable to parse')
    expect(await stored(key)).toBe('1')
  })

  test('null and wrong-type: applied, and the answer lies', async () => {
    const key = freshKey()
    bridge.faults.next({ kind: 'null' })
    expect(await client.incr(key)).toBeNull()
    bridge.faults.next({ kind: 'wrong-type' })
    expect(await client.incr(key)).toBe('wrong')
    bridge.faults.next({ kind: 'wrong-type' })
    expect(await client.get(key)).toBe(42)
    expect(await stored(key)).toBe('2')
  })

  test('a fault waits for its command, hits once, and is counted', async () => {
    const [first, second] = [freshKey(), freshKey()]
    const match = (command: string[]) => command[1] === second
    bridge.faults.next({ match, kind: 'drop-before-apply' })
    await client.set(first, '1')
    expect(bridge.faults.fired).toEqual([])
    await expect(client.set(second, '1')).rejects.toThrow('fetch failed')
    await client.set(second, '2')
    const subject = ['set', second, '1']
    expect(bridge.faults.fired).toEqual([{ kind: 'drop-before-apply', subject }])
    expect(await stored(second)).toBe('2')
  })
})
