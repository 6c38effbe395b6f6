/**
 * Dates: days, deadlines and periods as readers of a language write them.
 *
 * Pure, by Intl. Invariant: dates say the weekday, deadlines the hour but for midnight, where the day says it,
 * and a year stands wherever it is not the one that the reader takes it for. Decided in docs/decisions/0008.
 */
import { NO_BREAK } from './money-format.ts'

/** The time of a deadline, or of a period's ends, in milliseconds since 1970; ISO text is read too. */
export type When = number | string

export type DateFormat = {
  /** Weekday, day, month and hour: `Sunday 29 November at 20:00`. */
  instant(at: When): string
  /** The same of a beginning; at midnight the day alone. */
  begins(at: When): string
  /** The same of an end; at midnight the day before, which is the last. */
  ends(at: When): string
  /** An end with its hour: midnight is the last minute of the day before, as readers take it to be. */
  until(at: When): string
  /** Weekday, day and month. */
  day(at: When): string
  /** Weekday, day, month and year. */
  fullDay(at: When): string
  /** From the first to the last day; with hours where one of the ends is not at midnight. */
  period(startsAt: number, endsAt: number): string
  /** The time of an event: on one day the day once, and only its start where no end is known. */
  span(startsAt: number, endsAt: number): string
}

export type DateSettings = {
  readonly language: string
  readonly locale: string
  readonly timeZone: string
  /** The year that a date without one is in; where it is not told, dates say none. */
  readonly year?: number
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit' } as const

/** Makes the dates of one language and time zone. */
export function makeDates(settings: DateSettings): DateFormat {
  const days = makeStyle(DAY, settings)
  const minutes = makeStyle(MINUTE, settings)
  const clock = settings.language === 'de' ? `${NO_BREAK}Uhr` : ''
  const yearOf = yearsIn(settings.timeZone)
  const saysYear = (at: number) => settings.year !== undefined && yearOf(at) !== settings.year
  const instant = (at: When) => minutes.print(timeOf(at), saysYear(timeOf(at))) + clock
  const day = (at: When) => days.print(timeOf(at), saysYear(timeOf(at)))
  const isMidnight = (at: When) => minutes.isMidnight(timeOf(at))
  const last = (at: When) => (isMidnight(at) ? timeOf(at) - 1 : timeOf(at))
  const dates = {
    ...{ instant, day },
    begins: (at: When) => (isMidnight(at) ? day(at) : instant(at)),
    ends: (at: When) => (isMidnight(at) ? day(last(at)) : instant(at)),
    until: (at: When) => instant(last(at)),
    fullDay: (at: When) => days.print(timeOf(at), true),
  }
  const period = (startsAt: number, endsAt: number) => {
    const isOfDays = isMidnight(startsAt) && isMidnight(endsAt)
    const end = last(endsAt)
    const isOverNewYear = yearOf(startsAt) !== yearOf(end)
    const first = (isMidnight(startsAt) ? days : minutes).print(startsAt, isOverNewYear)
    const then = (isOfDays ? days : minutes).print(end, isOverNewYear || saysYear(end))
    return `${first}${isMidnight(startsAt) ? '' : clock} – ${then}${isOfDays ? '' : clock}`
  }
  const span = (startsAt: number, endsAt: number) => {
    if (!Number.isFinite(endsAt)) return instant(startsAt)
    if (day(startsAt) !== day(endsAt - 1)) return period(startsAt, endsAt)
    const isWholeDay = isMidnight(startsAt) && isMidnight(endsAt)
    return isWholeDay ? day(startsAt) : minutes.range(startsAt, endsAt, saysYear(startsAt))
  }
  return { ...dates, period, span }
}

/** Tells the year of an instant, by the wall clock of a time zone. */
export function yearsIn(timeZone: string): (at: When) => number {
  const years = once(() => new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }))
  return (at) => Number(years().format(timeOf(at)))
}

function timeOf(at: When): number {
  return new Date(at).getTime()
}

/** One style of dates, with the year and without. */
function makeStyle(
  options: Intl.DateTimeFormatOptions,
  { language, locale, timeZone }: DateSettings,
) {
  const plain = once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }))
  const full = once(
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone, year: 'numeric' }),
  )
  // English dates with a year would have a comma after the weekday, and those without one have none.
  const said = (date: string) => (language === 'en' ? date.replace(',', '') : date)
  // The few deadlines of a council are asked about on every page.
  const midnights = new Map<number, boolean>()
  return {
    print: (at: number, saysYear: boolean) =>
      saysYear ? said(full().format(at)) : plain().format(at),
    range: (from: number, to: number, saysYear: boolean) =>
      saysYear ? said(full().formatRange(from, to)) : plain().formatRange(from, to),
    isMidnight: (at: number) => {
      const known = midnights.get(at) ?? saysMidnight(plain().formatToParts(at))
      midnights.set(at, known)
      return known
    },
  }
}

function saysMidnight(parts: readonly Intl.DateTimeFormatPart[]): boolean {
  return parts
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .every(({ value }) => value === '00')
}

/**
 * Made at its first use: the formats of a language take the better part of a millisecond, and most answers
 * of a function say none of them.
 */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}
