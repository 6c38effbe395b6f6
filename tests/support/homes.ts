/**
 * The two homes of a vote: SQLite with a local repository, and Redis with GitHub.
 *
 * Talks to temporary folders, a Redis and a local GitHub of its own. Invariant: a test that runs on one
 * home runs on the other, with nothing mocked in either.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { makeUpstashClient } from '../../src/adapters/upstash/client.ts'
import { startRedis, type RedisServer } from '../../src/commands/redis/redis-server.ts'
import { startBridge, type Bridge } from '../../src/commands/redis/upstash-bridge.ts'
import type { Proposal } from '../../src/domain/proposal.ts'
import type { Round } from '../../src/domain/round.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { castBallot, type Receipt } from '../../src/service/cast-ballot.ts'
import type { Publisher } from '../../src/service/ports.ts'
import { openHub } from '../adapters/github-home.ts'
import { aRoundId } from './box-data.ts'
import { aRound, ids } from './builders.ts'
import { openStore, type StoreTarget } from './open-store.ts'
import { votingPorts, type TestPorts } from './ports.ts'
import { tamperWithRedis, tamperWithSqlite, type Tamper } from './tamper.ts'

/** A round that votes, in one of the homes. */
export type Vote = TestPorts & {
  readonly round: Round
  readonly letters: readonly Letter[]
  readonly tamper: Tamper
  /** Casts with the letter of this number. */
  cast(letter: number, ...choices: readonly string[]): Promise<Receipt>
  /** A published file of the round. */
  read(branch: 'content' | 'board', path: string): Promise<string | undefined>
}

export type Home = {
  readonly name: 'embedded' | 'production'
  /** Opens voting with so many letters; the round has an id of its own. */
  vote(
    letters: number,
    given?: {
      readonly fields?: Readonly<Record<string, unknown>>
      readonly proposals?: readonly Proposal[]
    },
  ): Promise<Vote>
}

type Place = {
  readonly name: Home['name']
  readonly target: () => StoreTarget
  readonly publisher: () => Promise<{ publisher?: Publisher; close(): Promise<void> | void }>
  readonly tamper: (target: StoreTarget) => Tamper
}

/** Runs the tests in both homes. */
export function inBothHomes(run: (home: Home) => void): void {
  describe('in SQLite and a local repository', () => run(openHome(embedded())))
  describe('in Redis and GitHub', { timeout: 60_000 }, () => run(openHome(production())))
}

function embedded(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'home-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let files = 0
  return {
    name: 'embedded',
    target: () => ({ kind: 'sqlite', file: join(folder, `${(files += 1)}.sqlite`) }),
    publisher: async () => ({ close: () => undefined }),
    tamper: (target) => tamperWithSqlite(target.kind === 'sqlite' ? target.file : ''),
  }
}

function production(): Place {
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
  return {
    name: 'production',
    target: () => ({ kind: 'upstash', url: bridge.url, token: bridge.token }),
    publisher: () => openHub('content/'),
    tamper: () => tamperWithRedis(makeUpstashClient(bridge)),
  }
}

function openHome(place: Place): Home {
  const opened: (() => Promise<void> | void)[] = []
  afterEach(async () => {
    for (const close of opened.splice(0).toReversed()) await close()
  })
  return {
    name: place.name,
    async vote(letters, { fields = {}, proposals } = {}) {
      const target = place.target()
      const { close: closeStore, ...store } = openStore(target)
      const { publisher, close } = await place.publisher()
      const round = { ...aRound(fields), id: aRoundId() }
      const ports = await votingPorts(letters, {
        ...{ round, store },
        ...(proposals && { proposals }),
        ...(publisher && { publisher }),
      })
      opened.push(closeStore, close, () => ports.close())
      return { ...ports, ...actions(ports, round), round, tamper: place.tamper(target) }
    },
  }
}

function actions(
  ports: TestPorts & { readonly letters: readonly Letter[] },
  round: Round,
): Pick<Vote, 'cast' | 'read'> {
  return {
    async cast(letter, ...choices) {
      const outcome = await castBallot(ports, {
        roundId: round.id,
        token: ports.letters[letter]!.token,
        nonce: Uint8Array.from(randomBytes(16)),
        choices: ids(...choices),
        ballotDigest: (await ports.content.round(round.id))?.digest ?? '',
        channel: 'online',
      })
      if (!outcome.ok) expect.fail(outcome.error.code)
      return outcome.value
    },
    async read(branch, path) {
      const head = await ports.publisher.head(branch)
      return head && ports.publisher.read(head, `rounds/${round.id}/${path}`)
    },
  }
}
