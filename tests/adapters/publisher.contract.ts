/**
 * What every publisher must do: the contract that the local repository and GitHub both keep.
 *
 * Talks to a publisher and, to check it, to git. Invariant: nothing here knows which publisher it tests.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CommitRequest, Publisher } from '../../src/service/ports.ts'
import type { TestRepository } from './publisher-repository.ts'

/** A publisher over a new repository: branch `main` with FIRST_FILES below the prefix, no branch `board`. */
export type PublisherHome = {
  readonly publisher: Publisher
  readonly repository: TestRepository
  /** Folder of the content in the repository; empty where it is the root. */
  readonly prefix: string
  /** Carries out both requests at the same time, by writers that do not know of each other. */
  race(requests: readonly [CommitRequest, CommitRequest]): Promise<readonly Outcome[]>
  close(): Promise<void>
}

export type Outcome = Awaited<ReturnType<Publisher['commit']>>

export const FIRST_FILES = { 'council.md': '# Council\n', 'rounds/spring/round.md': 'budget: 1\n' }

/** Letters of more than one byte, a byte order mark, both line ends, one letter in two forms, no last line end. */
const DIFFICULT_TEXT = '\ufeffnavn;beløb\r\nTræer på Ærø 🌳;15.000 kr.\n\u00e9 e\u0301 \u0000 ĳ\tß'

/** Ends on the second byte of a letter wherever a reader might cut. */
const LONG_TEXT = 'æ€🌳\n'.repeat(200_000)

const UNKNOWN_COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** Three of many: tests/adapters/published-files.test.ts has the others. */
const BAD_PATHS = ['../outside.md', '/etc/passwd', '.git/config']

export function publisherContract(name: string, open: () => Promise<PublisherHome>): void {
  describe(name, { timeout: 30_000 }, () => {
    let home: PublisherHome
    beforeEach(async () => {
      home = await open()
    })
    afterEach(() => home.close())
    const current = () => home
    describeReading(current)
    describeFolders(current)
    describeWriting(current)
    describeBoard(current)
    describeRefusals(current)
  })
}

/** A commit of one file on the content branch, of which only what matters need be said. */
export function aCommit(given: Partial<CommitRequest> & Pick<CommitRequest, 'expectedHead'>) {
  const files = [{ path: 'rounds/spring/result.md', text: 'selected: [bench]\n' }]
  return { branch: 'content' as const, message: 'Results: spring, 812 ballots', files, ...given }
}

function describeReading(home: () => PublisherHome): void {
  test('the head of a branch is its newest commit, and a missing branch has none', async () => {
    const { publisher, repository } = home()
    expect(await publisher.head('content')).toBe(repository.git('rev-parse', 'main'))
    expect(await publisher.head('board')).toBeUndefined()
    repository.git('update-ref', 'refs/heads/board/old', 'main')
    expect(await publisher.head('board')).toBeUndefined()
  })

  test('a file is read as it was at a commit, also after it changed', async () => {
    const { publisher } = home()
    const before = await headOf(publisher)
    const files = [{ path: 'council.md', text: '# New name\n' }]
    const after = await committed(publisher, aCommit({ expectedHead: before, files }))
    expect(await publisher.read(before, 'council.md')).toBe('# Council\n')
    expect(await publisher.read(after, 'council.md')).toBe('# New name\n')
  })

  test('there is no text where there is no file: nothing, a folder, an unknown commit', async () => {
    const { publisher } = home()
    const head = await headOf(publisher)
    expect(await publisher.read(head, 'rounds/spring/result.md')).toBeUndefined()
    expect(await publisher.read(head, 'rounds/spring')).toBeUndefined()
    expect(await publisher.read(head, 'council.md/round.md')).toBeUndefined()
    expect(await publisher.read(UNKNOWN_COMMIT, 'council.md')).toBeUndefined()
  })

  test('answers each of many questions at once with its own file, or with none', async () => {
    const { publisher } = home()
    const head = await headOf(publisher)
    const paths = ['council.md', 'rounds/none.md', 'rounds', 'council.md']
    const alone = await publisher.read(head, 'council.md')
    const together = await Promise.all(paths.map((path) => publisher.read(head, path)))
    expect(alone).toBeDefined()
    expect(together).toEqual([alone, undefined, undefined, alone])
  })
}

