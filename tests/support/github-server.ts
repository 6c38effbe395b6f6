/**
 * A local GitHub over a real bare repository, with faults on order.
 * Talks to: any client of GitHub's GraphQL and REST interfaces, and the git program.
 * Invariant: what it accepts, GitHub's public schema accepts as well, and a commit it reports (or
 * makes and then hides behind a fault) is in the repository, where git itself can show it.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createFaultQueue, drop } from '../../src/commands/redis/bridge-faults.ts'
import type { FaultQueue } from '../../src/commands/redis/bridge-faults.ts'
import { openGit } from './github-git.ts'
import { isCommit, isDocument, readOperation, runOperation } from './github-graphql.ts'
import type { GraphQLRequest } from './github-graphql.ts'
import type { Repository } from './github-nodes.ts'
import { answerRest, refusal } from './github-rest.ts'
import type { RestAnswer } from './github-rest.ts'

export type GitHubOptions = {
  /** The path of a bare repository. */
  repositoryDir: string
  owner: string
  name: string
  token: string
  /** As GitHub writes it in each answer; none where the token has no end. */
  tokenEnds?: string
}

export type GitHubFaultKind =
  /** The secondary rate limit: not done, come back after so many seconds. */
  | { status: 403; retryAfter: number }
  | '502-after-commit'
  | '502-before-commit'
  | 'drop-after-commit'
  /** Honest, but late. */
  | { delayMs: number }
  /** Only createCommitOnBranch: refused as if somebody else had committed first. */
  | 'stale'

/** One request. `writes` is true for the commit mutation and for every REST POST. */
export type GitHubCall = { method: string; path: string; body: unknown; writes: boolean }

export type LoggedGitHubCall = { method: string; path: string; writes: boolean; status: number }

export type GitHubServer = {
  url: string
  faults: FaultQueue<GitHubFaultKind, GitHubCall>
  /** In the order of the answers. `status` is 0 where the connection was dropped. */
  log: LoggedGitHubCall[]
  stop(): Promise<void>
}

type Context = {
  repository: Repository
  token: string
  tokenEnds: string | undefined
  faults: GitHubServer['faults']
  log: LoggedGitHubCall[]
}

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body></body></html>'

export async function startGitHub(options: GitHubOptions): Promise<GitHubServer> {
  const { repositoryDir, owner, name, token, tokenEnds } = options
  const faults = createFaultQueue<GitHubFaultKind, GitHubCall>(serves)
  const log: LoggedGitHubCall[] = []
  const repository = { git: openGit(repositoryDir), owner, name }
  const context = { repository, token, tokenEnds, faults, log }
  const underWay = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const handling = handle(context, request, response).finally(() => underWay.delete(handling))
    underWay.add(handling)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = async () => {
    const closed = once(server, 'close')
    server.close()
    while (underWay.size > 0) await Promise.all(underWay)
    server.closeAllConnections()
    await closed
  }
  return { url: `http://127.0.0.1:${port}`, faults, log, stop }
}

/** The faults that speak of a commit wait for a request that makes one. */
function serves(kind: GitHubFaultKind, call: GitHubCall): boolean {
  if (kind === 'stale') return call.writes && call.path === '/graphql'
  return typeof kind === 'object' || call.writes
}

async function handle(context: Context, request: IncomingMessage, response: ServerResponse) {
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', 'http://localhost')
  const call: GitHubCall = { method, path: url.pathname, body: undefined, writes: false }
  if (context.tokenEnds !== undefined)
    response.setHeader('github-authentication-token-expiration', context.tokenEnds)
  try {
    await answer(context, request, url, call, response)
  } catch (error) {
    if (!response.headersSent && !response.destroyed) send(response, refusal(500, String(error)))
  }
  const status = response.writableEnded ? response.statusCode : 0
  context.log.push({ method, path: call.path, writes: call.writes, status })
}

async function answer(
  context: Context,
  request: IncomingMessage,
  url: URL,
  call: GitHubCall,
  response: ServerResponse,
) {
  const raw = await text(request)
  const denied = whyDenied(context, request)
  if (denied) return send(response, denied)
  try {
    call.body = raw === '' ? undefined : JSON.parse(raw)
  } catch {
    return send(response, refusal(400, 'Problems parsing JSON'))
  }
  const work = planWork(context, request, url, call)
  const fault = context.faults.take([call])
  if (typeof fault === 'object' && 'status' in fault) return sendLimit(response, fault.retryAfter)
  if (typeof fault === 'object') await wait(fault.delayMs)
  if (fault === '502-before-commit') return sendBadGateway(response)
  const result = await work(fault === 'stale')
  if (fault === '502-after-commit') return sendBadGateway(response)
  if (fault === 'drop-after-commit') return drop(response)
  send(response, result)
}

function whyDenied(context: Context, request: IncomingMessage): RestAnswer | undefined {
  const [scheme = '', token] = (request.headers.authorization ?? '').split(' ')
  const known = ['bearer', 'token'].includes(scheme.toLowerCase()) && token === context.token
  if (!known) return refusal(401, 'Bad credentials')
  // GitHub turns away programs that do not name themselves.
  if (!request.headers['user-agent']) return refusal(403, 'A User-Agent header is needed.')
  return undefined
}

/** Decides what the request asks for, and leaves it to the faults whether and when it happens. */
function planWork(
  context: Context,
  request: IncomingMessage,
  url: URL,
  call: GitHubCall,
): (pretendStale: boolean) => Promise<RestAnswer> {
  const { repository } = context
  if (call.path === '/graphql' && call.method === 'POST') return planGraphQL(repository, call)
  const root = `/repos/${repository.owner}/${repository.name}/`
  if (!call.path.toLowerCase().startsWith(root.toLowerCase())) {
    return async () => refusal(404, 'Not Found')
  }
  call.writes = call.method === 'POST'
  const accept = request.headers.accept ?? ''
  const path = call.path.slice(root.length)
  const rest = { method: call.method, path, query: url.searchParams, accept }
  return () => answerRest(repository.git, rest, call.body)
}

function planGraphQL(repository: Repository, call: GitHubCall) {
  const request: GraphQLRequest = call.body ?? {}
  const document = readOperation(request)
  call.writes = isDocument(document) && isCommit(document)
  return async (pretendStale: boolean): Promise<RestAnswer> => {
    if (!isDocument(document)) return { status: 200, body: document }
    const body = await runOperation(repository, document, request, pretendStale)
    return { status: 200, body }
  }
}

function send(response: ServerResponse, { status, body }: RestAnswer): void {
  const isRaw = Buffer.isBuffer(body)
  const type = isRaw ? 'application/vnd.github.raw+json' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type }).end(isRaw ? body : JSON.stringify(body))
}

function sendLimit(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', String(seconds))
  const message = 'You have exceeded a secondary rate limit. Please wait before you try again.'
  send(response, refusal(403, message))
}

function sendBadGateway(response: ServerResponse): void {
  response.writeHead(502, { 'content-type': 'text/html' }).end(BAD_GATEWAY)
}
