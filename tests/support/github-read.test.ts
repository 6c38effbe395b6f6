/**
 * Proves the reading side of the local GitHub, and the way to a first branch by REST.
 * Talks to: a bare repository of its own, through the server and, to check it, through git directly.
 * Invariant: what the server answers is compared with what git itself says.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, openFixture } from './github-fixture.ts'
import type { GitHubFixture } from './github-fixture.ts'

let github: GitHubFixture

beforeAll(async () => {
  github = await openFixture()
})

afterAll(() => github.close())

beforeEach(() => void github.restart())

describe('reading', () => {
  const QUERY = `query ($at: String!) { repository(owner: "council", name: "chest") {
    ref(qualifiedName: "refs/heads/main") { target { oid } }
    object(expression: $at) {
      ... on Blob { oid text isBinary isTruncated byteSize }
      ... on Tree { entries { name type } }
    }
  } }`

  test('GraphQL gives the head, a text, a binary file, a folder and null', async () => {
    await github.commit({ 'd/t.txt': 'hæ', 'd/b.bin': 'a\0b', 'd/big': 'x'.repeat(600_000) })
    const read = async (path: string) =>
      at(await github.graphql(QUERY, { at: path }), 'data', 'repository')
    const text = await read('main:d/t.txt')
    expect(at(text, 'ref')).toEqual({ target: { oid: github.git('rev-parse', 'main') } })
    const facts = {
      oid: github.git('rev-parse', 'main:d/t.txt'),
      isBinary: false,
      isTruncated: false,
    }
    expect(at(text, 'object')).toEqual({ ...facts, text: 'hæ', byteSize: 3 })
    expect(at(await read('main:d/b.bin'), 'object')).toMatchObject({ isBinary: true, text: null })
    expect(at(await read('main:d/big'), 'object')).toMatchObject({ isTruncated: true })
    expect(at(await read('main:d'), 'object', 'entries')).toHaveLength(3)
    expect(at(await read('main:nothing'), 'object')).toBeNull()
  })

  test('REST gives the head, a file as JSON and raw, and the whole tree', async () => {
    await github.commit({ 'd/ø e.txt': 'hæ', 'a#b': '2' })
    const oid = github.git('rev-parse', 'main')
    expect(at(await github.rest('git/ref/heads/main'), 'body', 'object')).toEqual({
      type: 'commit',
      sha: oid,
    })
    const path = `contents/d/${encodeURIComponent('ø e.txt')}`
    const file = await github.rest(`${path}?ref=main`)
    expect(Buffer.from(String(at(file.body, 'content')), 'base64').toString()).toBe('hæ')
    const accept = 'application/vnd.github.raw+json'
    const raw = await github.call(`/repos/council/chest/${path}?ref=main`, undefined, { accept })
    expect(await raw.text()).toBe('hæ')
    const tree = await github.rest(`git/trees/${oid}?recursive=1`)
    const paths = [0, 1, 2, 3].map((entry) => at(tree.body, 'tree', entry, 'path'))
    expect(paths).toEqual(['a#b', 'd', 'd/ø e.txt', undefined])
    for (const lost of ['git/ref/heads/no', 'contents/no?ref=main', 'git/trees/no', 'no']) {
      expect((await github.rest(lost)).status).toBe(404)
    }
  })
})

describe('the first branch, by REST', () => {
  test('an orphan is made of blob, tree, commit and reference, once', async () => {
    const content = Buffer.from('{"votes":0}').toString('base64')
    const blob = await github.rest('git/blobs', { content, encoding: 'base64' })
    const entry = { path: 'board/x.json', mode: '100644', type: 'blob', sha: at(blob.body, 'sha') }
    const tree = await github.rest('git/trees', { tree: [entry] })
    const made = await github.rest('git/commits', {
      message: 'Start',
      tree: at(tree.body, 'sha'),
      parents: [],
    })
    const ref = { ref: 'refs/heads/board', sha: at(made.body, 'sha') }
    expect((await github.rest('git/refs', ref)).status).toBe(201)
    expect(github.git('show', 'board:board/x.json')).toBe('{"votes":0}')
    expect(github.git('rev-list', '--count', 'board')).toBe('1')
    const again = await github.rest('git/refs', ref)
    expect(again).toMatchObject({ status: 422, body: { message: 'Reference already exists' } })
    expect((await github.rest('git/refs', { ref: 'board' })).status).toBe(422)
    github.git('update-ref', '-d', 'refs/heads/board')
  })

  test('an empty repository refuses with 409', async () => {
    github.git('update-ref', '-d', 'refs/heads/main')
    expect((await github.rest('git/blobs', { content: 'x' })).status).toBe(409)
  })
})
