/**
 * A vote under load: real host and functions in a process of their own, over Redis or SQLite.
 *
 * Talks to a temporary folder, a Redis, and the host's process. Invariant: what the box holds is read past
 * the software, by redis-cli or SQL.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings } from '../../src/adapters/env.ts'
import { compose } from '../../src/adapters/live.ts'
import type { BundledFunction } from '../../src/commands/host/bundle.ts'
import { copyExample } from '../../src/commands/host/example-content.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import type { Ports, RoundContent } from '../../src/service/ports.ts'
import { OPEN_ROUND, openVoting } from '../support/running-site.ts'
import type { HomeName } from './faults-names.ts'
import { readRedis, readSqlite, type RawStore } from './faults-raw.ts'
import type { Answer, Ask, Memory } from './load-worker.ts'

const DAY = 86_400_000

export type LoadedSite = {
  /** Where ballots are sent. */
  readonly ballots: string
  readonly content: RoundContent
  readonly letters: readonly Letter[]
  readonly secret: Uint8Array
  readonly ports: Ports
  /** The round's published files. */
  readonly folder: string
  raw(): RawStore
  memory(): Promise<Memory>
  /** Runs a scheduled function in the host, its clock moved on by so many milliseconds. */
  schedule(name: string, later: number): Promise<void>
  close(): Promise<void>
}

type Store = {
  readonly settings: Readonly<Record<string, string>>
  raw(): RawStore
  stop(): Promise<void>
}

/** Opens voting with so many letters, two days before it ends, and starts the host. */
export async function startLoadedSite(
  kind: HomeName,
  count: number,
  functions: readonly BundledFunction[],
): Promise<LoadedSite> {
  const directory = await mkdtemp(join(tmpdir(), 'load-'))
  const contentDir = join(directory, 'content')
  const now = Date.now()
  await copyExample({
    source: resolve('content'),
    directory: contentDir,
    now,
    closesAt: now + 2 * DAY,
  })
  const siteDir = join(directory, 'site')
  await mkdir(siteDir)
  const store = await (kind === 'redis' ? redisStore() : sqliteStore(directory))
  const secret = Uint8Array.from(randomBytes(32))
  const env = {
    ...{ DATA_DIR: directory, CONTENT_DIR: contentDir, SITE_DIR: siteDir, LOG: 'faults' },
    ...{ CHEST_KEY: Buffer.from(secret).toString('base64url'), SITE_URL: 'http://localhost' },
    ...store.settings,
  }
  const ports = await compose(readSettings(env))
  const letters = await openVoting(ports, OPEN_ROUND, count)
  const host = await startWorker({ ...env, PATH: process.env['PATH'] })
  const { url = '' } = await host.ask({ ask: 'start', options: { siteDir, functions, port: 0 } })
  return {
    ...{ letters, secret, ports, content: await contentOf(ports), raw: () => store.raw() },
    ballots: `${url}/api/rounds/${OPEN_ROUND}/ballots`,
    folder: join(contentDir, 'rounds', OPEN_ROUND),
    memory: async () => (await host.ask({ ask: 'memory' })).memory ?? { whole: 0, held: 0 },
    schedule: async (name, later) => void (await host.ask({ ask: 'schedule', name, later })),
    async close() {
      await host.ask({ ask: 'stop' })
      await host.ended
      await store.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function contentOf(ports: Ports): Promise<RoundContent> {
  const content = await ports.content.round(OPEN_ROUND)
  if (content === undefined) throw new Error('the example has no such round')
  return content
}

async function redisStore(): Promise<Store> {
  const redis = await startRedis()
  const bridge = await startBridge({ redisPort: redis.port, token: 'a-token-for-tests' })
  return {
    settings: {
      STORE: 'redis',
      UPSTASH_REDIS_REST_URL: bridge.url,
      UPSTASH_REDIS_REST_TOKEN: bridge.token,
    },
    raw: () => readRedis(redis.port, OPEN_ROUND),
    async stop() {
      await bridge.stop()
      await redis.stop()
    },
  }
}

async function sqliteStore(directory: string): Promise<Store> {
  return {
    settings: { STORE: 'sqlite' },
    raw: () => readSqlite(join(directory, 'chest.sqlite'), OPEN_ROUND),
    stop: async () => undefined,
  }
}

type Worker = { ask(asked: Ask): Promise<Answer>; readonly ended: Promise<unknown> }

async function startWorker(env: NodeJS.ProcessEnv): Promise<Worker> {
  const file = fileURLToPath(new URL('load-worker.ts', import.meta.url))
  const child = fork(file, { env, execArgv: ['--no-warnings', '--expose-gc'] })
  const ended = once(child, 'exit')
  await nextMessage(child, ended)
  return {
    ended,
    async ask(asked) {
      const told = nextMessage(child, ended)
      // Plain data: the channel takes all of it.
      child.send(asked as never)
      // Parent and worker are two halves of one test and share this type.
      const answer = (await told) as Answer
      if (answer.fault !== undefined) throw new Error(answer.fault)
      return answer
    },
  }
}

async function nextMessage(child: ChildProcess, ended: Promise<unknown>): Promise<unknown> {
  const died = ended.then(() => {
    throw new Error('the host ended before it answered')
  })
  const [message]: unknown[] = await Promise.race([once(child, 'message'), died])
  return message
}
