/**
 * A publisher on the local GitHub for the tests, and ways to spoil what it is answered.
 *
 * Talks to the local GitHub and its bare repository. Invariant: whether a commit was made is asked of git.
 */
import { afterEach, beforeEach, expect } from 'vitest'
import { makeGitHubPublisher } from '../../src/adapters/github/publisher.ts'
import type { GitHubPublisherOptions } from '../../src/adapters/github/publisher.ts'
import type { Publisher } from '../../src/service/ports.ts'
import { startGitHub } from '../support/github-server.ts'
import type { GitHubCall, GitHubServer } from '../support/github-server.ts'
import { makeRepository } from './publisher-repository.ts'
import type { TestRepository } from './publisher-repository.ts'
import { aCommit, FIRST_FILES } from './publisher.contract.ts'
import type { Outcome } from './publisher.contract.ts'

const TOKEN = 'github_pat_for_tests'
const RESULT = 'content/rounds/spring/result.md'

export type Hub = {
  readonly hub: GitHubServer
  readonly repository: TestRepository
  readonly publisher: Publisher
  /** Milliseconds of every pause that the publisher made; none of them is really waited for. */
  readonly pauses: number[]
  /** Another publisher on the same repository. */
  another(given?: Partial<GitHubPublisherOptions>): Publisher
}

export async function openHub(
  prefix: string,
  tokenEnds?: string,
): Promise<Hub & { close(): Promise<void> }> {
  const outside = prefix === '' ? {} : { 'README.md': 'Not content.\n' }
  const below = Object.entries(FIRST_FILES).map(([path, text]) => [prefix + path, text])
  const repository = makeRepository({ ...outside, ...Object.fromEntries(below) }, { bare: true })
  const server = { repositoryDir: repository.directory, owner: 'council', name: 'chest' }
  const hub = await startGitHub({ ...server, token: TOKEN, ...(tokenEnds && { tokenEnds }) })
  const pauses: number[] = []
  const another: Hub['another'] = (given = {}) =>
    makeGitHubPublisher({
      apiUrl: hub.url,
      repository: 'council/chest',
      branch: 'main',
      token: TOKEN,
      prefix,
      sleep: (ms) => Promise.resolve(pauses.push(ms)),
      ...given,
    })
  const close = async () => {
    await hub.stop()
    repository.remove()
  }
  return { hub, repository, publisher: another(), pauses, another, close }
}

export function eachTestHas(branch: 'content' | 'board') {
  let open: Awaited<ReturnType<typeof openHub>>
  beforeEach(async () => {
    open = await openHub('content/')
  })
  afterEach(() => open.close())
  const name = branch === 'content' ? 'main' : 'board'
  const message = 'Results: spring, 812 ballots'
  const made = () =>
    open.repository
      .git('log', '--all', '--format=%s')
      .split('\n')
      .filter((line) => line === message)
  return {
    current: (): Hub => open,
    request: async () =>
      aCommit({ branch, message, expectedHead: await open.publisher.head(branch) }),
    /** Of all branches: the commit is there once, and the outcome names the head that holds it. */
    expectOnce(outcome: Outcome) {
      const head = open.repository.git('rev-parse', name)
      expect(outcome).toEqual({ outcome: 'committed', commit: head })
      expect(made()).toEqual([message])
      expect(open.repository.bytes(head, RESULT).toString()).toBe('selected: [bench]\n')
    },
    expectNone: () => expect(made()).toEqual([]),
  }
}

export function isMutation(call: Pick<GitHubCall, 'path' | 'writes'>): boolean {
  return call.path === '/graphql' && call.writes
}

/** The last of the requests that make a branch: before it nothing can be seen. */
export function isReference(call: Pick<GitHubCall, 'path' | 'method'>): boolean {
  return call.method === 'POST' && call.path.endsWith('/git/refs')
}

/** A fetch that does something else between the first matching request and whoever waits for it. */
export function afterFirst(
  match: (call: GitHubCall) => boolean,
  then: () => Promise<unknown>,
): typeof globalThis.fetch {
  let isDone = false
  return async (input, init) => {
    const matches = !isDone && match(asCall(input, init))
    const answer = await fetch(input, init).catch((error: unknown) => ({ error }))
    if (matches) {
      isDone = true
      await then()
    }
    if ('error' in answer) throw answer.error
    return answer
  }
}

/** A fetch whose first matching answer is replaced, after the real one was given. */
export function insteadOf(
  match: (call: GitHubCall) => boolean,
  answer: () => Response,
): typeof globalThis.fetch {
  let isDone = false
  return async (input, init) => {
    const real = await fetch(input, init)
    if (isDone || !match(asCall(input, init))) return real
    isDone = true
    await real.arrayBuffer()
    return answer()
  }
}

function asCall(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): GitHubCall {
  const path = new URL(String(input)).pathname
  const body = String(init?.body)
  const writes = init?.method === 'POST' && (path !== '/graphql' || body.includes('mutation'))
  return { method: init?.method ?? 'GET', path, body, writes }
}
