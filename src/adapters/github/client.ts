/**
 * Requests to GitHub: one at a time, within a time limit, with GitHub's own pauses obeyed.
 *
 * Talks to the GitHub API by fetch. Invariant: nothing that GitHub says, and no token, gets into an error;
 * a request that may have been carried out ends in ReplyLost, and in nothing else.
 * Decided in docs/decisions/0006.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { PublishFailed } from '../../domain/fault.ts'
import type { Instant } from '../../domain/time.ts'

export type GitHubAccess = {
  /** `https://api.github.com`, without a path. */
  readonly apiUrl: string
  /** May write the contents of the one repository, and nothing else. */
  readonly token: string
  readonly fetch?: typeof globalThis.fetch
  /** For one request, 8 seconds unless told. One commit is one request, and six where answers get lost. */
  readonly timeoutMs?: number
  readonly sleep?: (ms: number) => Promise<unknown>
}

export type GitHubClient = {
  /** What a GraphQL operation answers: `data` as its schema has it, or the type of the first error. */
  graphql<Data>(operation: Operation<Data>): Promise<GraphQLReply<Data>>
  /** Status and body of a REST call. */
  rest(method: 'GET' | 'POST', path: string, body?: object): Promise<Reply>
}

export type Operation<Data> = {
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  /** A reply of any other form counts as lost. */
  readonly data: v.GenericSchema<unknown, Data>
}

export type GraphQLReply<Data> =
  | { readonly outcome: 'answered'; readonly data: Data }
  | { readonly outcome: 'refused'; readonly type: string }

export type Reply = {
  readonly status: number
  readonly bytes: Buffer
  /** When the token ends; undefined where it has no end, or GitHub does not say so. */
  readonly tokenEndsAt: Instant | undefined
}

/** The request may have been carried out, and may not: no answer, or one that says nothing. */
export class ReplyLost extends PublishFailed {}

type Request = { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: object }

/** Longer pauses than a function lives are not waited for: the next run of the schedule comes back. */
const LONGEST_PAUSE_MS = 10_000
const TIMEOUT_MS = 8_000

const EnvelopeSchema = v.object({
  data: v.optional(v.unknown()),
  errors: v.optional(v.array(v.object({ type: v.optional(v.string()) })), []),
})

/** Requests with one token. Every function throws PublishFailed where GitHub refuses or is not reached. */
export function makeGitHubClient(access: GitHubAccess): GitHubClient {
  return {
    graphql: async ({ document, variables, data }) => {
      const body = { query: document, variables }
      return readGraphQL(await ask(access, { method: 'POST', path: '/graphql', body }), data)
    },
    rest: (method, path, body) => ask(access, { method, path, ...(body && { body }) }),
  }
}

/** The body of a REST reply. Throws PublishFailed for another status than 2xx, ReplyLost for another form. */
export function readReply<Value>(reply: Reply, schema: v.GenericSchema<unknown, Value>): Value {
  if (reply.status < 200 || reply.status > 299) throw refusedWith(reply.status)
  return parseAnswer(v.pipe(v.string(), v.parseJson(), schema), reply.bytes.toString('utf8'))
}

/** The number is ours to show; the words that came with it are not. */
export function refusedWith(status: number): PublishFailed {
  return new PublishFailed(`GitHub answered with status ${status}`)
}

/** An error without a type is GitHub's own trouble, halfway through: it says nothing of the outcome. */
function readGraphQL<Data>(reply: Reply, schema: v.GenericSchema<unknown, Data>) {
  const { data, errors } = readReply(reply, EnvelopeSchema)
  const [error] = errors
  if (error === undefined) return { outcome: 'answered', data: parseAnswer(schema, data) } as const
  if (error.type === undefined) throw new ReplyLost('GitHub failed without saying how')
  return { outcome: 'refused', type: error.type } as const
}

function parseAnswer<Value>(schema: v.GenericSchema<unknown, Value>, answer: unknown): Value {
  const parsed = v.safeParse(schema, answer)
  // The issues would quote the answer.
  if (!parsed.success) throw new ReplyLost('GitHub answered in a form that is not known')
  return parsed.output
}

async function ask(access: GitHubAccess, request: Request): Promise<Reply> {
  const sleep = access.sleep ?? wait
  for (let waited = 0; ;) {
    const { reply, pause } = await send(access, request)
    if (pause === undefined) return reply
    waited += pause
    if (waited > LONGEST_PAUSE_MS) throw new PublishFailed('GitHub asks for a longer pause')
    await sleep(pause)
  }
}

/** One request. Throws ReplyLost unless a whole reply came in time that is not a failure of GitHub's. */
async function send(access: GitHubAccess, request: Request) {
  try {
    const response = await (access.fetch ?? fetch)(
      access.apiUrl.replace(/\/+$/, '') + request.path,
      requestInit(access, request),
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    const { status } = response
    if (status < 500)
      return {
        reply: { status, bytes, tokenEndsAt: tokenEnd(response) },
        pause: pauseAsked(response),
      }
  } catch (fault) {
    throw new ReplyLost('GitHub could not be reached, or not in time', { cause: nameOnly(fault) })
  }
  throw new ReplyLost('GitHub answered with a failure of its own')
}

function requestInit({ token, timeoutMs = TIMEOUT_MS }: GitHubAccess, request: Request) {
  return {
    method: request.method,
    headers: {
      accept: request.method === 'GET' ? 'application/vnd.github.raw+json' : 'application/json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'common-chest',
      'x-github-api-version': '2022-11-28',
    },
    // A redirect would carry the token, or lose the body, on its way to an address that nobody configured.
    redirect: 'manual' as const,
    signal: AbortSignal.timeout(timeoutMs),
    ...(request.body && { body: JSON.stringify(request.body) }),
  }
}

/** Milliseconds to wait before the same request may be sent again; undefined where GitHub asks for none. */
function pauseAsked(response: Response): number | undefined {
  const seconds = response.headers.get('retry-after')
  if (seconds === null || ![403, 429].includes(response.status)) return undefined
  return /^\d{1,6}$/.test(seconds) ? Math.max(1, Number(seconds)) * 1000 : Infinity
}

/** GitHub writes `2027-10-12 09:00:00 UTC`, or the distance from it in the place of its name. */
function tokenEnd({ headers }: Response): Instant | undefined {
  const written = headers.get('github-authentication-token-expiration') ?? ''
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/.exec(written) ?? []
  const at = Date.parse(`${day}T${time}${zone === 'UTC' ? 'Z' : zone}`)
  return Number.isNaN(at) ? undefined : at
}

/** The text of a network error can quote a header, and with it the token. */
function nameOnly(fault: unknown): Error {
  return new Error(fault instanceof Error ? fault.name : 'not an error')
}