function describeFolders(home: () => PublisherHome): void {
  test('all texts of a folder are read by their names, and nothing of the folders in it', async () => {
    const { publisher } = home()
    const before = await headOf(publisher)
    const files = [
      { path: 'rounds/spring/proposals/æ 🌳.md', text: DIFFICULT_TEXT },
      { path: 'rounds/spring/proposals/empty.md', text: '' },
      { path: 'rounds/spring/proposals/older/park.md', text: 'cost: 2\n' },
      { path: 'rounds/spring/proposals-2/pool.md', text: 'cost: 3\n' },
    ]
    const after = await committed(publisher, aCommit({ expectedHead: before, files }))
    const proposals = 'rounds/spring/proposals'
    expect(await publisher.readFolder(after, proposals)).toEqual(
      new Map([
        ['empty.md', ''],
        ['æ 🌳.md', DIFFICULT_TEXT],
      ]),
    )
    expect(await publisher.readFolder(after, 'rounds/spring')).toEqual(
      new Map([['round.md', FIRST_FILES['rounds/spring/round.md']]]),
    )
  })

  test('there are no texts where there is no folder: nothing, a file, an unknown commit', async () => {
    const { publisher } = home()
    const head = await headOf(publisher)
    for (const path of ['rounds/autumn', 'council.md'])
      expect(await publisher.readFolder(head, path)).toEqual(new Map())
    expect(await publisher.readFolder(UNKNOWN_COMMIT, 'rounds/spring')).toEqual(new Map())
    await expect(publisher.readFolder(head, '../outside')).rejects.toThrow(RangeError)
    await expect(publisher.readFolder('main', 'rounds')).rejects.toThrow(RangeError)
  })
}

