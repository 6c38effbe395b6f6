/**
 * The words of the recount, by language, for the worker that does it.
 *
 * Pure. Invariant: loaded only where somebody counts, so that the result page stays light.
 * Decided in docs/decisions/0008.
 */
import { recount as da } from './da/recount.ts'
import { recount as de } from './de/recount.ts'
import { recount as en } from './en/recount.ts'
import { recount as nl } from './nl/recount.ts'

export type RecountWords = typeof en

const WORDS: Readonly<Record<string, RecountWords>> = { en, da, nl, de }

/** The words in the page's language. */
export function recountWords(language: string): RecountWords {
  return WORDS[language] ?? en
}
