/**
 * The format of money, alone: for pages that show amounts and no dates.
 *
 * Pure, by Intl. Invariant: no useless decimals. Decided in docs/decisions/0008.
 */

/** Hundredths as an amount. */
export type MoneyFormat = (hundredths: number) => string

export const NO_BREAK = '\u00a0'

const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', da: 'da', nl: 'nl', de: 'de' }

/** The locale whose habits the readers of a language have. */
export function localeOf(language: string): string {
  return LOCALES[language] ?? language
}

/** Kroner stand after the number in every language, as residents of Denmark read them. */
export function makeMoney(language: string, currency: string): MoneyFormat {
  const locale = localeOf(language)
  const isKroner = currency === 'DKK'
  const style = isKroner
    ? {}
    : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
  const made: Record<number, Intl.NumberFormat> = {}
  return (amount) => {
    const digits = amount % 100 === 0 ? 0 : 2
    // Making one takes a hundred times as long as using it.
    made[digits] ??= new Intl.NumberFormat(locale, {
      ...style,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    return made[digits].format(amount / 100) + (isKroner ? `${NO_BREAK}kr.` : '')
  }
}
