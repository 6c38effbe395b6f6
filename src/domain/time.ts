/**
 * Time: local times as a council writes them, and the instants they stand for.
 *
 * Pure; the clock is an argument. Invariant: a local time that exists twice or never (daylight saving)
 * is refused, not guessed. Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import type { FieldFault } from './field-fault.ts'
import { err, ok, type Result } from './result.ts'

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A day or a minute in the council's time zone: `2027-05-03` or `2027-05-03 20:00`. */
export const LocalTimeSchema = v.pipe(
  v.string('write a day as 2027-05-03, or a time as 2027-05-03 20:00'),
  v.regex(LOCAL, 'write a day as 2027-05-03, or a time as 2027-05-03 20:00'),
  v.check((text) => readLocal(text) !== undefined, 'this day or time does not exist'),
  v.brand('LocalTime'),
)

export type LocalTime = v.InferOutput<typeof LocalTimeSchema>

/** A text as a local time; undefined where it is none. */
export function parseLocalTime(text: string): LocalTime | undefined {
  const parsed = v.safeParse(LocalTimeSchema, text)
  return parsed.success ? parsed.output : undefined
}

/** A day, where an hour would say too much: `2027-05-03`. */
export const DaySchema = v.pipe(
  v.string('write a day as 2027-05-03'),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2027-05-03'),
  v.check((text) => readLocal(text) !== undefined, 'this day does not exist'),
  v.brand('LocalTime'),
)

/** Milliseconds since 1970, UTC. */
export type Instant = number

/** The instant at which a phase starts: a bare date starts at 00:00. */
export function startOf(local: LocalTime, timeZone: string): Result<Instant, 'gap' | 'overlap'> {
  return resolve(readLocal(local) ?? NaN, timeZone)
}

/** The instant before which a phase is over: a bare date ends at 24:00. */
export function endOf(local: LocalTime, timeZone: string): Result<Instant, 'gap' | 'overlap'> {
  const wall = readLocal(local) ?? NaN
  return resolve(local.includes(' ') ? wall : wall + DAY, timeZone)
}

/** What is wrong with a time from and to; `name` is that of the field in words for the author, `at` its place. */
export function spanFaults(
  { name, at }: { readonly name: string; readonly at: string },
  { from, to }: { readonly from: LocalTime; readonly to?: LocalTime | undefined },
  timeZone: string,
): FieldFault[] {
  const start = startOf(from, timeZone)
  const end = to === undefined ? undefined : endOf(to, timeZone)
  const odd = (field: string, time: string, code: keyof typeof ODD_TIME): FieldFault => ({
    ...{ at: `${at}.${field}`, code },
    words: `${name}.${field}: ${time} ${ODD_TIME[code]} in ${timeZone}; choose another minute`,
  })
  const isEnded = start.ok && end?.ok && end.value <= start.value
  return [
    ...(start.ok ? [] : [odd('from', from, start.error)]),
    ...(!end || end.ok ? [] : [odd('to', to ?? '', end.error)]),
    ...(isEnded
      ? [
          {
            ...{ at: `${at}.to`, code: 'not-after' as const },
            words: `${name}.to: ${to} is not after ${from}`,
          },
        ]
      : []),
  ]
}

const ODD_TIME = {
  gap: 'does not exist (the clocks go forward)',
  overlap: 'exists twice (the clocks go back)',
} as const

/** An instant as it stands on the wire: `2027-05-03T18:00:00Z`. */
export function printInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.000Z$/, 'Z')
}

/** An instant as the council's wall clock shows it, in the form content is written in. */
export function printLocal(instant: Instant, timeZone: string): LocalTime {
  return new Date(wallClock(instant, timeZone))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ') as LocalTime
}

/** The day on which an instant falls, by the council's wall clock. */
export function printDay(instant: Instant, timeZone: string): LocalTime {
  return new Date(wallClock(instant, timeZone)).toISOString().slice(0, 10) as LocalTime
}

/** The middle of a day, which exists also where the clocks change at midnight. */
export function noonOf(day: LocalTime, timeZone: string): Instant {
  const noon = resolve((readLocal(day.slice(0, 10)) ?? NaN) + 12 * HOUR, timeZone)
  if (!noon.ok) throw new RangeError(`${day} has no noon in ${timeZone}`)
  return noon.value
}

/** Whether the platform knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** Wall-clock milliseconds as if they were UTC; undefined where the calendar has no such day. */
function readLocal(text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00'] = LOCAL.exec(text) ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`
  const wall = Date.parse(iso)
  return new Date(Number.isNaN(wall) ? 0 : wall).toISOString() === iso ? wall : undefined
}

function resolve(wall: number, timeZone: string): Result<Instant, 'gap' | 'overlap'> {
  const offsets = [wall - DAY, wall + DAY].map((at) => wallClock(at, timeZone) - at)
  const instants = new Set(
    offsets.map((offset) => wall - offset).filter((at) => wallClock(at, timeZone) === wall),
  )
  const [instant] = instants
  if (instant === undefined) return err('gap')
  return instants.size === 1 ? ok(instant) : err('overlap')
}

function wallClock(instant: Instant, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  )
}

/** Making one takes longer than reading it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The clock of a time zone. Throws a RangeError where the platform knows none by this name. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}
