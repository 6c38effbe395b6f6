/**
 * Proves that the local GitHub makes real commits, refuses what GitHub would, and faults on order.
 * Talks to: a bare repository of its own, through the server and, to check it, through git directly.
 * Invariant: what a test says about the repository it has read with git, not from the server.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, input, MUTATION, openFixture, TOKEN } from './github-fixture.ts'
import type { GitHubFixture } from './github-fixture.ts'

let github: GitHubFixture
let head: string

beforeAll(async () => {
  github = await openFixture()
})

afterAll(() => github.close())

beforeEach(() => {
  head = github.restart()
})

afterEach(() => github.hub.faults.clear())

describe('a commit', () => {
  test('is in the repository, with its files, message and parent', async () => {
    const answer = await github.commit({ 'content/træ.yaml': 'navn: Træ €\n', 'a.txt': '1' })
    const oid = github.git('rev-parse', 'main')
    const url = `https://github.com/council/chest/commit/${oid}`
    const ref = { name: 'main', target: { oid } }
    expect(answer).toEqual({ data: { createCommitOnBranch: { commit: { oid, url }, ref } } })
    expect(github.git('show', 'main:content/træ.yaml')).toBe('navn: Træ €')
    expect(github.git('rev-parse', 'main^')).toBe(head)
    expect(github.git('show', '-s', '--format=%s|%b', 'main')).toBe('Publish|The whole batch.')
    expect(github.git('fsck', '--strict')).toBe('')
  })

  test('deletes, replaces a file by a folder, and keeps the rest', async () => {
    await github.commit({ keep: 'k', gone: 'g', swap: 'file' })
    const change = input(github.git('rev-parse', 'main'), { 'swap/inside': 'folder' })
    change.fileChanges.deletions.push({ path: 'gone' }, { path: 'swap' })
    await github.graphql(MUTATION, { input: change })
    expect(github.git('ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual([
      'keep',
      'swap/inside',
    ])
  })

  test('on an old head is stale in the way GitHub says it, and changes nothing', async () => {
    await github.commit({ a: '1' })
    const before = github.git('rev-parse', 'main')
    const answer = await github.commit({ a: '2' }, { expectedHeadOid: head })
    expect(at(answer, 'data')).toEqual({ createCommitOnBranch: null })
    const error = at(answer, 'errors', 0)
    expect(error).toMatchObject({ type: 'STALE_DATA', path: ['createCommitOnBranch'] })
    expect(at(error, 'message')).toContain(`Expected branch to point to "${head}"`)
    expect(github.git('rev-parse', 'main')).toBe(before)
  })

  test('of many at once on one head wins once', async () => {
    const writers = Array.from({ length: 8 }, (_, writer) => ({ f: String(writer) }))
    const all = await Promise.all(writers.map((files) => github.commit(files)))
    const types = all.map((answer) => at(answer, 'errors', 0, 'type'))
    expect(types.filter((type) => type === undefined)).toHaveLength(1)
    expect(types.filter((type) => type === 'STALE_DATA')).toHaveLength(7)
    expect(github.git('rev-list', '--count', 'main')).toBe('2')
  })

  test.each([
    [
      'a path out of the repository',
      { fileChanges: { additions: [{ path: '../x', contents: '' }] } },
    ],
    ['a path into .git', { fileChanges: { additions: [{ path: '.git/config', contents: '' }] } }],
    ['deleting what is not there', { fileChanges: { deletions: [{ path: 'nothing' }] } }],
  ])('is refused for %s', async (_, changes) => {
    const answer = await github.commit({}, changes)
    expect(at(answer, 'errors', 0)).toMatchObject({ type: 'UNPROCESSABLE' })
    expect(github.git('rev-parse', 'main')).toBe(head)
  })

  test('is refused for a branch or a repository that is not there', async () => {
    const elsewhere = { repositoryNameWithOwner: 'other/repo', branchName: 'main' }
    const nowhere = { repositoryNameWithOwner: 'council/chest', branchName: 'board' }
    for (const branch of [elsewhere, nowhere]) {
      const answer = await github.commit({ a: '1' }, { branch })
      expect(at(answer, 'errors', 0)).toMatchObject({ type: 'NOT_FOUND' })
    }
  })
})

describe('the schema', () => {
  const files = (contents: string) => ({ additions: [{ path: 'a', contents }] })

  test.each([
    ['an unknown input field', { surprise: true }, 'Field "surprise" is not defined'],
    ['a missing head', { expectedHeadOid: undefined }, '"expectedHeadOid" of required type'],
    ['a head that is no object id', { expectedHeadOid: 'main' }, 'GitObjectID cannot represent'],
    ['a number for the headline', { message: { headline: 7 } }, 'String cannot represent'],
    ['a missing headline', { message: { body: 'b' } }, '"headline" of required type'],
    ['contents that are not base64', { fileChanges: files('æ') }, 'Base64String cannot represent'],
    [
      'deletions as strings',
      { fileChanges: { deletions: ['a'] } },
      '"FileDeletion" to be an object',
    ],
  ])('refuses %s', async (_, change, message) => {
    const variables = { input: { ...input(head, { a: '1' }), ...change } }
    const answer = await github.graphql(MUTATION, variables)
    expect(at(answer, 'data')).toBeUndefined()
    expect(at(answer, 'errors', 0, 'message')).toContain(message)
    expect(github.git('rev-parse', 'main')).toBe(head)
  })

  test('refuses an unknown field, a wrong variable type and broken syntax', async () => {
    const operations = [
      MUTATION.replace('oid url', 'oid hash'),
      MUTATION.replace('CreateCommitOnBranchInput!', 'String!'),
      MUTATION.replace('input: $input', 'data: $input'),
      MUTATION.slice(0, -1),
      '',
    ]
    for (const operation of operations) {
      const answer = await github.graphql(operation, { input: input(head, { a: '1' }) })
      expect(at(answer, 'errors', 0, 'message')).toBeTypeOf('string')
    }
    expect(github.git('rev-parse', 'main')).toBe(head)
  })

  test('a field this server does not serve is an error, not a null', async () => {
    const answer = await github.graphql(
      '{ repository(owner: "council", name: "chest") { description } }',
    )
    expect(at(answer, 'errors', 0, 'message')).toContain('Repository.description')
  })
})

describe('refusals and faults', () => {
  test('a wrong token is 401, broken JSON 400', async () => {
    const wrong = await github.call('/graphql', { query: '{ x }' }, { authorization: 'Bearer no' })
    expect(wrong.status).toBe(401)
    const headers = { authorization: `Bearer ${TOKEN}` }
    const broken = await fetch(`${github.hub.url}/graphql`, { method: 'POST', headers, body: '{' })
    expect(broken.status).toBe(400)
  })

  const write = () =>
    github.call('/graphql', { query: MUTATION, variables: { input: input(head, { a: '1' }) } })
  const commits = () => Number(github.git('rev-list', '--count', 'main')) - 1

  test('403 with retry-after: nothing done', async () => {
    github.hub.faults.next({ kind: { status: 403, retryAfter: 30 } })
    const answer = await write()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([403, '30'])
    expect(at(await answer.json(), 'message')).toContain('secondary rate limit')
    expect(commits()).toBe(0)
  })

  test.each([
    ['502-before-commit', 0],
    ['502-after-commit', 1],
  ] as const)('%s: HTML, and %i commits; a read before it passes', async (kind, made) => {
    github.hub.faults.next({ kind })
    expect((await github.rest('git/ref/heads/main')).status).toBe(200)
    const answer = await write()
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('<html>')])
    expect(commits()).toBe(made)
    expect(github.hub.faults.fired.map((fault) => fault.kind)).toEqual([kind])
  })

  test('drop-after-commit: no answer, and a commit', async () => {
    github.hub.faults.next({ kind: 'drop-after-commit' })
    await expect(write()).rejects.toThrow('fetch failed')
    expect(commits()).toBe(1)
    expect(github.hub.log.at(-1)).toEqual({
      method: 'POST',
      path: '/graphql',
      writes: true,
      status: 0,
    })
  })

  test('stale: refused although the head is right', async () => {
    github.hub.faults.next({ kind: 'stale' })
    const answer: unknown = await (await write()).json()
    expect(at(answer, 'errors', 0)).toMatchObject({ type: 'STALE_DATA' })
    expect(commits()).toBe(0)
  })

  test('a delay, on the request that matches only', async () => {
    github.hub.faults.next({ kind: { delayMs: 200 }, match: ({ method }) => method === 'GET' })
    expect((await write()).status).toBe(200)
    const start = performance.now()
    expect((await github.rest('git/ref/heads/main')).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThan(190)
    expect(github.hub.faults.waiting()).toBe(0)
  })
})
