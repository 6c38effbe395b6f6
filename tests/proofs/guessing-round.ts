/**
 * A round that is guessed at: open in a store of its own, with the real log, and answers as bytes.
 *
 * Talks to a Redis behind the bridge, or a SQLite file. Invariant: every guess goes through the real
 * function as a request, and what comes back is looked at byte for byte.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '@netlify/functions'
import { handle } from '../../functions/cast-ballot.ts'
import { makeLog } from '../../src/adapters/log.ts'
import { need } from '../../src/commands/clerk-command.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { startRedis } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { MarkKind } from '../../src/domain/mark.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { openRound } from '../../src/service/open-round.ts'
import type { Ports } from '../../src/service/ports.ts'
import { openStore, type StoreTarget } from '../support/open-store.ts'
import { testPorts } from '../support/ports.ts'
import type { HomeName } from './faults-names.ts'
import { SITE } from './faults-function.ts'

export type GuessedRound = {
  readonly ports: Ports
  readonly live: readonly Letter[]
  readonly reserve: readonly Letter[]
  /** Lines of the log. */
  readonly lines: readonly string[]
  /** Only for Redis. */
  readonly bridge: Bridge | undefined
  readonly target: StoreTarget
  close(): Promise<void>
}

export type Guess = {
  readonly token: string
  readonly address: string
  readonly nonce?: string
}

/** Opens it with so many letters of each kind, made by the clerk's own code from these random bytes. */
export async function openGuessedRound(
  kind: HomeName,
  counts: Readonly<Record<MarkKind, number>>,
  bytes: (count: number) => Uint8Array<ArrayBuffer> = (count) =>
    Uint8Array.from(randomBytes(count)),
): Promise<GuessedRound> {
  const { target, bridge, stop } = await (kind === 'redis' ? redisPlace() : sqlitePlace())
  const { close: closeStore, ...store } = openStore(target)
  const made = await testPorts({ store })
  const lines: string[] = []
  const ports = { ...made, log: makeLog((line) => void lines.push(line)) }
  const issue = async (which: MarkKind) => {
    if (counts[which] === 0) return []
    const order = { round: 'spring', pool: 'all', count: counts[which], keep: async () => {} }
    return need(await makeLetters({ ...ports, random: { bytes } }, { ...order, kind: which }))
  }
  const [live, reserve] = [await issue('live'), await issue('reserve')]
  need(await openRound(ports, 'spring'))
  return {
    ...{ ports, live, reserve, lines, bridge, target },
    async close() {
      closeStore()
      made.close()
      await stop()
    },
  }
}

type Place = {
  readonly target: StoreTarget
  readonly bridge: Bridge | undefined
  stop(): Promise<void>
}

async function redisPlace(): Promise<Place> {
  const server = await startRedis()
  const bridge = await startBridge({ redisPort: server.port, token: 'a-token-for-tests' })
  const stop = async () => {
    await bridge.stop()
    await server.stop()
  }
  return { target: { kind: 'upstash', url: bridge.url, token: bridge.token }, bridge, stop }
}

async function sqlitePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'guessing-'))
  return {
    target: { kind: 'sqlite', file: join(folder, 'chest.sqlite') },
    bridge: undefined,
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Sends a ballot with this code; `code` is the word of the refusal, or "recorded". */
export async function guess(ports: Ports, { token, address, nonce }: Guess) {
  const content = await ports.content.round('spring')
  const request = new Request(`${SITE}/api/rounds/spring/ballots`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({
      token,
      nonce: nonce ?? randomBytes(16).toString('base64url'),
      choices: ['park'],
      ballotDigest: content?.digest,
      lang: 'en',
    }),
  })
  const known = { params: { round: 'spring' }, deploy: { context: 'production' }, ip: address }
  // A test gives no more of the platform's context than the handler reads.
  const context = { ...known, requestId: 'r-1' } as unknown as Context
  const response = await handle(ports, request, context)
  const text = await response.text()
  const [, code = 'recorded'] = /"code":"([a-z-]+)"/.exec(text) ?? []
  return { status: response.status, headers: [...response.headers], text, code }
}
