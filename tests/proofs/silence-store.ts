/**
 * Stores for twins: a fresh one for each, a count of what is asked of it, and a dump of what lies in it.
 *
 * Talks to a Redis behind the REST bridge, or to SQLite files. Invariant: of the two that a twin is compared
 * by, both begin empty; the dump is sorted, so that it tells what lies there and not how.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import { openStore, type Store, type StoreTarget } from '../support/open-store.ts'
import { readStore } from './linker-store.ts'
import type { Heard } from './silence-twin.ts'

export type TwinStores = {
  /** An empty store. */
  fresh(): Promise<Opened>
  close(): Promise<void>
}

type Opened = {
  readonly store: Store
  /** What its owner sees being asked of it: the size of each command, and how often Redis ran each. */
  asked(): Promise<readonly Heard[]>
  dump(round: string): Promise<readonly string[]>
}

export async function redisForTwins(): Promise<TwinStores> {
  const server = await startRedis()
  const bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
  const target: StoreTarget = { kind: 'upstash', url: bridge.url, token: bridge.token }
  const client = makeUpstashClient(bridge)
  return {
    async fresh() {
      await client.command(v.unknown(), ['FLUSHALL'])
      const [before, from] = [await bridge.commandCounts(), bridge.log.length]
      return {
        store: openStore(target),
        asked: async () => countsOf(bridge.log.slice(from), before, await bridge.commandCounts()),
        dump: (round) => dumpOf(target, round),
      }
    },
    async close() {
      await bridge.stop()
      await server.stop()
    },
  }
}

type Sent = { readonly name: string; readonly arguments: number; readonly bytes: number }
type Counts = Readonly<Record<string, number>>

function countsOf(sent: readonly Sent[], before: Counts, after: Counts): readonly Heard[] {
  const counts = Object.entries(after)
    .map(([name, count]) => `${name} ${count - (before[name] ?? 0)}`)
    .toSorted()
  return [
    ...sent.map(({ name, arguments: given, bytes }) => ({
      where: 'command',
      text: `${name} ${given} ${bytes}`,
    })),
    { where: 'number of commands', text: counts.join('\n') },
  ]
}

export async function sqliteForTwins(): Promise<TwinStores> {
  const folder = mkdtempSync(join(tmpdir(), 'common-chest-twins-'))
  const opened: Store[] = []
  return {
    async fresh() {
      const target = { kind: 'sqlite', file: join(folder, `${opened.length}.sqlite`) } as const
      const store = openStore(target)
      opened.push(store)
      // Nobody stands between the functions and a file to count.
      return { store, asked: async () => [], dump: (round) => dumpOf(target, round) }
    },
    async close() {
      opened.forEach((store) => store.close())
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const VIEWS = /(?: (?:dumped|scanned|lengths|names)|store keys)$/

async function dumpOf(target: StoreTarget, round: string): Promise<readonly string[]> {
  const sights = await readStore(target, round)
  return sights
    .filter(({ name }) => !VIEWS.test(name))
    .flatMap(({ name, lines }) => lines.map((line) => `${name} | ${line}`))
    .toSorted()
}
