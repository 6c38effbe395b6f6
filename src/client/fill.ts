/**
 * Sentences with gaps: the build leaves gaps in a sentence of its dictionary, and the browser fills them.
 *
 * Pure. Invariant: no dictionary is sent to a page that says only a few sentences.
 * Decided in docs/decisions/0008.
 */

/** Puts values into the gaps `{0}`, `{1}` … */
export function fill(sentence: string, values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''))
}
