/**
 * A desk on each of the two stores, SQLite and Redis.
 *
 * Talks to a Redis of its own through the bridge. Invariant: a test that runs on one store runs on the other, with
 * nothing mocked in either.
 */
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { DeskChange } from '../../src/service/ports-desk.ts'
import { aDesk, type TestDesk } from './desk.ts'
import { openStore } from './open-store.ts'

/** Opens an empty desk, which is closed after the test. */
export type OpenDesk = (given?: Parameters<typeof aDesk>[0]) => Promise<TestDesk>

/** Runs the tests on both stores. */
export function onBothStores(run: (openDesk: OpenDesk) => void): void {
  const opened: TestDesk[] = []
  afterEach(() => opened.splice(0).forEach((desk) => desk.close()))
  const open: OpenDesk = async (given) => {
    const desk = await aDesk(given)
    opened.push(desk)
    return desk
  }
  describe('on SQLite', () => run(open))
  describe('on Redis', { timeout: 60_000 }, () => {
    let server: RedisServer
    let bridge: Bridge
    beforeAll(async () => {
      server = await startRedis()
      bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
    })
    afterAll(async () => {
      await bridge.stop()
      await server.stop()
    })
    run(async (given) => {
      await makeUpstashClient(bridge).command(v.string(), ['FLUSHALL'])
      const { url, token } = bridge
      return open({ ...given, store: openStore({ kind: 'upstash', url, token }) })
    })
  })
}

/** Lets something happen in the instant before the desk writes the first changes of this sort. */
export function meanwhile(
  { desk }: TestDesk,
  isMeant: (change: DeskChange) => boolean,
  work: () => Promise<unknown>,
): void {
  const { write } = desk
  const once: typeof write = async (changes, now) => {
    if (changes.some(isMeant)) {
      Object.assign(desk, { write })
      await work()
    }
    return write(changes, now)
  }
  Object.assign(desk, { write: once })
}
