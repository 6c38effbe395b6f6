/**
 * The order of texts by their letters, the same on every machine and in every language.
 *
 * Pure. Invariant: imports nothing, so that a page that only sorts stays light.
 * Decided in docs/decisions/0003.
 */

/** Orders text by code units, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
