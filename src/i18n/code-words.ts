/**
 * The words of the room of voting codes, by language, for its script.
 *
 * Pure. Invariant: loaded on that page only. Decided in docs/decisions/0008.
 */
import { codeWords as da } from './da/code-words.ts'
import { codeWords as de } from './de/code-words.ts'
import { codeWords as en } from './en/code-words.ts'
import { codeWords as nl } from './nl/code-words.ts'

export type CodeWords = typeof en

const WORDS: Readonly<Record<string, CodeWords>> = { en, da, nl, de }

/** The words in the page's language. */
export function codeWords(language: string): CodeWords {
  return WORDS[language] ?? en
}