function describeWriting(home: () => PublisherHome): void {
  test('many files are one commit on the head, with its message, and nothing else changes', async () => {
    const { publisher, repository, prefix } = home()
    const before = await headOf(publisher)
    const files = Array.from({ length: 120 }, (_, n) => ({
      path: `rounds/spring/proposals/proposal-${n}.md`,
      text: `cost: ${n}\n`,
    }))
    const message = 'Results: spring, 812 ballots\n\nFirst line.\n\nSecond line.'
    const commit = await committed(publisher, aCommit({ expectedHead: before, files, message }))
    expect(repository.git('rev-parse', 'main', 'main^').split('\n')).toEqual([commit, before])
    expect(repository.git('log', '-1', '--format=%B', 'main')).toBe(message)
    const changed = repository.git('diff', '--name-status', '--no-renames', before, commit)
    const expected = files.map(({ path }) => `A\t${prefix}${path}`)
    expect(changed.split('\n').toSorted()).toEqual(expected.toSorted())
    expect(repository.bytes(commit, `${prefix}${files[119]?.path}`).toString()).toBe('cost: 119\n')
  })

  test('a difficult text in a path with unusual letters survives byte for byte', async () => {
    const { publisher, repository, prefix } = home()
    const path = 'rounds/bæredygtig år/æøå ĳ – 🌳 100% #1 ?.md'
    const files = [{ path, text: DIFFICULT_TEXT }]
    const request = aCommit({ expectedHead: await headOf(publisher), files })
    const commit = await committed(publisher, request)
    expect(repository.bytes(commit, prefix + path)).toEqual(Buffer.from(DIFFICULT_TEXT, 'utf8'))
    expect(await publisher.read(commit, path)).toBe(DIFFICULT_TEXT)
  })

  test('a text of two million bytes, and an empty one, are read back whole', async () => {
    const { publisher } = home()
    const long = { path: 'rounds/spring/results/1/ballots.csv', text: LONG_TEXT }
    const files = [long, { path: 'empty.txt', text: '' }]
    const request = aCommit({ expectedHead: await headOf(publisher), files })
    const commit = await committed(publisher, request)
    expect((await publisher.read(commit, long.path)) === LONG_TEXT).toBe(true)
    expect(await publisher.read(commit, 'empty.txt')).toBe('')
  })

  test('a picture is committed with a text in one commit, and is read back byte for byte', async () => {
    const { publisher, repository, prefix } = home()
    const before = await headOf(publisher)
    const path = 'rounds/spring/pictures/lit-path.webp'
    const bytes = Uint8Array.from({ length: 160_000 }, (_, at) => (at * at) >> 3)
    const text = { path: 'rounds/spring/proposals/lit-path.md', text: 'title: A lit path\n' }
    const request = aCommit({ expectedHead: before, files: [{ path, bytes }, text] })
    const commit = await committed(publisher, request)
    expect(repository.bytes(commit, prefix + path)).toEqual(Buffer.from(bytes))
    expect(repository.git('rev-parse', 'main^')).toBe(before)
    expect(Buffer.from((await publisher.readBytes(commit, path)) ?? [])).toEqual(Buffer.from(bytes))
    expect(await publisher.read(commit, text.path)).toBe(text.text)
    expect(await publisher.readBytes(before, path)).toBeUndefined()
    expect(await publisher.readBytes(commit, 'rounds/spring/pictures')).toBeUndefined()
    await expect(publisher.readBytes(commit, '../outside.webp')).rejects.toThrow(RangeError)
  })

  test('a file goes in the same commit as another is written, and can come back', async () => {
    const { publisher, repository, prefix } = home()
    const path = 'rounds/spring/pictures/bench-æ.webp'
    const picture = { path, bytes: Uint8Array.of(1, 2, 3) }
    const [was, is] = ['one', 'two'].map((text) => ({ path: 'rounds/spring/bench.md', text }))
    const at = await headOf(publisher)
    const files = [picture, ...(was ? [was] : [])]
    const before = await committed(publisher, aCommit({ expectedHead: at, files }))
    const change = { expectedHead: before, files: is ? [is] : [], removed: [path] }
    const commit = await committed(publisher, aCommit(change))
    expect(await publisher.readBytes(commit, path)).toBeUndefined()
    expect(await publisher.readBytes(before, path)).toBeDefined()
    expect(await publisher.read(commit, 'rounds/spring/bench.md')).toBe('two')
    const changed = repository.git('diff', '--name-only', '-z', before, commit).split('\0')
    expect(changed.filter(Boolean).toSorted()).toEqual(
      [`${prefix}rounds/spring/bench.md`, prefix + path].toSorted(),
    )
    const again = await committed(publisher, aCommit({ expectedHead: commit, files: [picture] }))
    expect(await publisher.readBytes(again, path)).toBeDefined()
    const both = { expectedHead: again, files: [picture], removed: [path] }
    await expect(publisher.commit(aCommit(both))).rejects.toThrow(RangeError)
    const outside = { expectedHead: again, files: [picture], removed: ['../outside.webp'] }
    await expect(publisher.commit(aCommit(outside))).rejects.toThrow(RangeError)
  })

  test('of two at once on one head exactly one wins, and the other is told that it is stale', async () => {
    const { publisher, repository, race } = home()
    const expectedHead = await headOf(publisher)
    const outcomes = await race([
      aCommit({ expectedHead, message: 'One', files: [{ path: 'who.txt', text: 'one' }] }),
      aCommit({ expectedHead, message: 'Two', files: [{ path: 'who.txt', text: 'two' }] }),
    ])
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'stale'])
    const head = await headOf(publisher)
    expect(outcomes).toContainEqual({ outcome: 'committed', commit: head })
    expect(repository.git('rev-parse', 'main^')).toBe(expectedHead)
    const winner = outcomes[0]?.outcome === 'committed' ? 'one' : 'two'
    expect(await publisher.read(head, 'who.txt')).toBe(winner)
  })
}

