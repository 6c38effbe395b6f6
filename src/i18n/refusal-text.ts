/**
 * Refusal texts: the shape of what a reader is told when something is not possible.
 *
 * Pure. Invariant: a sentence says what happened, the number that matters, and what to do.
 * Decided in docs/decisions/0008.
 */
import type { Format } from './format.ts'

/** Facts of a refusal: numbers, money in hundredths, instants as ISO text, fault words by field. */
export type Details = Readonly<Record<string, string | number>>

export type Sentence = (details: Details, format: Format) => string

export type RefusalText = { readonly title: string; readonly sentence: Sentence }

/** Pairs a heading with its sentence. */
export function says(title: string, sentence: Sentence): RefusalText {
  return { title, sentence }
}
