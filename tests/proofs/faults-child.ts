/**
 * A function in a process of its own, seen from the test that kills it.
 *
 * Talks to one Node process. Invariant: nothing of it is left when it was killed or has answered.
 */
import { fork, type ForkOptions } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Told } from './faults-function.ts'
import type { Order } from './faults-worker.ts'

export type FunctionProcess = {
  /** Undefined where it died before it could answer. */
  cast(order: Order): Promise<Told | undefined>
  /** Ends it at once, and waits until it is gone. */
  kill(): Promise<void>
  /** By which signal it ended. */
  signal(): NodeJS.Signals | null
  /** All that it wrote to its output. */
  lines(): readonly string[]
}

/** Starts it; it is ready to take an order. */
export async function startFunction(): Promise<FunctionProcess> {
  const file = fileURLToPath(new URL('faults-worker.ts', import.meta.url))
  // The test runner's own flags are not for the worker.
  const options: ForkOptions = {
    execArgv: ['--no-warnings'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  }
  const child = fork(file, options)
  let written = ''
  child.stdout?.on('data', (bytes: Buffer) => (written += bytes.toString('utf8')))
  const ended = once(child, 'close')
  const [greeting]: unknown[] = await Promise.race([once(child, 'message'), ended])
  if (greeting !== 'ready') throw new Error('a function ended before it was called')
  return {
    async cast(order) {
      let told: Told | undefined
      child.once('message', (message: unknown) => {
        // Parent and worker are two halves of one test and share this type.
        told = message as Told
      })
      // Plain data: the advanced serialization takes all of it.
      child.send(order as never)
      await ended
      return told
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    signal: () => child.signalCode,
    lines: () => written.split('\n').filter(Boolean),
  }
}
