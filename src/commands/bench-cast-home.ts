/**
 * Where casts are measured: the example's vote in a Redis of its own, with the function as Netlify bundles it.
 *
 * Talks to a folder, a Redis and this process's environment. Invariant: function, client and content are the
 * real ones; only log lines of single requests are left out, to keep the terminal free.
 * Decided in docs/decisions/0006.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readSettings } from '../adapters/env.ts'
import { compose } from '../adapters/live.ts'
import { makeUpstashClient, type UpstashClient } from '../adapters/upstash/client.ts'
import { ballotPaper, checkBallot, type BallotPaper } from '../domain/ballot.ts'
import { WHOLE, type ProposalId } from '../domain/id.ts'
import type { Letter } from '../domain/token-batch.ts'
import { openRound } from '../service/open-round.ts'
import type { Ports, RoundContent } from '../service/ports.ts'
import { need } from './clerk-command.ts'
import { loadDeploy } from './host/deploy.ts'
import { copyExample, findUndecided } from './host/example-content.ts'
import { callFunction } from './host/function-call.ts'
import { PROJECT_DIR } from './host/project.ts'
import { keptFunctions } from './host/kept-functions.ts'
import { makeLetters } from './make-letters.ts'
import { startLocalRedis, type LocalRedis } from './redis/local-redis.ts'

const SITE_URL = 'http://localhost:4321'

export type CastHome = {
  readonly client: UpstashClient
  readonly ports: Ports
  readonly content: RoundContent
  readonly paper: BallotPaper
  /** Opens voting with so many letters, once. */
  open(letters: number): Promise<readonly Letter[]>
  /** What the function answers. */
  call(request: Request): Promise<Response>
  close(): Promise<void>
}

/** Makes it in the folder; voting is not open yet. */
export async function openCastHome(directory: string): Promise<CastHome> {
  const redis = await startLocalRedis()
  const ports = await portsOf(directory, redis)
  const content = await exampleRound(ports)
  const { id } = content.round
  const handler = await castFunction(directory)
  return {
    client: makeUpstashClient(redis),
    ports,
    content,
    paper: ballotPaper(content.round, content.proposals, WHOLE),
    async open(count) {
      const order = { round: id, pool: WHOLE, kind: 'live', count, keep: async () => {} } as const
      const letters = need(await makeLetters(ports, order))
      need(await openRound(ports, id))
      return letters
    },
    call: (request) => handler(request, id),
    close: () => redis.stop(),
  }
}

/** The function reads the environment when it is first called; so does this process. */
async function portsOf(directory: string, { url, token }: LocalRedis): Promise<Ports> {
  const contentDir = join(directory, 'content')
  const source = join(PROJECT_DIR, 'content')
  await copyExample({ source, directory: contentDir, now: Date.now() })
  Object.assign(process.env, {
    STORE: 'redis',
    CHEST_KEY: randomBytes(32).toString('base64url'),
    CONTENT_DIR: contentDir,
    SITE_DIR: join(directory, 'site'),
    SITE_URL,
    UPSTASH_REDIS_REST_URL: url,
    UPSTASH_REDIS_REST_TOKEN: token,
    GITHUB_REPOSITORY: '',
    LOG: 'faults',
  })
  return compose(readSettings())
}

async function exampleRound(ports: Ports): Promise<RoundContent> {
  const ids = await ports.content.roundIds()
  const found = await Promise.all(ids.map((id) => ports.content.round(id)))
  const rounds = found.flatMap((content) => (content === undefined ? [] : [content]))
  const undecided = findUndecided(rounds.map((content) => ({ ...content, result: undefined })))
  if (undecided === undefined) throw new Error('the example has no round that votes')
  return undecided
}

async function castFunction(directory: string) {
  const siteDir = join(directory, 'site')
  await mkdir(siteDir, { recursive: true })
  const bundles = await keptFunctions()
  const only = bundles.filter(({ name }) => name === 'cast-ballot')
  const deploy = await loadDeploy(siteDir, only)
  const [cast] = deploy.functions
  if (cast === undefined) throw new Error('there is no function cast-ballot')
  return async (request: Request, round: string): Promise<Response> => {
    const given = { request, params: { round }, ip: '127.0.0.1', requestId: randomUUID() }
    const place = { siteUrl: SITE_URL, deployId: deploy.id, waitUntil: () => undefined }
    const response = await callFunction(cast.handler, { ...given, ...place })
    if (response === undefined) throw new Error('the function answered nothing')
    return response
  }
}

/** A request as the page's script sends it. */
export function requestOf({ content }: Pick<CastHome, 'content'>, ballot: object): Request {
  return new Request(`${SITE_URL}/api/rounds/${content.round.id}/ballots`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Accept-Language': 'en',
      'Sec-Fetch-Site': 'same-origin',
    },
    body: JSON.stringify(ballot),
  })
}

/** As many proposals as the ballot allows, each voter beginning with another one. */
export function choicesOf(paper: BallotPaper, voter: number): readonly ProposalId[] {
  const ids = paper.proposals.map(({ id }) => id)
  const from = voter % Math.max(1, ids.length)
  return [...ids.slice(from), ...ids.slice(0, from)].reduce<readonly ProposalId[]>(
    (chosen, id) => (checkBallot([...chosen, id], paper).ok ? [...chosen, id] : chosen),
    [],
  )
}
