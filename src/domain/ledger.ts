/**
 * The ledger of codes: what became of every mark that was issued, once voting is over.
 *
 * Pure. Invariant: a used mark names its use key `u` and nothing of a ballot.
 * Decided in docs/decisions/0013.
 */
import { fromBase64url } from './encoding.ts'
import { hash } from './hash.ts'
import { parseMarkState, type Mark } from './mark.ts'

/** `word` is the first word of the state; `use` is `u` as base64url, of a used mark only. */
export type LedgerMark = Mark & { readonly word: string; readonly use: string | undefined }

/** The words that a mark can stand in after voting. */
export const LEDGER_WORDS = ['live', 'reserve', 'used', 'revoked', 'held'] as const

export type LedgerWord = (typeof LEDGER_WORDS)[number]

/** A mark with what became of it. */
export function ledgerMark(mark: Mark, state: string): LedgerMark {
  const { word, use } = parseMarkState(state)
  return { ...mark, word, use: word === 'used' ? use : undefined }
}

/** `m` of the protocol from a published `u`, without the code that it was made from. */
export function markOfUse(round: string, use: string): Uint8Array {
  return hash('mark', round, fromBase64url(use))
}

/** How many marks stand in each word, also in those that are none. */
export function countWords(marks: readonly LedgerMark[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const { word } of marks) counted.set(word, (counted.get(word) ?? 0) + 1)
  return counted
}
