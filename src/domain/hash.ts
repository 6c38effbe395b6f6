/**
 * Hashes of the protocol: H, with a purpose and a round in every input.
 *
 * Pure. Invariant: no hash made for one purpose or round can stand for another.
 * Decided in docs/decisions/0003.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { lengthPrefixed } from './encoding.ts'

/** The version that stands in every hash; a change of it is another protocol. */
export const PROTOCOL = 'common-chest/1'

export type HashTag =
  | 'ballot'
  | 'checkpoint'
  | 'desk-invitation'
  | 'desk-kiosk'
  | 'desk-log'
  | 'desk-session'
  | 'desk-set-up'
  | 'empty'
  | 'hall-file'
  | 'issued'
  | 'key'
  | 'lot-order'
  | 'mark'
  | 'pair'
  | 'receipt'
  | 'receipt-signature'
  | 'retry'
  | 'submission'
  | 'use'

/** SHA-256 over the length-prefixed tag, round and parts: 32 bytes. */
export function hash(
  tag: HashTag,
  round: string,
  ...parts: readonly (Uint8Array | string)[]
): Uint8Array {
  return sha256(lengthPrefixed(`${PROTOCOL}/${tag}`, round, ...parts))
}

/** SHA-256 of bytes without a tag, for digests of published files. */
export { sha256 }
