/**
 * Schedules: runs functions at the times of their cron expressions, as Netlify does: in UTC, by the minute.
 *
 * Talks to the clock. Invariant: a function never runs twice at once because of its own schedule.
 * Decided in docs/decisions/0007.
 */
import { Cron } from 'croner'

/** A timer cannot wait longer than 2^31 ms; a later time is waited for in parts. */
const LONGEST_WAIT = 2 ** 31 - 1

/** A function; one without a schedule is not run here. */
export type Schedule = { readonly name: string; readonly schedule: string | undefined }

/** The next time after `now`. Throws where the expression is none, or has no next time. */
export function nextRunAt(schedule: string, now: Date): Date {
  const next = new Cron(schedule, { timezone: 'UTC', mode: '5-part' }).nextRun(now)
  if (next === null) throw new RangeError(`the schedule ${schedule} has no next time`)
  return next
}

/** Runs each until it is stopped; `run` must not throw. */
export function startSchedules(
  schedules: readonly Schedule[],
  run: (name: string) => Promise<void>,
): { stop(): void } {
  const stops = schedules.flatMap(({ name, schedule }) =>
    schedule === undefined ? [] : [startSchedule(schedule, () => run(name))],
  )
  return {
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

function startSchedule(schedule: string, run: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout
  let stopped = false
  async function runOnce(): Promise<void> {
    await run()
    if (!stopped) waitFor(nextRunAt(schedule, new Date()))
  }
  function waitFor(at: Date): void {
    const wait = Math.max(0, at.getTime() - Date.now())
    timer = setTimeout(
      () => (wait > LONGEST_WAIT ? waitFor(at) : void runOnce()),
      Math.min(wait, LONGEST_WAIT),
    )
  }
  waitFor(nextRunAt(schedule, new Date()))
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
