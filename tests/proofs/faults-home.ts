/**
 * The two homes in which votes are struck: a Redis that can be killed behind the REST bridge and a local
 * GitHub, or a SQLite file and a local repository.
 *
 * Talks to servers and folders of its own. Invariant: a killed Redis comes back on the same port with the
 * same folder, and everything it had answered must be there.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import { openHub, type Hub } from '../adapters/github-home.ts'
import type { StoreTarget } from '../support/open-store.ts'
import { councilInGit, type Council } from './faults-council.ts'
import type { HomeName } from './faults-names.ts'
import { readRedis, readSqlite, type RawStore } from './faults-raw.ts'

export type Production = {
  readonly bridge: Bridge
  readonly hub: Hub
  readonly redis: KillableRedis
}

export type Home = {
  readonly name: HomeName
  /** A store for one more round; in Redis the same for all. */
  target(): StoreTarget
  /** The home's own repository. */
  readonly council: Council
  readonly raw: (target: StoreTarget, round: string) => RawStore
  /** Only in production is there something to strike from outside. */
  readonly production: Production | undefined
  /** Waits until the store answers again. */
  ready(): Promise<void>
  close(): Promise<void>
}

export async function openSqliteHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'common-chest-faults-'))
  const directory = join(folder, 'council')
  mkdirSync(directory)
  writeFileSync(join(directory, 'council.md'), 'A test.\n')
  await commitAll(directory, 'A test')
  let files = 0
  return {
    name: 'sqlite',
    council: councilInGit(makeGitPublisher({ directory }), join(directory, '.git'), ''),
    // A short patience, for a database that is busy on purpose.
    target: () => ({
      kind: 'sqlite',
      file: join(folder, `${(files += 1)}.sqlite`),
      timeoutMs: 100,
    }),
    raw: (target, round) => readSqlite(target.kind === 'sqlite' ? target.file : '', round),
    production: undefined,
    ready: async () => undefined,
    close: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

export async function openRedisHome(): Promise<Home> {
  const redis = await startKillableRedis()
  const bridge = await startBridge({ redisPort: redis.port, token: 'a-token-for-tests' })
  const hub = await openHub('content/')
  const client = makeUpstashClient(bridge)
  const answers = () =>
    client.command(v.literal('PONG'), ['PING']).then(
      () => true,
      () => false,
    )
  return {
    name: 'redis',
    council: councilInGit(hub.publisher, hub.repository.directory, 'content/'),
    target: () => ({ kind: 'upstash', url: bridge.url, token: bridge.token }),
    raw: (_, round) => readRedis(redis.port, round),
    production: { bridge, hub, redis },
    async ready() {
      if (!(await redis.revive())) return
      // The bridge takes a moment to find the server again.
      while (!(await answers())) await wait(10)
    },
    async close() {
      await bridge.stop()
      await hub.close()
      await redis.close()
    },
  }
}

export type KillableRedis = {
  readonly port: number
  /** The process, another one after each death. */
  pid(): number
  /** Sends the signal -9, and does not wait. */
  strike(): void
  /** The same, and waits until it is gone. */
  kill(): Promise<void>
  /** Starts it again where it was killed; false where it lives. */
  revive(): Promise<boolean>
  close(): Promise<void>
}

async function startKillableRedis(): Promise<KillableRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'common-chest-faults-redis-'))
  let server = await startRedis({ appendOnly: true, dir })
  let dead = false
  const { port } = server
  const strike = () => {
    dead = true
    process.kill(server.pid, 'SIGKILL')
  }
  return {
    port,
    pid: () => server.pid,
    strike,
    async kill() {
      strike()
      while (isThere(server.pid)) await wait(2)
    },
    async revive() {
      if (!dead) return false
      while (isThere(server.pid)) await wait(2)
      server = await startRedis({ appendOnly: true, dir, port })
      dead = false
      return true
    },
    async close() {
      if (!dead) await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
