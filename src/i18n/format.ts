/**
 * Formats: money, numbers and dates as readers of a language write them.
 *
 * Pure, by Intl. Invariant: dates say the weekday, deadlines the hour, and money no useless decimals.
 * Decided in docs/decisions/0008.
 */

import { localeOf, makeMoney, NO_BREAK, type MoneyFormat } from './money-format.ts'

/** The time of a deadline, or of a period's ends, in milliseconds since 1970; ISO text is read too. */
type When = number | string

/** Whole numbers as text, because they can be long. */
export type WholeFraction = { readonly numerator: string; readonly denominator: string }

export type Format = {
  /** Hundredths as an amount: `75,000 kr.`, `€ 12,50`. */
  money: MoneyFormat
  /** A fraction of hundredths as an amount, rounded to whole hundredths; never zero where it is more. */
  moneyOf(fraction: WholeFraction): string
  number(value: number): string
  /** A fraction with one decimal: `398.4`. */
  decimal(fraction: WholeFraction): string
  /** A share of 1 as a percentage: `7.6%`. */
  percent(share: number): string
  /** Weekday, day, month and hour: `Sunday 29 November at 20:00`. */
  instant(at: When): string
  /** The same with its year. */
  fullInstant(at: When): string
  /** An instant that is an end: midnight is the last minute of the day before, as readers take it to be. */
  until(at: When): string
  /** Weekday, day and month. */
  day(at: When): string
  /** Weekday, day, month and year. */
  fullDay(at: When): string
  /** From the first to the last day; with hours where one of the ends is not at midnight. */
  period(startsAt: number, endsAt: number): string
  /** The time of an event: on one day the day once, and only its start where no end is known. */
  span(startsAt: number, endsAt: number): string
  list(items: readonly string[]): string
}

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const
const MINUTE = { ...DAY, hour: '2-digit', minute: '2-digit' } as const

/** Makes the formats of one language for one council. */
export function makeFormat(settings: {
  readonly language: string
  readonly currency: string
  readonly timeZone: string
}): Format {
  const locale = localeOf(settings.language)
  const { timeZone } = settings
  const dates = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { ...options, timeZone }))
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const days = dates(DAY)
  const minutes = dates(MINUTE)
  const fullMinutes = dates({ ...MINUTE, year: 'numeric' })
  const fullDays = dates({ ...DAY, year: 'numeric' })
  const clock = settings.language === 'de' ? `${NO_BREAK}Uhr` : ''
  const money = makeMoney(settings.language, settings.currency)
  const period = makePeriod(days, minutes, clock)
  return {
    money,
    moneyOf: (fraction) => {
      const amount = rounded(fraction, 1n)
      return amount === 0 && fraction.numerator !== '0' ? `<${NO_BREAK}${money(1)}` : money(amount)
    },
    number: (value) => number().format(value),
    decimal: (fraction) => number().format(rounded(fraction, 10n) / 10),
    percent: (share) => percent().format(share),
    instant: (at) => minutes().format(new Date(at)) + clock,
    fullInstant: (at) =>
      withoutComma(fullMinutes().format(new Date(at)), settings.language) + clock,
    until: (at) => minutes().format(lastMoment(new Date(at).getTime(), minutes)) + clock,
    day: (at) => days().format(new Date(at)),
    fullDay: (at) => withoutComma(fullDays().format(new Date(at)), settings.language),
    period,
    span: makeSpan(days, minutes, clock, period),
    list: (items) => list().format(items),
  }
}

/**
 * Made at its first use: the formats of a language take the better part of a millisecond, and most answers
 * of a function say none of them.
 */
function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

/** For showing only; a half is rounded up. */
function rounded({ numerator, denominator }: WholeFraction, times: bigint): number {
  const [top, bottom] = [BigInt(numerator) * times, BigInt(denominator)]
  return Number((2n * top + bottom) / (2n * bottom))
}

/** English dates with a year would have a comma after the weekday, and those without one have none. */
function withoutComma(date: string, language: string): string {
  return language === 'en' ? date.replace(',', '') : date
}

type Dates = () => Intl.DateTimeFormat

function makePeriod(days: Dates, minutes: Dates, clock: string): Format['period'] {
  return (startsAt, endsAt) =>
    isMidnight(startsAt, minutes) && isMidnight(endsAt, minutes)
      ? `${days().format(startsAt)} – ${days().format(endsAt - 1)}`
      : `${minutes().format(startsAt)}${clock} – ${minutes().format(lastMoment(endsAt, minutes))}${clock}`
}

function makeSpan(
  days: Dates,
  minutes: Dates,
  clock: string,
  period: Format['period'],
): Format['span'] {
  return (startsAt, endsAt) => {
    if (!Number.isFinite(endsAt)) return minutes().format(startsAt) + clock
    const [first, last] = [startsAt, endsAt - 1].map((at) => days().format(at))
    if (first !== last) return period(startsAt, endsAt)
    const isWholeDay = [startsAt, endsAt].every((at) => isMidnight(at, minutes))
    return isWholeDay ? (first ?? '') : minutes().formatRange(startsAt, endsAt)
  }
}

function lastMoment(endsAt: number, minutes: Dates): number {
  return isMidnight(endsAt, minutes) ? endsAt - 1 : endsAt
}

function isMidnight(at: number, minutes: Dates): boolean {
  return minutes()
    .formatToParts(at)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .every(({ value }) => value === '00')
}
