/**
 * The reader of an answer: in which language, with which formats, as a page or as JSON.
 *
 * Pure. Invariant: every sentence that leaves a function is in the reader's language.
 * Decided in docs/decisions/0001.
 */
import { LANGUAGES, type Council, type Language } from '../domain/council.ts'
import type { RefusalCode, RefusalDetails } from '../domain/refusal.ts'
import { dictionary, type Dictionary } from '../i18n/dictionary.ts'
import { makeFormat, type Format } from '../i18n/format.ts'
import { wantsPage } from './read.ts'

export type Reader = {
  readonly language: Language
  readonly words: Dictionary
  readonly format: Format
  readonly page: boolean
  /** The address of a page in the reader's language: `at('problem')` is `/en/problem/`. */
  at(...path: readonly string[]): string
}

/** Knows the reader from the request, and from the language that a form or script named. */
export function makeReader(
  request: Request,
  council: Pick<Council, 'languages' | 'currency' | 'timeZone'>,
  named?: string,
): Reader {
  const language = chooseLanguage(council.languages, named, request.headers.get('accept-language'))
  return {
    language,
    words: dictionary(language),
    format: makeFormat({ language, currency: council.currency, timeZone: council.timeZone }),
    page: wantsPage(request),
    at: (...path) => `/${[language, ...path].join('/')}/`,
  }
}

/** What the reader is told of a refusal. */
export function explain(
  { words, format }: Reader,
  code: RefusalCode,
  details: RefusalDetails,
): { readonly title: string; readonly sentence: string } {
  const text = words.refusals[code]
  return { title: text.title, sentence: text.sentence(details, format) }
}

/** Where no council can be read, its languages are unknown: any dictionary will do. */
export const UNKNOWN_COUNCIL = { languages: [...LANGUAGES], currency: 'EUR', timeZone: 'UTC' }

function chooseLanguage(
  languages: readonly Language[],
  named: string | undefined,
  accepted: string | null,
): Language {
  const wanted = [named, ...(accepted ?? '').split(',').map((part) => part.trim().slice(0, 2))]
  const found = wanted.map((wish) => languages.find((each) => each === wish)).find(Boolean)
  return found ?? languages[0] ?? 'en'
}
