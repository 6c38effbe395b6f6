/**
 * Merkle trees: one short root that stands for a whole list, whatever order the list came in.
 *
 * Pure. Invariant: two lists with one root and one size hold the same leaves.
 * Source: RFC 6962, section 2.1. Decided in docs/decisions/0003.
 */
import { compareBytes, concat, toHex } from './encoding.ts'
import { hash, sha256 } from './hash.ts'

/** A root as it is published: never without the number of leaves below it. */
export type SizedRoot = { readonly size: number; readonly root: string }

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** `M` of the protocol: root over the leaves sorted by bytes, 32 bytes. The empty list is H("empty"). */
export function merkleRoot(round: string, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash('empty', round)
  return subtree(leaves.toSorted(compareBytes).map((leaf) => sha256(concat(LEAF, leaf))))
}

/** The root as hex letters, with its size. */
export function sizedRoot(round: string, leaves: readonly Uint8Array[]): SizedRoot {
  return { size: leaves.length, root: toHex(merkleRoot(round, leaves)) }
}

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
