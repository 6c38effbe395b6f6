/**
 * Money: an integer of hundredths of the currency's main unit, parsed once.
 *
 * Pure. Invariant: no amount is ever a fraction of a hundredth, and no float takes part in a sum.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import type { Language } from './council.ts'
import { HUNDREDTHS } from './hundredths.ts'
import { err, ok, type Result } from './result.ts'

export { HUNDREDTHS }

const PLAIN = /^(\d{1,12})(?:\.(\d{1,2}))?$/

/** An amount as the author writes it: main units with at most two decimals, as in 15000 or 12.50. */
export const MoneySchema = v.pipe(
  v.union(
    [v.number(), v.string()],
    'write an amount in main units with at most two decimals, as in 15000 or 12.50',
  ),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const amount = parsePlain(String(dataset.value))
    if (amount !== undefined) return amount
    addIssue({
      message: 'write an amount in main units with at most two decimals, as in 15000 or 12.50',
    })
    return NEVER
  }),
  v.brand('Money'),
)

export type Money = v.InferOutput<typeof MoneySchema>

/** An amount as our own files write it: a whole number of hundredths, zero or more. */
export const HundredthsSchema = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.transform((amount) => asMoney(amount)),
)

/** The thousands and decimal marks of a language, as its readers type them. */
export type NumberMarks = { readonly thousands: readonly string[]; readonly decimal: ',' | '.' }

export const NUMBER_MARKS: Readonly<Record<Language, NumberMarks>> = {
  da: { thousands: ['.'], decimal: ',' },
  nl: { thousands: ['.'], decimal: ',' },
  de: { thousands: ['.'], decimal: ',' },
  en: { thousands: [','], decimal: '.' },
}

/** Adds up amounts; zero for none. */
export function sumMoney(amounts: readonly Money[]): Money {
  return asMoney(amounts.reduce((total, amount) => total + amount, 0))
}

/** An integer number of hundredths, already known to be one (a store row, a difference of two amounts). */
export function asMoney(hundredths: number): Money {
  if (!Number.isSafeInteger(hundredths))
    throw new RangeError('money is a safe integer of hundredths')
  return hundredths as Money
}

/** The text that MoneySchema reads back: `15000`, `12.50`. */
export function printMoney(amount: Money): string {
  const whole = Math.trunc(amount / HUNDREDTHS)
  const rest = Math.abs(amount % HUNDREDTHS)
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`
}

/** Reads an amount as our own files and answers have it. Throws on any other text. */
export function readMoney(text: string): Money {
  return v.parse(MoneySchema, text)
}

/** A cost as a person types it in this language, in main units. */
export function typedMoney(cost: Money, language: Language): string {
  return printMoney(cost).replace('.', NUMBER_MARKS[language].decimal)
}

/**
 * Reads what a resident typed, by the marks of the page's language: in Danish `15.000` is fifteen
 * thousand. `ambiguous` where the marks fit no reading of that language but another one's.
 */
export function parseTypedMoney(
  text: string,
  marks: NumberMarks,
): Result<Money, 'not-a-number' | 'ambiguous'> {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/(kr\.?|€|eur|dkk)$/i, '')
  if (/^\d{1,12}$/.test(bare)) return ok(asMoney(Number(bare) * HUNDREDTHS))
  const [, whole, cents] =
    new RegExp(`^(\\d[\\d.,]*?)(?:\\${marks.decimal}(\\d{1,2}))?$`).exec(bare) ?? []
  if (whole === undefined) return err('not-a-number')
  const groups = whole.split(/[.,]/)
  const grouped = groups.every((group, index) =>
    (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group),
  )
  const mark = whole.replace(/\d/g, '').charAt(0)
  const own =
    marks.thousands.includes(mark) &&
    whole
      .replace(/\d/g, '')
      .split('')
      .every((m) => m === mark)
  if (groups.length > 1 && !(grouped && own)) return err('ambiguous')
  return ok(asMoney(Number(groups.join('')) * HUNDREDTHS + Number((cents ?? '').padEnd(2, '0'))))
}

/** Reads a whole number as a person types it, with group marks of the language or without; undefined where it is none. */
export function parseTypedNumber(text: string, { thousands }: NumberMarks): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '')
  const isGrouped = thousands.some((mark) =>
    new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+$`).test(bare),
  )
  const plain = isGrouped ? bare.replace(/[.,]/g, '') : bare
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : undefined
}

function parsePlain(text: string): number | undefined {
  const [, whole, cents = ''] = PLAIN.exec(text) ?? []
  if (whole === undefined) return undefined
  return Number(whole) * HUNDREDTHS + Number(cents.padEnd(2, '0'))
}
