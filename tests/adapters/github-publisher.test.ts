/**
 * The publisher over GitHub: the contract, and what an error may say.
 *
 * Talks to the local GitHub and its bare repository. Invariant: whether a commit was made is asked of git.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { PublishFailed } from '../../src/domain/fault.ts'
import type { CommitRequest } from '../../src/service/ports.ts'
import { eachTestHas, insteadOf, isMutation, openHub } from './github-home.ts'
import { publisherContract } from './publisher.contract.ts'

publisherContract('GitHub publisher, content in a folder', () => openHome('content/'))
publisherContract('GitHub publisher, content at the root', () => openHome(''))

describe('errors', { timeout: 30_000 }, () => {
  const { current, request, expectNone } = eachTestHas('content')

  test('a refusal is a fault with the status, and without a word of GitHub or the token', async () => {
    const { another } = current()
    const fault = await faultOf(another({ token: 'wrong' }).commit(await request()))
    expect(fault.message).toBe('GitHub answered with status 401')
    expectNone()
  })

  test('a repository that is not there is a fault, not a missing branch', async () => {
    const { another } = current()
    const publisher = another({ repository: 'council/other' })
    await expect(publisher.head('board')).rejects.toThrow(PublishFailed)
    await expect(publisher.commit(await request())).rejects.toThrow(PublishFailed)
    await expect(publisher.commit({ ...(await request()), branch: 'board' })).rejects.toThrow(
      PublishFailed,
    )
  })

  test('a network that fails on the token does not repeat it', async () => {
    const { another } = current()
    const fault = await faultOf(another({ token: 'secret\nsecret' }).head('content'))
    expect(everyWordOf(fault)).not.toContain('secret')
    expect(everyWordOf(fault)).toContain('TypeError')
  })

  test('a server that cannot be reached, or is too slow, is a fault', async () => {
    const { hub, another } = current()
    const nobody = another({ apiUrl: 'http://127.0.0.1:2' })
    await expect(nobody.head('content')).rejects.toThrow(PublishFailed)
    hub.faults.next({ kind: { delayMs: 600 } })
    const fault = await faultOf(another({ timeoutMs: 100 }).head('content'))
    expect(everyWordOf(fault)).toContain('TimeoutError')
    expect(hub.faults.fired).toHaveLength(1)
  })

  test.each([
    [
      'an error that does not say how far it came',
      200,
      '{"data":null,"errors":[{"message":"Oh"}]}',
    ],
    ['a page', 200, '<html>secret page</html>'],
    ['another form', 200, '{"data":{"createCommitOnBranch":{"commit":null}}}'],
    ['half an answer', 200, '{"data":{"createCommit'],
    ['nothing', 200, ''],
  ])('%s instead of the answer: the commit is looked up', async (_, status, body) => {
    const { another, repository } = current()
    const spoiled = insteadOf(isMutation, () => new Response(body, { status }))
    const given = await request()
    const outcome = await another({ fetch: spoiled }).commit(given)
    expect(outcome).toEqual({ outcome: 'committed', commit: repository.git('rev-parse', 'main') })
    expect(repository.git('rev-list', '--count', 'main')).toBe('2')
  })

  test('a commit that takes a file out is looked up by that too', async () => {
    const { another, publisher, repository } = current()
    const picture = { path: 'rounds/spring/pictures/bench.webp', bytes: Uint8Array.of(1) }
    const first = await request()
    const before = await publisher.commit({ ...first, files: [...first.files, picture] })
    if (before.outcome === 'stale') throw new Error('stale')
    const spoiled = insteadOf(isMutation, () => new Response('', { status: 200 }))
    // The file that is written is there already: only the other one tells whether the commit was made.
    const change = { ...first, expectedHead: before.commit, removed: [picture.path] }
    const outcome = await another({ fetch: spoiled }).commit(change)
    expect(outcome).toEqual({ outcome: 'committed', commit: repository.git('rev-parse', 'main') })
    expect(await publisher.readBytes(repository.git('rev-parse', 'main'), picture.path)).toBe(
      undefined,
    )
  })

  test('a redirect is not followed', async () => {
    const { another } = current()
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(307, { location: '/elsewhere' }).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : address
    const fault = await faultOf(another({ apiUrl: `http://127.0.0.1:${port}/` }).head('content'))
    server.close()
    expect(fault.message).toBe('GitHub answered with status 307')
    expect(asked).toEqual(['/graphql'])
  })

  test('a repository or prefix that is none is refused when the publisher is made', () => {
    const { another } = current()
    for (const repository of ['council', 'council/', 'a/b/c', ''])
      expect(() => another({ repository })).toThrow(RangeError)
    expect(() => another({ prefix: 'content' })).toThrow(RangeError)
  })
})

describe('commitsSince', () => {
  const { current, request } = eachTestHas('content')

  test('counts what came to the deployed branch since then, and nothing of the board', async () => {
    const { publisher } = current()
    const start = Date.now()
    const before = start - 60_000
    expect(await publisher.commitsSince?.(before)).toBe(1)
    await publisher.commit(await request())
    await publisher.commit({ ...(await request()), branch: 'board', expectedHead: undefined })
    expect(await publisher.commitsSince?.(before)).toBe(2)
    expect(await publisher.commitsSince?.(start + 60_000)).toBe(0)
  })

  test('is none where the branch does not exist, and a fault where nobody answers', async () => {
    const { another } = current()
    expect(await another({ branch: 'other' }).commitsSince?.(0)).toBe(0)
    const silent = another({ apiUrl: 'http://127.0.0.1:2' })
    await expect(silent.commitsSince?.(0)).rejects.toThrow(PublishFailed)
  })
})

async function openHome(prefix: string) {
  const { repository, publisher, another, close } = await openHub(prefix)
  const race = (requests: readonly CommitRequest[]) =>
    Promise.all(requests.map((request) => another().commit(request)))
  return { publisher, repository, prefix, race, close }
}

async function faultOf(promise: Promise<unknown>): Promise<Error> {
  const fault = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(fault).toBeInstanceOf(PublishFailed)
  if (!(fault instanceof Error)) throw new Error('no fault')
  expect(everyWordOf(fault)).not.toMatch(/Bad credentials|github_pat/)
  return fault
}

/** Message, stack and causes, as a careless log would print them. */
function everyWordOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return `${fault.message} ${fault.stack} ${JSON.stringify(fault)} ${everyWordOf(fault.cause)}`
}
