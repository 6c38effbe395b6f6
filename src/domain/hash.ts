/**
 * Hashes of the protocol: H, with a purpose and a round in every input, and M, a Merkle tree root.
 *
 * Pure. Invariant: no hash made for one purpose or round can stand for another.
 * Source of M: RFC 6962, section 2.1. Decided in docs/decisions/0003.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { compareBytes, concat, lengthPrefixed } from './encoding.ts'

/** The version that stands in every hash; a change of it is another protocol. */
export const PROTOCOL = 'common-chest/1'

export type HashTag =
  | 'ballot'
  | 'checkpoint'
  | 'empty'
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

/** Root over the leaves sorted by bytes: 32 bytes. The empty list is H("empty"). */
export function merkleRoot(round: string, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash('empty', round)
  return subtree(leaves.toSorted(compareBytes).map((leaf) => sha256(concat(LEAF, leaf))))
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 6962 splits at the largest power of two below the size; pairing level by level is the same tree. */
function subtree(level: readonly Uint8Array[]): Uint8Array {
  let nodes = level
  while (nodes.length > 1) {
    const next: Uint8Array[] = []
    for (let index = 0; index < nodes.length; index += 2) {
      const [left, right] = [nodes[index], nodes[index + 1]]
      if (left) next.push(right ? sha256(concat(NODE, left, right)) : left)
    }
    nodes = next
  }
  return nodes[0] ?? new Uint8Array(32)
}
