/**
 * A local repository with a publisher for the tests, and a second and third process that commit to it.
 *
 * Talks to git, the temporary folder and forked processes. Invariant: a race counts only where the two
 * are shown to have overlapped.
 */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import type { CommitRequest, Publisher } from '../../src/service/ports.ts'
import type { Report, Task } from '../support/commit-worker.ts'
import { makeRepository } from './publisher-repository.ts'
import type { TestRepository } from './publisher-repository.ts'
import { FIRST_FILES } from './publisher.contract.ts'

const WORKER = join(import.meta.dirname, '../support/commit-worker.ts')

export function eachTestHas() {
  let repository: TestRepository
  let publisher: Publisher
  beforeEach(() => {
    repository = makeRepository(FIRST_FILES)
    publisher = makeGitPublisher({ directory: repository.directory })
  })
  afterEach(() => repository.remove())
  return { current: () => ({ repository, publisher }) }
}

/** Two processes with the publisher loaded, so that a race begins within a millisecond. */
export async function startWorkers(directory: string) {
  const children = [1, 2].map(() =>
    fork(WORKER, [directory], { execArgv: [], serialization: 'advanced' }),
  )
  await Promise.all(children.map((child) => once(child, 'message')))
  return {
    async run(requests: readonly (readonly CommitRequest[])[], persist = false) {
      const startAt = Date.now() + 20
      return Promise.all(
        children.map((child, at) => ask(child, { requests: requests[at] ?? [], startAt, persist })),
      )
    },
    stop: () => children.forEach((child) => child.kill()),
  }
}

async function ask(child: ChildProcess, task: Task): Promise<Report> {
  child.send(task)
  const [report] = await once(child, 'message')
  return report
}

export function overlapped(reports: readonly Report[]): boolean {
  const lastStart = Math.max(...reports.map(({ startedAt }) => startedAt))
  return lastStart < Math.min(...reports.map(({ endedAt }) => endedAt))
}

export function expectFolderAtHead({ git }: TestRepository): void {
  expect(git('status', '--porcelain', '--untracked-files=all')).toBe('')
  expect(git('for-each-ref', 'refs/common-chest')).toBe('')
}
