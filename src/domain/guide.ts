/**
 * Guides: the council's pages on how it all works (content/guide/<id>.md).
 *
 * Pure. Invariant: a guide is text only; nothing is decided from it.
 * Decided in docs/decisions/0005, its translations in 0020.
 */
import * as v from 'valibot'
import type { Language } from './council.ts'
import { TranslationVersion, type Told, type Translations } from './translation.ts'
import { lineOf } from './written-text.ts'

export const GuideSchema = v.strictObject({
  /** The version of this file's form. Write 1. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The page's title. */
  title: lineOf(2, 80),
  /** One sentence on what the page answers. */
  summary: lineOf(5, 200),
  /** Its place among the guides: 1 for the first. */
  order: v.optional(
    v.pipe(v.number('write a whole number'), v.integer('write a whole number')),
    100,
  ),
})

/** A guide in another language (content/guide/<id>.<language>.md). */
export const GuideTranslationSchema = v.strictObject({
  schemaVersion: TranslationVersion,
  /** The page's title. */
  title: lineOf(2, 80),
  /** One sentence on what the page answers. */
  summary: lineOf(5, 200),
})

export type GuideText = v.InferOutput<typeof GuideSchema>

/** A guide with its id (the name of its file) and its text in Markdown. */
export type Guide = GuideText &
  Told & {
    readonly id: string
    readonly body: string
    readonly translations?: Translations<v.InferOutput<typeof GuideTranslationSchema>>
  }

/** The guide in a language, where it has been translated; else as it was written. */
export function tellGuide(guide: Guide, language: Language): Guide {
  const told = guide.translations?.[language]
  return told === undefined ? guide : { ...guide, ...told, language, originalTitle: guide.title }
}
