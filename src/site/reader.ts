/**
 * The reader: the language of a page, with its words and formats.
 *
 * Pure. Invariant: a page takes words and formats from here only. Decided in docs/decisions/0008.
 */
import { tellCouncil, type Council, type Language } from '../domain/council.ts'
import type { Period } from '../domain/phase.ts'
import type { Told } from '../domain/translation.ts'
import { dictionary, type Dictionary } from '../i18n/dictionary.ts'
import { makeFormat, type Format } from '../i18n/format.ts'

export type Reader = {
  readonly council: Council
  readonly language: Language
  readonly words: Dictionary
  readonly format: Format
}

/** Makes the reader of one language, from the council as it was written. */
export function makeReader(council: Council, language: Language): Reader {
  const { currency, timeZone } = council
  const format = makeFormat({ language, currency, timeZone })
  return { council: tellCouncil(council, language), language, words: dictionary(language), format }
}

/** The reader of a round, who has its first year in mind: dates of other years say theirs. */
export function inRound(reader: Reader, [first]: readonly Period[]): Reader {
  return first ? { ...reader, format: reader.format.asOf(first.startsAt) } : reader
}

/** The `lang` of a text that the council or a resident wrote; undefined where it is the page's own. */
export function textLanguage(
  { council, language }: Reader,
  written: Language | undefined = council.languages[0],
): Language | undefined {
  return written === language ? undefined : written
}

/** The `lang` of the council's name and words; undefined where it is the page's own. */
export function councilLanguage(reader: Reader): Language | undefined {
  return textLanguage(reader, reader.council.language)
}

/** A text as it was written: its title, and its language, which is not the reader's. */
export type Original = { readonly title: string; readonly lang: Language }

/** What a translated text was made from; undefined where it stands as it was written. */
export function originalOf(
  { originalTitle: title }: Told,
  { council, language }: Reader,
  written: Language | undefined = council.languages[0],
): Original | undefined {
  return title === undefined ? undefined : { title, lang: written ?? language }
}

/** A language by its own name: `Dansk`. */
export function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** A language by its name in another: `English` in English, `engelsk` in Danish. */
export function nameIn(language: Language, named: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(named) ?? named
}
