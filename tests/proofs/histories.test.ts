/**
 * Random histories of a vote, on the real scripts in a real Redis, on SQLite, and on a reference written
 * from the protocol alone: the same answers to every command, and the same in every corner at the end.
 *
 * Talks to a Redis of its own, by socket and by REST, and to SQLite. Invariant: what was reached is exactly
 * what can be reached. TEST_HEAVY=1 runs 100,000 histories from a new seed; TEST_SEED and TEST_PATH run again
 * what was printed.
 */
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { IS_HEAVY } from '../support/heavy.ts'
import { openDatabase } from '../../src/adapters/sqlite/database.ts'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import { openStore, type StoreTarget } from '../support/open-store.ts'
import { mutant, MUTANTS } from './faults-mutants.ts'
import { AT_ONCE, someHistories } from './histories-arbitrary.ts'
import { weakenedScripts, withScript } from './histories-mutants.ts'
import { answerOf, reachable } from './histories-reach.ts'
import { openSocket, redisSide, type Socket } from './histories-redis.ts'
import { makeRunner, type Obeyed } from './histories-run.ts'
import { portsOver, type Side } from './histories-side.ts'
import { sqliteSide } from './histories-sqlite.ts'
import { startTally } from './histories-tally.ts'

const HISTORIES = IS_HEAVY ? 100_000 : 800
const BY_REST = IS_HEAVY ? 1_000 : 10
/** A store with a mistake must be found out within so many. */
const UNTIL_FOUND = 1_000
const LONG = 4 * 3_600_000
const EVERY = 10_000

/** The same in every short run, so that nobody is held up by chance; a new one in every heavy run. */
const SEED = Number(process.env['TEST_SEED'] ?? (IS_HEAVY ? Date.now() % 2 ** 31 : 1))
const PATH = process.env['TEST_PATH']

let server: RedisServer
let socket: Socket
let bridge: Bridge
const folder = mkdtempSync(join(tmpdir(), 'common-chest-histories-'))

beforeAll(async () => {
  server = await startRedis()
  socket = await openSocket(server.port)
  bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
})
afterAll(async () => {
  await bridge.stop()
  socket.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

/** Throws with the seed, the path and the smallest histories that failed. */
async function holds(
  sides: readonly Side[],
  histories: number,
  note?: (obeyed: Obeyed) => void,
): Promise<void> {
  const run = makeRunner(sides)
  const property = fc.asyncProperty(someHistories, (given) => run(given, note))
  const path = PATH === undefined ? {} : { path: PATH }
  await fc.assert(property, { ...path, seed: SEED, numRuns: histories / AT_ONCE })
}

/** Why a store with a mistake was found out; undefined where it was not. */
async function foundOut(side: Side): Promise<string | undefined> {
  const run = makeRunner([side])
  const property = fc.asyncProperty(someHistories, (given) => run(given))
  const numRuns = UNTIL_FOUND / AT_ONCE
  const { failed, errorInstance } = await fc.check(property, {
    seed: SEED,
    numRuns,
    endOnFailure: true,
  })
  return failed ? String(errorInstance) : undefined
}

/** The short run asks for every answer and transition; the heavy one for every answer in every state. */
function detail(fact: string): string {
  return IS_HEAVY ? fact : answerOf(fact)
}

/** An answer or a store that differs, or a script that breaks; a lost connection is no proof. */
const FOUND = /^Error: [\s\S]*(?:answers "|At the end|ERR [^\n]*user_script)/

describe('random histories', () => {
  const tally = startTally()

  test(
    'have the same answers in Redis, in SQLite and by the protocol',
    { timeout: LONG },
    async () => {
      const sides = [redisSide(socket), sqliteSide()]
      const began = performance.now()
      let ended = 0
      const note = (obeyed: Obeyed) => {
        tally.note(obeyed)
        ended += obeyed.isLast ? 1 : 0
        if (obeyed.isLast && ended % EVERY === 0) report(ended, began)
      }
      await holds(sides, HISTORIES, note)
      report(ended, began)
      // A path begins in the middle of a run, at what failed there.
      expect(ended).toBeGreaterThan(PATH === undefined ? 0.99 * HISTORIES : 0)
    },
  )

  test('have them also by REST, as in production', { timeout: LONG }, async () => {
    await holds([redisSide(socket, makeUpstashClient(bridge))], BY_REST)
  })

  test('reach every transition that there is, and no other', () => {
    if (IS_HEAVY) console.log(tally.lines().join('\n'))
    const possible = reachable()
    expect(tally.reached().filter((fact) => !possible.has(fact))).toEqual([])
    const reached = new Set(tally.reached().map(detail))
    expect([...possible].map(detail).filter((fact) => !reached.has(fact))).toEqual([])
  })

  function report(ended: number, began: number): void {
    const seconds = (performance.now() - began) / 1000
    const speed = `${seconds.toFixed(0)} s, ${(ended / seconds).toFixed(0)} a second`
    console.log(`${ended} histories of ${tally.commands()} commands from seed ${SEED}: ${speed}`)
  }
})

describe('random histories find out', () => {
  test.each(weakenedScripts().map((each) => [each.name, each] as const))(
    '%s',
    async (_, weakened) => {
      expect(await foundOut(redisSide(socket, withScript(socket, weakened)))).toMatch(FOUND)
    },
  )

  test.each(MUTANTS)('a Redis that %s', async (name) => {
    const target: StoreTarget = { kind: 'upstash', url: bridge.url, token: bridge.token }
    const ports = portsOver(mutant(name)(target, openStore(target)))
    expect(await foundOut({ ...redisSide(socket), ports })).toMatch(FOUND)
  })

  test.each(MUTANTS)('an SQLite that %s', async (name) => {
    const target: StoreTarget = { kind: 'sqlite', file: join(folder, `${name}.sqlite`) }
    const store = mutant(name)(target, openStore(target))
    const side = { ...sqliteSide(openDatabase(target.file)), ports: portsOver(store) }
    expect(await foundOut(side)).toMatch(FOUND)
    side.close()
    store.close()
  })
})
