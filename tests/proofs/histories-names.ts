/**
 * Names of a random history as they lie in a store: readable, where real ones are hashes.
 *
 * Pure. Invariant: a store cannot tell them from real ones: nothing in it looks into a name, and records are
 * longer than 64 bytes and begin with a leaf of 32.
 */
import type { Vote } from './histories-commands.ts'
import type { ReferenceMark } from './histories-reference.ts'

const LEAF = 32
const RECORD = 150

export function serialOf(code: string): string {
  return `letter-${code}`
}

export function useOf(code: string): string {
  return `use-${code}`
}

/** What is the same for the same nonce and the same choices. */
export function retryOf({ nonce, choices }: Vote): string {
  return `${nonce}.${choices}`
}

/** A record that says what it is a record of. */
export function recordFrom(text: string): string {
  return Buffer.from(text.padEnd(RECORD)).toString('base64url')
}

export function textOfRecord(record: string): string {
  return Buffer.from(record, 'base64url').toString().trim()
}

export function textOfLeaf(leaf: Uint8Array): string {
  if (leaf.length !== LEAF) throw new RangeError('a leaf has 32 bytes')
  return Buffer.from(leaf).toString().trim()
}

/** A held mark as its batch keeps it. */
export function heldMember(pile: string, code: string): string {
  return `${pile}/${code}:${useOf(code)}`
}

/** The state of a mark as text, by the table of the protocol. */
export function stateOfMark(code: string, { word, pool, vote, pile }: ReferenceMark): string {
  if (word === 'draft') return word
  if (word === 'held') return `held:${pool}:${pile}:${useOf(code)}`
  return word === 'used' ? `${word}:${pool}:${vote}:${useOf(code)}` : `${word}:${pool}`
}