function describeBoard(home: () => PublisherHome): void {
  const opening = { path: 'rounds/spring/0.json', text: `{"title":"${DIFFICULT_TEXT}"}` }
  const picture = { path: 'seal.webp', bytes: Uint8Array.of(0, 255, 13, 10, 128) }
  const first = aCommit({
    branch: 'board',
    expectedHead: undefined,
    message: 'Checkpoint 0',
    files: [opening, { path: 'readme.md', text: 'The board.\n' }, picture],
  })

  test('its first commit is an orphan that shares no history with the content', async () => {
    const { publisher, repository, prefix } = home()
    const content = await headOf(publisher)
    const commit = await committed(publisher, first)
    expect(await publisher.head('board')).toBe(commit)
    expect(repository.git('rev-list', '--parents', 'board')).toBe(commit)
    expect(repository.git('log', '-1', '--format=%B', 'board')).toBe('Checkpoint 0')
    const there = repository.git('ls-tree', '-r', '--name-only', 'board').split('\n')
    expect(there).toEqual(
      ['readme.md', 'rounds/spring/0.json', 'seal.webp'].map((path) => prefix + path),
    )
    expect(repository.bytes(commit, `${prefix}seal.webp`)).toEqual(Buffer.from(picture.bytes))
    expect(await publisher.read(commit, 'rounds/spring/0.json')).toBe(opening.text)
    expect(await headOf(publisher)).toBe(content)
  })

  test('the next commit stands on the first and keeps its files', async () => {
    const { publisher, repository } = home()
    const zero = await committed(publisher, first)
    const files = [{ path: 'rounds/spring/1.json', text: '{"n":1}' }]
    const one = await committed(publisher, { ...first, expectedHead: zero, files })
    expect(repository.git('rev-list', 'board').split('\n')).toEqual([one, zero])
    expect(await publisher.read(one, 'rounds/spring/0.json')).toBe(opening.text)
  })

  test('a second first commit is stale, and so are all but one of two at once', async () => {
    const { publisher, repository, race } = home()
    const outcomes = await race([first, { ...first, message: 'Another checkpoint 0' }])
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['committed', 'stale'])
    expect(await publisher.commit(first)).toEqual({ outcome: 'stale' })
    expect(repository.git('rev-list', '--count', 'board')).toBe('1')
  })

  test('a commit on a board that is not there is stale', async () => {
    const { publisher } = home()
    const request = { ...first, expectedHead: await headOf(publisher) }
    expect(await publisher.commit(request)).toEqual({ outcome: 'stale' })
    expect(await publisher.head('board')).toBeUndefined()
  })
}

function describeRefusals(home: () => PublisherHome): void {
  test('a commit on an old or unknown head is stale, and nothing is written', async () => {
    const { publisher, repository } = home()
    const old = await headOf(publisher)
    const files = [{ path: 'council.md', text: 'first' }]
    const head = await committed(publisher, aCommit({ expectedHead: old, files }))
    for (const expectedHead of [old, UNKNOWN_COMMIT, undefined])
      expect(await publisher.commit(aCommit({ expectedHead }))).toEqual({ outcome: 'stale' })
    expect(await headOf(publisher)).toBe(head)
    expect(repository.git('rev-list', '--count', '--all')).toBe('2')
  })

  test.each(BAD_PATHS)('the path %j is refused, and nothing is written or read', async (path) => {
    const { publisher, repository } = home()
    const head = await headOf(publisher)
    const files = [
      { path: 'good.md', text: '' },
      { path, text: '' },
    ]
    await expect(publisher.commit(aCommit({ expectedHead: head, files }))).rejects.toThrow(
      RangeError,
    )
    await expect(publisher.read(head, path)).rejects.toThrow(RangeError)
    expect(repository.git('rev-list', '--all')).toBe(head)
  })

  test('no file, one path twice, and a commit that is no id are refused', async () => {
    const { publisher } = home()
    const expectedHead = await headOf(publisher)
    const twice = [1, 2].map((n) => ({ path: 'council.md', text: `${n}` }))
    for (const files of [[], twice])
      await expect(publisher.commit(aCommit({ expectedHead, files }))).rejects.toThrow(RangeError)
    for (const commit of ['main', 'HEAD', `${expectedHead}^`, '--all', '']) {
      await expect(publisher.read(commit, 'council.md')).rejects.toThrow(RangeError)
      await expect(publisher.readBytes(commit, 'council.md')).rejects.toThrow(RangeError)
    }
  })
}

export async function headOf(publisher: Publisher): Promise<string> {
  const head = await publisher.head('content')
  if (head === undefined) throw new Error('the content branch has no head')
  return head
}

export async function committed(publisher: Publisher, request: CommitRequest): Promise<string> {
  const outcome = await publisher.commit(request)
  if (outcome.outcome !== 'committed') throw new Error(`not committed but ${outcome.outcome}`)
  return outcome.commit
}
