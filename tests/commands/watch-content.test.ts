import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeRebuilder } from '../../src/commands/host/rebuild.ts'
import { watchContent } from '../../src/commands/host/watch-content.ts'
import { makeFolder, type Folder } from './small-site.ts'

let folder: Folder

beforeEach(async () => {
  folder = await makeFolder()
  git('init', '--quiet', '--initial-branch=main')
  commit()
})

afterEach(() => folder.remove())

function git(...words: readonly string[]): string {
  return execFileSync('git', words, { cwd: folder.path, encoding: 'utf8' }).trim()
}

function commit(): string {
  const identity = ['-c', 'user.name=Clerk', '-c', 'user.email=clerk@example.org']
  git(...identity, 'commit', '--quiet', '--allow-empty', '--message=A change')
  return git('rev-parse', 'main')
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

describe('watchContent', () => {
  test('tells of each new commit of its branch, and of nothing else', async () => {
    const seen: string[] = []
    const watch = await watchContent({
      directory: folder.path,
      onCommit: (id) => void seen.push(id),
      everyMs: 20,
    })
    git('branch', 'board')
    await pause(80)
    expect(seen).toEqual([])
    const first = commit()
    await expect.poll(() => seen).toEqual([first])
    git('pack-refs', '--all')
    await pause(80)
    expect(seen).toEqual([first])
    const second = commit()
    await expect.poll(() => seen).toEqual([first, second])
    watch.stop()
    commit()
    await pause(80)
    expect(seen).toHaveLength(2)
  })
})

describe('makeRebuilder', () => {
  test('changes during a run are met by one more run', async () => {
    let runs = 0
    let atOnce = 0
    const rebuilder = makeRebuilder(async () => {
      runs += 1
      atOnce += 1
      expect(atOnce).toBe(1)
      await pause(20)
      atOnce -= 1
    })
    rebuilder.ask()
    await pause(5)
    rebuilder.ask()
    rebuilder.ask()
    await rebuilder.settled()
    expect(runs).toBe(2)
    rebuilder.ask()
    await rebuilder.settled()
    expect(runs).toBe(3)
  })
})
