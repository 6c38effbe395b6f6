/**
 * Sentences: the full stop after words that may end in one, or in another mark, themselves.
 *
 * Pure. Invariant: an amount such as `500 kr.` ends a sentence with one stop, not two, and a question stays one.
 * Decided in docs/decisions/0008.
 */

/** Ends a sentence. */
export function stop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** A text whose gaps were filled: where what was filled in ended a sentence, the stop after it goes. */
export function stopOnce(text: string): string {
  return text.replace(/([.!?…])\.(?=\s|$)/g, '$1')
}
