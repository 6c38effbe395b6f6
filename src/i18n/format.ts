/**
 * Formats: money, numbers and dates as readers of a language write them.
 *
 * Pure, by Intl. Invariant: money has no useless decimals; dates are those of date-format.ts.
 * Decided in docs/decisions/0008.
 */
import { makeDates, once, yearsIn, type DateFormat, type When } from './date-format.ts'
import { localeOf, makeMoney, NO_BREAK, type MoneyFormat } from './money-format.ts'

/** Whole numbers as text, because they can be long. */
export type WholeFraction = { readonly numerator: string; readonly denominator: string }

export type Format = DateFormat & {
  /** Hundredths as an amount: `75,000 kr.`, `€ 12,50`. */
  money: MoneyFormat
  /** A fraction of hundredths as an amount, rounded to whole hundredths; never zero where it is more. */
  moneyOf(fraction: WholeFraction): string
  number(value: number): string
  /** A fraction with one decimal: `398.4`. */
  decimal(fraction: WholeFraction): string
  /** A share of 1 as a percentage: `7.6%`. */
  percent(share: number): string
  list(items: readonly string[]): string
  /** The same for whoever reads with the year of this time in mind: dates of other years say theirs. */
  asOf(at: When): Format
}

type Settings = {
  readonly language: string
  readonly currency: string
  readonly timeZone: string
  readonly year?: number
}

/** Makes the formats of one language for one council. */
export function makeFormat({ language, currency, timeZone, year }: Settings): Format {
  const locale = localeOf(language)
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const money = makeMoney(language, currency)
  const yearOf = yearsIn(timeZone)
  const years = new Map<number, Format>()
  const inYear = (of: number) => {
    const made = years.get(of) ?? makeFormat({ language, currency, timeZone, year: of })
    years.set(of, made)
    return made
  }
  return {
    ...makeDates({ language, locale, timeZone, ...(year !== undefined && { year }) }),
    money,
    moneyOf: (fraction) => {
      const amount = rounded(fraction, 1n)
      return amount === 0 && fraction.numerator !== '0' ? `<${NO_BREAK}${money(1)}` : money(amount)
    },
    number: (value) => number().format(value),
    decimal: (fraction) => number().format(rounded(fraction, 10n) / 10),
    percent: (share) => percent().format(share),
    list: (items) => list().format(items),
    asOf: (at) => inYear(yearOf(at)),
  }
}

/** For showing only; a half is rounded up. */
function rounded({ numerator, denominator }: WholeFraction, times: bigint): number {
  const [top, bottom] = [BigInt(numerator) * times, BigInt(denominator)]
  return Number((2n * top + bottom) / (2n * bottom))
}
