/**
 * A second process that commits to a local repository, for the tests of two writers at once.
 *
 * Talks to the repository named by its argument, and to its parent by messages. Invariant: it begins at
 * the instant that it is told, and reports when it really began and ended.
 */
import { makeGitPublisher } from '../../src/adapters/git/publisher.ts'
import type { CommitRequest, Publisher } from '../../src/service/ports.ts'

/** `persist`: a stale commit is tried again on the new head, until it is made. */
export type Task = {
  readonly requests: readonly CommitRequest[]
  readonly startAt: number
  readonly persist: boolean
}

export type Report = {
  readonly outcomes: readonly Awaited<ReturnType<Publisher['commit']>>[]
  readonly fault?: string
  /** Milliseconds since 1970, with fractions. */
  readonly startedAt: number
  readonly endedAt: number
}

const publisher = makeGitPublisher({ directory: process.argv[2] ?? '' })

process.on('message', (task: Task) => {
  void work(task).then((report) => process.send?.(report))
})
process.send?.('ready')

async function work({ requests, startAt, persist }: Task): Promise<Report> {
  // A timer may come milliseconds late, which is about as long as a whole commit takes.
  while (now() < startAt);
  const startedAt = now()
  const outcomes: Report['outcomes'][number][] = []
  try {
    for (const request of requests) outcomes.push(await commit(request, persist))
    return { outcomes, startedAt, endedAt: now() }
  } catch (error) {
    return { outcomes, fault: String(error), startedAt, endedAt: now() }
  }
}

async function commit(request: CommitRequest, persist: boolean) {
  for (;;) {
    const head = persist ? await publisher.head(request.branch) : request.expectedHead
    const outcome = await publisher.commit({ ...request, expectedHead: head })
    if (!persist || outcome.outcome === 'committed') return outcome
  }
}

function now(): number {
  return performance.timeOrigin + performance.now()
}
