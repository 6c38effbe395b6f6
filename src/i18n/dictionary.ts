/**
 * The dictionaries, by language.
 *
 * Pure. Invariant: every language has every sentence, or it does not compile.
 * Decided in docs/decisions/0008.
 */
import { da } from './da.ts'
import { de } from './de.ts'
import { en, type Dictionary } from './en.ts'
import { nl } from './nl.ts'

export type { Dictionary }

const DICTIONARIES = { en, da, nl, de } satisfies Readonly<Record<string, Dictionary>>

/** The dictionary of a language. */
export function dictionary(language: keyof typeof DICTIONARIES): Dictionary {
  return DICTIONARIES[language]
}
