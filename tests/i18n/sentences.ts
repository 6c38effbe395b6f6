/**
 * Every sentence that the dictionaries can say, with its key.
 *
 * Pure. Invariant: a text that takes arguments is asked with all mixtures of a few of them, so that each of
 * its forms is said; one that could be asked with none of them is a fault.
 */
import type { Language } from '../../src/domain/council.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { makeFormat } from '../../src/i18n/format.ts'
import { codeWords } from '../../src/i18n/code-words.ts'
import { recountWords } from '../../src/i18n/recount-words.ts'

export type Said = { readonly key: string; readonly sentence: string }

/** What a text may be given: one, several, and a name or an amount, which counts as one word. */
const ARGUMENTS = [1, 3, 'Name'] as const

/** Of refusals: facts of every kind that one of them tells. */
const DETAILS = {
  ...{ budget: 7_500_000, cost: 8_000_000, chosen: 6, minLength: 2, maxLength: 5, least: 1 },
  ...{ most: 6, given: 12, maxSumPoints: 10, rank: 2, state: 'settling', address: 'Name' },
  ...{
    earliest: '2026-11-16T19:02:00Z',
    latest: '2026-12-16T19:02:00Z',
    serial: 12,
    pool: 'Name',
    areas: 'Name',
    round: 'Name',
  },
  ...{ id: 'Name', path: 'Name', rows: 'Name', to: 'Name', proposals: 4, boxes: 'Name' },
  ...{
    serial: 'Name',
    waiting: 3,
    batch: 'Name',
    sheets: 9,
    fewest: 10,
    counted: 9,
    held: 10,
    sheet: 7,
  },
  ...{ opensAt: '2026-11-09T07:00:00Z', closesAt: '2026-11-16T19:00:00Z' },
}

const STATES = ['soon', 'before', 'settling', 'after', '']

/** Each once, in the order of the dictionary. */
export function sentencesOf(language: Language): readonly Said[] {
  const format = makeFormat({ language, currency: 'DKK', timeZone: 'Europe/Copenhagen' })
  const words = {
    ...dictionary(language),
    recount: recountWords(language),
    codeWords: codeWords(language),
  }
  const all = textsOf(words, '', format).flatMap(({ key, text }) =>
    text.split(/(?<=[.?!…])\s+/).map((sentence) => ({ key, sentence })),
  )
  return [...new Map(all.map((said) => [`${said.key} ${said.sentence}`, said])).values()]
}

type Text = { readonly key: string; readonly text: string }

function textsOf(value: unknown, key: string, format: unknown): readonly Text[] {
  if (typeof value === 'string') return [{ key, text: value }]
  if (typeof value === 'function') return answersOf(value, key, format)
  return Object.entries(Object(value)).flatMap(([name, member]) =>
    textsOf(member, key === '' ? name : `${key}.${name}`, format),
  )
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
function answersOf(say: Function, key: string, format: unknown): readonly Text[] {
  const asked = key.endsWith('.sentence')
    ? STATES.flatMap((state) => [
        [{ ...DETAILS, state }, format],
        [{ ...DETAILS, state, sameNonce: 1, closesAt: '', opensAt: '' }, format],
      ])
    : mixtures(say.length)
  const answers = asked.flatMap((given) => answer(say, given))
  if (answers.length === 0) throw new Error(`${key} could not be asked`)
  return answers.map((text) => ({ key, text }))
}

/** Empty where the arguments were of the wrong kind. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
function answer(say: Function, given: readonly unknown[]): readonly string[] {
  try {
    const text: unknown = say(...given)
    return typeof text === 'string' ? [text] : []
  } catch {
    return []
  }
}

function mixtures(count: number): readonly (readonly unknown[])[] {
  if (count === 0) return [[]]
  return mixtures(count - 1).flatMap((others) => ARGUMENTS.map((given) => [...others, given]))
}
