import { execFileSync } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readContent } from '../../src/adapters/content/read-content.ts'
import { openDataFolder } from '../../src/commands/host/data-folder.ts'
import { findUndecided } from '../../src/commands/host/example-content.ts'
import { PROJECT_DIR } from '../../src/commands/host/project.ts'
import { openPeriodAt, periodsOf } from '../../src/domain/phase.ts'
import { makeFolder, type Folder } from './small-site.ts'

const NOW = Date.parse('2031-05-14T10:00:00Z')

let folder: Folder
let source: string

beforeEach(async () => {
  folder = await makeFolder()
  source = join(folder.path, 'source')
  await cp(join(PROJECT_DIR, 'content'), source, { recursive: true })
})

afterEach(() => folder.remove())

const open = (keep: boolean) =>
  openDataFolder({ directory: join(folder.path, 'data'), source, keep, now: NOW })

const git = (directory: string, ...words: string[]) =>
  execFileSync('git', words, { cwd: directory, encoding: 'utf8' }).trim()

describe('openDataFolder', () => {
  test('the newest round of the example is open for voting today, the others are over', async () => {
    const { contentDir } = await open(false)
    const { council, rounds } = await readContent(contentDir)
    const newest = findUndecided(rounds)?.round.id
    const voting = rounds.filter(({ round }) =>
      openPeriodAt(periodsOf(round.phases, council.timeZone), 'voting', NOW),
    )
    expect(voting.map(({ round }) => round.id)).toEqual([newest])
    const before = await readContent(source)
    const older = (all: typeof rounds) =>
      all.filter(({ round }) => round.id !== newest).map(({ round }) => round.phases)
    expect(older(rounds)).toEqual(older(before.rounds))
  })

  test('a newest round that has its result keeps its dates', async () => {
    const { rounds } = await readContent(source)
    const undecided = findUndecided(rounds)
    const decided = rounds.map((one) => ({
      ...one,
      result: one === undecided ? 'five' : one.result,
    }))
    expect(findUndecided(decided)).toBeUndefined()
  })

  test('the content is one clean commit on main, with nobody’s own git settings', async () => {
    const { contentDir } = await open(false)
    expect(git(contentDir, 'log', '--format=%an %s %D')).toBe(
      'Common Chest The example council HEAD -> main',
    )
    expect(git(contentDir, 'status', '--porcelain')).toBe('')
  })

  test('the content that it is copied from is not touched', async () => {
    await open(false)
    const file = 'rounds/tranebro-decides-2026/round.md'
    expect(await readFile(join(source, file), 'utf8')).toBe(
      await readFile(join(PROJECT_DIR, 'content', file), 'utf8'),
    )
  })

  test('a fresh start has a new key and nothing of the last one', async () => {
    const first = await open(false)
    await writeFile(join(folder.path, 'data/chest.sqlite'), 'ballots')
    const second = await open(false)
    expect(first.key).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(second.key).not.toBe(first.key)
    await expect(readFile(join(folder.path, 'data/chest.sqlite'))).rejects.toThrow()
  })

  test('a start that keeps goes on with content, store and key', async () => {
    const first = await open(true)
    await writeFile(join(folder.path, 'data/chest.sqlite'), 'ballots')
    git(
      first.contentDir,
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@b',
      'commit',
      '--allow-empty',
      '-m',
      'More',
    )
    const second = await open(true)
    expect([first.kept, second.kept]).toEqual([false, true])
    expect(second.key).toBe(first.key)
    expect(git(second.contentDir, 'log', '--format=%s')).toContain('More')
    expect(await readFile(join(folder.path, 'data/chest.sqlite'), 'utf8')).toBe('ballots')
  })
})
