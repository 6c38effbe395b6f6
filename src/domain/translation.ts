/**
 * Translations: a guide, a round or a proposal in another language, in a file of its own beside the
 * original: `lit-path.da.md` beside `lit-path.md`.
 *
 * Pure. Invariant: a translation holds words only, no amount, date or id that could differ from the original;
 * it has words for everything that the original says, and nothing of it is voted on.
 * Decided in docs/decisions/0020.
 */
import * as v from 'valibot'
import type { Language } from './council.ts'
import { lineOf } from './written-text.ts'

/** The translations of one file, each with its text in Markdown. */
export type Translations<Words> = Readonly<
  Partial<Record<Language, Words & { readonly body: string }>>
>

/** A text of the council or of a resident, told in one language. */
export type Told = {
  /** The language of its words; the council's first one where it does not say. */
  readonly language?: Language | undefined
  /** Its title as it was written, where this is a translation. */
  readonly originalTitle?: string
}

/** The version of a translation's form. Write 1. */
export const TranslationVersion = v.literal(1, 'write 1')

/** Names by the short name that the original gives: `{ play: Leg og bevægelse }`. */
export const namesBy = (most: number) =>
  v.optional(v.record(v.string(), lineOf(1, most), 'write a line for each short name'), {})

/** What a translation has no words for, of the texts that the original has. */
export function lackingWords(
  texts: Readonly<Record<string, unknown>>,
  words: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys({ ...texts, ...words }).flatMap((field) => {
    const [given, told] = [texts[field] !== undefined, words[field] !== undefined]
    if (given && !told) return [`${field}: missing, expected it in this language as well`]
    return told && !given ? [`${field}: found words for what the original does not have`] : []
  })
}

/** The same for names that are given by short names; fields are written as `themes.play`. */
export function lackingNames(
  field: string,
  originals: readonly { readonly id: string }[],
  names: Readonly<Record<string, unknown>>,
): string[] {
  const fieldsOf = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [`${field}.${id}`, true]))
  return lackingWords(fieldsOf(originals.map(({ id }) => id)), fieldsOf(Object.keys(names)))
}
