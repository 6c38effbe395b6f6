/**
 * The publisher over a local repository: the contract, the working tree, and whose settings count.
 *
 * Talks to git, the temporary folder and forked processes. Invariant: what a test says about the repository
 * it has from git.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openGit } from '../../src/adapters/git/git-command.ts'
import type { Git } from '../../src/adapters/git/git-command.ts'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import { followHead } from '../../src/adapters/git/working-tree.ts'
import { PublishFailed } from '../../src/domain/fault.ts'
import type { CommitRequest } from '../../src/service/ports.ts'
import { eachTestHas, expectFolderAtHead, startWorkers } from './git-home.ts'
import { makeRepository, writeInto } from './publisher-repository.ts'
import type { TestRepository } from './publisher-repository.ts'
import { aCommit, committed, FIRST_FILES, headOf, publisherContract } from './publisher.contract.ts'

const RESULT = 'rounds/spring/result.md'

publisherContract('git publisher', async () => {
  const repository = makeRepository(FIRST_FILES)
  const publisher = makeGitPublisher({ directory: repository.directory })
  const race = async (requests: readonly CommitRequest[]) => {
    const workers = await startWorkers(repository.directory)
    const reports = await workers.run(requests.map((request) => [request]))
    workers.stop()
    return reports.flatMap(({ outcomes }) => outcomes)
  }
  const close = () => Promise.resolve(repository.remove())
  return { publisher, repository, prefix: '', race, close }
})

describe('the working tree', { timeout: 30_000 }, () => {
  const { current } = eachTestHas()

  test('has the files of a commit, and git has nothing more to say', async () => {
    const { repository, publisher } = current()
    const files = [
      { path: RESULT, text: 'selected: [bæk]\r\n' },
      { path: 'council.md', text: '# New name\n' },
    ]
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher), files }))
    expect(readIn(repository, RESULT)).toBe('selected: [bæk]\r\n')
    expect(readIn(repository, 'council.md')).toBe('# New name\n')
    expectFolderAtHead(repository)
  })

  test('loses the files that a commit takes out, and no other', async () => {
    const { repository, publisher } = current()
    const paths = ['old.webp', 'new.webp']
    const files = paths.map((path) => ({ path, bytes: Uint8Array.of(0, 1) }))
    const first = await committed(
      publisher,
      aCommit({ expectedHead: await headOf(publisher), files }),
    )
    writeInto(repository.directory, 'notes.txt', 'mine')
    await committed(publisher, aCommit({ expectedHead: first, removed: ['old.webp'] }))
    const there = [...paths, 'notes.txt'].map((path) =>
      existsSync(join(repository.directory, path)),
    )
    expect(there).toEqual([false, true, true])
    expect(repository.git('status', '--porcelain')).toBe('?? notes.txt')
  })

  test('keeps what a person has changed, staged or added in other files', async () => {
    const { repository, publisher } = current()
    writeInto(repository.directory, 'council.md', 'not finished')
    writeInto(repository.directory, 'rounds/spring/round.md', 'staged')
    repository.git('add', 'rounds/spring/round.md')
    writeInto(repository.directory, 'notes.txt', 'mine')
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher) }))
    const status = repository.git('status', '--porcelain').split('\n')
    expect(status).toEqual([' M council.md', 'M  rounds/spring/round.md', '?? notes.txt'])
    expect(readIn(repository, 'council.md')).toBe('not finished')
    expect(repository.git('show', 'main:rounds/spring/round.md')).toBe('budget: 1')
  })

  test('is left alone by a commit to the board and by a stale one', async () => {
    const { repository, publisher } = current()
    const board = aCommit({ branch: 'board', expectedHead: undefined })
    await committed(publisher, board)
    await publisher.commit(aCommit({ expectedHead: await publisher.head('board') }))
    expect(existsSync(join(repository.directory, RESULT))).toBe(false)
    expectFolderAtHead(repository)
  })

  test('waits while another program holds the index', async () => {
    const { repository, publisher } = current()
    const lock = join(repository.directory, '.git/index.lock')
    writeFileSync(lock, '')
    const commit = committed(publisher, aCommit({ expectedHead: await headOf(publisher) }))
    await wait(400)
    rmSync(lock)
    await commit
    expectFolderAtHead(repository)
  })

  test('that stays locked is a fault, and is mended by the next who looks', async () => {
    const { repository, publisher } = current()
    const lock = join(repository.directory, '.git/index.lock')
    writeFileSync(lock, '')
    const commit = publisher.commit(aCommit({ expectedHead: await headOf(publisher) }))
    await expect(commit).rejects.toThrow(PublishFailed)
    expect(existsSync(join(repository.directory, RESULT))).toBe(false)
    rmSync(lock)
    await publisher.head('content')
    expectFolderAtHead(repository)
  })

  test('is mended after a crash, but a file deleted since stays away', async () => {
    const { repository, publisher } = current()
    const files = ['kept.md', 'deleted.md'].map((path) => ({ path, text: 'x' }))
    const commit = await committed(
      publisher,
      aCommit({ expectedHead: await headOf(publisher), files }),
    )
    repository.git('rm', '--quiet', 'deleted.md')
    repository.git('commit', '--quiet', '--message=Delete')
    // As a writer leaves it that is killed after it moved the branch and before it wrote the folder.
    repository.git('rm', '--quiet', '--cached', 'kept.md')
    rmSync(join(repository.directory, 'kept.md'))
    repository.git('update-ref', `refs/common-chest/pending/${commit}`, commit)
    await publisher.head('content')
    expect(readIn(repository, 'kept.md')).toBe('x')
    expectFolderAtHead(repository)
  })

  test('ends as the head is where a slower writer is overtaken by another', async () => {
    const { repository, publisher } = current()
    const slow = openGit(repository.directory)
    const change = async (text: string) => {
      const files = [{ path: RESULT, text }]
      return committed(publisher, aCommit({ expectedHead: await headOf(publisher), files }))
    }
    const commit = await change('first')
    repository.git('update-ref', `refs/common-chest/pending/${commit}`, commit)
    let isOvertaken = false
    const run: Git['run'] = async (args, options) => {
      if (args[0] === 'restore' && !isOvertaken) {
        isOvertaken = true
        await change('second')
      }
      return slow.run(args, options)
    }
    await followHead({ ...slow, run }, 'refs/heads/main')
    expect(isOvertaken).toBe(true)
    expect(readIn(repository, RESULT)).toBe('second')
    expectFolderAtHead(repository)
  })

  test('does not lead out of the folder through a symbolic link', async () => {
    const { repository, publisher } = current()
    const outside = join(repository.directory, '.git/outside')
    mkdirSync(outside)
    symlinkSync(outside, join(repository.directory, 'rounds/link'))
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '--message=Link')
    const files = [{ path: 'rounds/link/new.md', text: 'x' }]
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher), files }))
    expect(existsSync(join(outside, 'new.md'))).toBe(false)
    expectFolderAtHead(repository)
  })
})

describe('makeGitPublisher', { timeout: 30_000 }, () => {
  const { current } = eachTestHas()
  afterEach(() => vi.unstubAllEnvs())

  test('signs as the program, with no hook, no signature and no setting of a person', async () => {
    const { repository, publisher } = current()
    repository.git('config', 'commit.gpgSign', 'true')
    repository.git('config', 'user.name', 'Somebody else')
    for (const hook of [
      'pre-commit',
      'post-checkout',
      'reference-transaction',
      'post-index-change',
    ]) {
      const path = join(repository.directory, '.git/hooks', hook)
      mkdirSync(join(path, '..'), { recursive: true })
      writeFileSync(path, '#!/bin/sh\ntouch "$(dirname "$0")/ran"\nexit 1\n', { mode: 0o755 })
    }
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher) }))
    expect(existsSync(join(repository.directory, '.git/hooks/ran'))).toBe(false)
    repository.git('config', 'core.hooksPath', '/dev/null')
    const who = 'Common Chest <noreply@common-chest.invalid>'
    expect(repository.git('log', '-1', '--format=%an <%ae>%n%cn <%ce>%n%G?')).toBe(
      `${who}\n${who}\nN`,
    )
  })

  test('stays in its folder, whatever git is told from outside', async () => {
    const { repository, publisher } = current()
    const other = makeRepository(FIRST_FILES)
    const otherHead = other.git('rev-parse', 'HEAD')
    vi.stubEnv('GIT_DIR', join(other.directory, '.git'))
    vi.stubEnv('GIT_WORK_TREE', other.directory)
    vi.stubEnv('GIT_INDEX_FILE', join(other.directory, '.git/index'))
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher) }))
    expectFolderAtHead(repository)
    expect(other.git('rev-parse', 'HEAD')).toBe(otherHead)
    expect(other.git('status', '--porcelain')).toBe('')
    other.remove()
  })

  test('never commits to a repository around the content folder', async () => {
    const { repository } = current()
    const publisher = makeGitPublisher({ directory: join(repository.directory, 'rounds') })
    await expect(publisher.head('content')).rejects.toThrow(PublishFailed)
    const request = aCommit({ expectedHead: repository.git('rev-parse', 'HEAD') })
    await expect(publisher.commit(request)).rejects.toThrow(PublishFailed)
    expect(repository.git('rev-list', '--count', '--all')).toBe('1')
  })

  test('publishes on the branch that is checked out, or on the one that is named', async () => {
    const { repository, publisher } = current()
    repository.git('checkout', '--quiet', '-b', 'rounds-2027')
    await committed(publisher, aCommit({ expectedHead: await headOf(publisher) }))
    expect(repository.git('rev-list', '--count', 'rounds-2027')).toBe('2')
    expect(repository.git('rev-list', '--count', 'main')).toBe('1')
    const named = makeGitPublisher({
      directory: repository.directory,
      branches: { content: 'main' },
    })
    const files = [{ path: 'elsewhere.md', text: 'x' }]
    await committed(named, aCommit({ expectedHead: await headOf(named), files }))
    expect(existsSync(join(repository.directory, 'elsewhere.md'))).toBe(false)
    expectFolderAtHead(repository)
    repository.git('checkout', '--quiet', '--detach')
    await expect(publisher.head('content')).rejects.toThrow('no branch checked out')
  })
})

function readIn({ directory }: TestRepository, path: string): string {
  return readFileSync(join(directory, path), 'utf8')
}
