/**
 * The host in a process of its own, for load; started by load-site.ts.
 *
 * Talks to the store that its environment names, and to its parent. Invariant: functions and host are the
 * real ones; only the clock is moved, by so much as the parent says.
 */
import { startHost, type HostOptions } from '../../src/commands/host/host.ts'

/** What the parent asks; it waits for the answer to each. */
export type Ask =
  | { readonly ask: 'start'; readonly options: HostOptions }
  /** Moves the clock on, then runs a scheduled function. */
  | { readonly ask: 'schedule'; readonly name: string; readonly later: number }
  | { readonly ask: 'memory' }
  | { readonly ask: 'stop' }

/** Bytes: of the whole process, and of what JavaScript holds after everything else was collected. */
export type Memory = { readonly whole: number; readonly held: number }

export type Answer = { readonly url?: string; readonly memory?: Memory; readonly fault?: string }

const now = Date.now.bind(Date)
let ahead = 0

/** The clock of the whole process: schedules ask it one way, functions the other. */
class MovedDate extends Date {
  constructor(...given: readonly unknown[]) {
    // Whatever Date takes, from one text to seven numbers.
    super(...((given.length === 0 ? [MovedDate.now()] : given) as [number]))
  }

  static override now(): number {
    return now() + ahead
  }
}
globalThis.Date = MovedDate as DateConstructor

let host: Awaited<ReturnType<typeof startHost>> | undefined

process.on('message', (message: unknown) => {
  // Parent and worker are two halves of one test and share this type.
  answer(message as Ask)
    .catch((fault: unknown): Answer => ({ fault: String(fault) }))
    .then((told) => process.send?.(told))
    .catch(() => process.exit(1))
})
process.send?.('ready')

async function answer(asked: Ask): Promise<Answer> {
  switch (asked.ask) {
    case 'start':
      host = await startHost(asked.options)
      process.env['SITE_URL'] = host.url
      return { url: host.url }
    case 'schedule':
      ahead += asked.later
      await host?.runSchedule(asked.name)
      return {}
    case 'memory':
      return { memory: memory() }
    case 'stop':
      await host?.close()
      setImmediate(() => process.disconnect())
      return {}
    default:
      return asked satisfies never
  }
}

function memory(): Memory {
  globalThis.gc?.()
  const { rss: whole, heapUsed: held } = process.memoryUsage()
  return { whole, held }
}
