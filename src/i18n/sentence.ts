/**
 * Sentences: the full stop after words that may end in one themselves.
 *
 * Pure. Invariant: an amount such as `500 kr.` ends a sentence with one stop, not two.
 * Decided in docs/decisions/0008.
 */

/** Ends a sentence. */
export function stop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
