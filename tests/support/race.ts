/**
 * Races: two processes that act on one store at the same instant.
 *
 * Talks to two Node processes of its own. Invariant: both got their order, and both are ready, before
 * either acts. Decided in docs/decisions/0002.
 */
import { fork, type ChildProcess, type ForkOptions } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Order, Run } from './at-barrier.ts'
import type { StoreTarget } from './open-store.ts'

/** Nanoseconds from the order to the start: enough for both to have it. */
const LEAD = 4_000_000n

export type Pair<Work, Outcome> = {
  race(first: Work, second: Work): Promise<readonly [Run<Outcome>, Run<Outcome>]>
  stop(): Promise<void>
}

/** Starts two processes of a worker file beside this one. */
export async function startPair<Work, Outcome>(
  worker: 'cast-worker.ts' | 'inbox-worker.ts',
  target: StoreTarget,
): Promise<Pair<Work, Outcome>> {
  const [first, second] = await Promise.all([start(worker, target), start(worker, target)])
  return {
    race: (one, other) => {
      const startAt = process.hrtime.bigint() + LEAD
      return Promise.all([
        order<Work, Outcome>(first, { startAt, work: one }),
        order<Work, Outcome>(second, { startAt, work: other }),
      ])
    },
    stop: async () => {
      await Promise.all([stop(first), stop(second)])
    },
  }
}

/** Whether there was an instant at which both were under way. */
export function overlaps([one, other]: readonly [Run<unknown>, Run<unknown>]): boolean {
  return one.startedAt < other.endedAt && other.startedAt < one.endedAt
}

async function start(worker: string, target: StoreTarget): Promise<ChildProcess> {
  const file = fileURLToPath(new URL(worker, import.meta.url))
  // The test runner's own flags are not for the worker.
  const options: ForkOptions = { execArgv: ['--no-warnings'], serialization: 'advanced' }
  const child = fork(file, [JSON.stringify(target)], options)
  await answerOf(child)
  return child
}

async function order<Work, Outcome>(child: ChildProcess, work: Order<Work>): Promise<Run<Outcome>> {
  const answer = answerOf(child)
  // Plain data: bigint and undefined survive the advanced serialization.
  child.send(work as never)
  // Parent and worker are two halves of one test and share this type.
  return (await answer) as Run<Outcome>
}

/** The next message, or a fault where the process ends without one. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const over = new AbortController()
  const ended = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('a racing process ended before it answered')
  })
  try {
    const [message]: unknown[] = await Promise.race([
      once(child, 'message', { signal: over.signal }),
      ended,
    ])
    return message
  } finally {
    over.abort()
    ended.catch(() => undefined)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}
