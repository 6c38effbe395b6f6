/**
 * Marks: what the ballot box keeps of a token, and the states that a mark goes through.
 *
 * Pure. Invariant: a mark is used at most once, and never changes after that.
 * Decided in docs/decisions/0003.
 */
import { compareText, fromBase64url, toBase64url } from './encoding.ts'
import { hash } from './hash.ts'
import type { Pool } from './id.ts'
import { merkleRoot } from './merkle.ts'

/** `live` can vote; `reserve` waits to replace a lost letter. */
export type MarkKind = 'live' | 'reserve'

/** A mark: `k` of the protocol, base64url of 32 bytes. */
export type Mark = { readonly k: string; readonly pool: Pool; readonly kind: MarkKind }

/** The state of a mark as text in the store, written here and read by the store's scripts. */
export const markState = {
  draft: 'draft',
  ready: (kind: MarkKind, pool: Pool) => `${kind}:${pool}`,
  revoked: (pool: Pool) => `revoked:${pool}`,
  /** The code of a paper ballot that waits in a batch. */
  held: (pool: Pool, batch: string, use: string) => `held:${pool}:${batch}:${use}`,
  used: (pool: Pool, retry: string, use: string) => `used:${pool}:${retry}:${use}`,
} as const

/** Reads a state back: its word, its pool, and for a used mark `t` and `u`. */
export function parseMarkState(state: string): {
  word: string
  pool: string
  retry: string
  use: string
} {
  const [word = '', pool = '', retry = '', use = ''] = state.split(':')
  return { word, pool, retry, use }
}

/** `t` of the protocol: what makes a second sending of the same ballot known as a retry. */
export function retryOf(round: string, nonce: Uint8Array, ballot: Uint8Array): string {
  return toBase64url(hash('retry', round, nonce, ballot))
}

/** How many marks belong to none of these boxes, as after a change of the round's areas. */
export function marksWithoutBox(pools: readonly Pool[], marks: readonly Mark[]): number {
  return marks.filter(({ pool }) => !pools.includes(pool)).length
}

/** Root over all marks that were issued, 32 bytes: frozen in the opening record. */
export function issuedRoot(round: string, marks: readonly Mark[]): Uint8Array {
  const sorted = marks.toSorted((a, b) => compareText(a.k, b.k))
  return merkleRoot(
    round,
    sorted.map(({ k, pool, kind }) => hash('issued', round, fromBase64url(k), pool, kind)),
  )
}
