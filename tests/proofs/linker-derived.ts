/**
 * Derived values: what somebody can compute from a value with the hashes of the protocol.
 *
 * Pure. Invariant: only what is public is used: tags, the round, and the value itself.
 */
import { createHash } from 'node:crypto'
import { H } from './faults-protocol.ts'
import type { Party } from './linker-sights.ts'

const TAGS = ['ballot', 'issued', 'mark', 'pair', 'receipt', 'retry', 'use'] as const
const HALF = 16

/** SHA-256, every H of the protocol, of the whole value and of its first 16 bytes, once and twice. */
export function derivedFrom(round: string, party: Party): Uint8Array[] {
  const values = party.flatMap(({ bytes }) => [
    bytes,
    ...(bytes.length > HALF ? [bytes.subarray(0, HALF)] : []),
  ])
  const once = values.flatMap((value) => hashesOf(round, value))
  return [...once, ...party.flatMap(({ bytes }) => hashesOf(round, H('use', round, bytes)))]
}

function hashesOf(round: string, value: Uint8Array): Uint8Array[] {
  const plain = createHash('sha256').update(value).digest()
  return [plain, ...TAGS.map((tag) => H(tag, round, value))]
}
