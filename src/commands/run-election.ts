/**
 * A whole vote by program: codes, opening, ballots over HTTP, close, publication, recount.
 *
 * Talks to a store, a repository and a host of its own. Invariant: every step is the one that a real
 * vote takes; only the clock is moved, past the end of voting. Decided in docs/decisions/0006.
 */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings, type Settings } from '../adapters/env.ts'
import { compose } from '../adapters/live.ts'
import { CLOSING_GRACE_SECONDS } from '../domain/box-state.ts'
import type { SentChoice } from '../domain/pabulib-election.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Token } from '../domain/token.ts'
import { advanceRounds } from '../service/advance-rounds.ts'
import { openRound } from '../service/open-round.ts'
import type { Ports, RoundContent } from '../service/ports.ts'
import { publishResult } from '../service/publish-result.ts'
import { castOverHttp, type Cast } from './cast-over-http.ts'
import { need } from './clerk-command.ts'
import { startHost } from './host/host.ts'
import { keptFunctions } from './host/kept-functions.ts'
import { makeLetters } from './make-letters.ts'
import { recountFolder } from './recount-folder.ts'
import { startLocalRedis } from './redis/local-redis.ts'

export type ElectionRequest = {
  /** A folder of its own for the store. */
  readonly directory: string
  readonly contentDir: string
  readonly round: string
  readonly store: 'sqlite' | 'redis'
  /** The choices of each voter, as they are sent. */
  readonly ballots: readonly (readonly SentChoice[])[]
  /** How many letters there are beside theirs, with which nobody votes; none unless said. */
  readonly spare?: number
}

export type ElectionRun = {
  /** The code of a letter that stayed at home. */
  readonly unused: Token | undefined
  readonly cast: Cast
  readonly snapshot: Snapshot
  readonly commit: string
  readonly recountAgrees: boolean
}

/** Runs the vote of one round with one ballot box. */
export async function runElection(request: ElectionRequest): Promise<ElectionRun> {
  const redis = request.store === 'redis' ? await startLocalRedis() : undefined
  const siteDir = join(request.directory, 'site')
  await mkdir(siteDir, { recursive: true })
  const functions = await keptFunctions()
  const host = await startHost({ siteDir, functions, port: 0, byTheClock: false })
  try {
    const ports = await compose(useSettings(request, { siteDir, siteUrl: host.url, redis }))
    const { content, cast, unused } = await vote(ports, request, host.url)
    const { snapshot, commit } = await publish(ports, content)
    return { unused, cast, snapshot, commit, recountAgrees: await agrees(request) }
  } finally {
    await host.close()
    await redis?.stop()
  }
}

/** The functions read the environment when they are first called; so does this process. */
function useSettings(
  { directory, contentDir, store }: ElectionRequest,
  given: {
    readonly siteDir: string
    readonly siteUrl: string
    readonly redis: { readonly url: string; readonly token: string } | undefined
  },
): Settings {
  Object.assign(process.env, {
    STORE: store,
    DATA_DIR: directory,
    CHEST_KEY: randomBytes(32).toString('base64url'),
    CONTENT_DIR: contentDir,
    SITE_DIR: given.siteDir,
    SITE_URL: given.siteUrl,
    UPSTASH_REDIS_REST_URL: given.redis?.url ?? '',
    UPSTASH_REDIS_REST_TOKEN: given.redis?.token ?? '',
    GITHUB_REPOSITORY: '',
    LOG: 'faults',
  })
  return readSettings()
}

async function vote(
  ports: Ports,
  { round, ballots, spare = 0 }: ElectionRequest,
  url: string,
): Promise<{ content: RoundContent; cast: Cast; unused: Token | undefined }> {
  const content = await ports.content.round(round)
  if (content === undefined) throw new Error(`there is no round ${round}`)
  const letters = need(
    await makeLetters(ports, {
      ...{ round, pool: 'all', kind: 'live', count: ballots.length + spare },
      keep: async () => {},
    }),
  )
  need(await openRound(ports, round))
  const cast = await castOverHttp({
    ...{ url: `${url}/api/rounds/${round}/ballots`, ballotDigest: content.digest },
    ...{ letters, ballots },
  })
  return { content, cast, unused: letters[ballots.length]?.token }
}

async function publish(ports: Ports, { round }: RoundContent) {
  const closesAt = (await ports.box.meta(round.id))?.closesAt ?? 0
  const clock = { now: () => closesAt + (CLOSING_GRACE_SECONDS + 1) * 1000 }
  for (const { result } of await advanceRounds({ ...ports, clock })) need(result)
  return need(await publishResult(ports, round.id, 'final'))
}

/** Reads the published files again, as a stranger would. */
async function agrees({ contentDir, round }: ElectionRequest): Promise<boolean> {
  const outcomes = await recountFolder(join(contentDir, 'rounds', round))
  return outcomes.every((outcome) => outcome.agrees === true)
}
