/**
 * Ballot records: how a sealed ballot lies in the ballot box.
 *
 * Pure. Invariant: every record of a round has the same length, and shows neither choice nor token
 * without the key. Decided in docs/decisions/0003.
 */
import {
  ballotBytes,
  longestBallot,
  parseBallotBytes,
  type Ballot,
  type BallotPaper,
} from './ballot.ts'
import { concat, fromBase64url, lengthPrefixed, sameBytes, toBase64url } from './encoding.ts'
import { hash } from './hash.ts'

const SALT = 16
const BLOCK = 64

const lengths = new WeakMap<BallotPaper, number>()

/** What is sealed, and what lies beside it in clear: two commitments that show nothing. */
export type BallotRecord = {
  /** `leaf` of the protocol: ties the receipt to the commitment, for named observers. */
  readonly leaf: Uint8Array
  /** `c` of the protocol: the commitment to the ballot. */
  readonly commitment: Uint8Array
  /** The padded bytes to be sealed: salt, q, length and ballot. */
  readonly plain: Uint8Array
}

export type OpenedBallot = {
  readonly ballot: Ballot
  readonly commitment: Uint8Array
  readonly salt: Uint8Array
}

/** `pairing`: q of the protocol, which only named observers are shown. */
export type OpenedRecord = OpenedBallot & { readonly pairing: Uint8Array }

/** Makes the record of a ballot from two fresh random numbers of 16 bytes. */
export function makeRecord(
  paper: BallotPaper,
  ballot: Ballot,
  receipt: string,
  random: { readonly salt: Uint8Array; readonly pairing: Uint8Array },
): BallotRecord {
  const bytes = ballotBytes(ballot.choices, paper.form)
  const commitment = hash('ballot', paper.round, paper.pool, random.salt, bytes)
  const padded = new Uint8Array(plainLength(paper))
  padded.set(concat(random.salt, random.pairing, lengthPrefixed(bytes)))
  return {
    leaf: pairOf(paper.round, random.pairing, receipt, commitment),
    commitment,
    plain: padded,
  }
}

/** What the seal is bound to, so that a record cannot be moved to another round, box or receipt. */
export function sealContext(round: string, pool: string, receipt: string): Uint8Array {
  return lengthPrefixed(round, pool, receipt)
}

/** The record as the store keeps it: leaf, commitment and sealed bytes as base64url. */
export function printRecord(record: Omit<BallotRecord, 'plain'>, sealed: Uint8Array): string {
  return toBase64url(concat(record.leaf, record.commitment, sealed))
}

/** Splits a stored record into its two commitments and the sealed bytes. */
export function parseRecord(text: string): {
  readonly leaf: Uint8Array
  readonly commitment: Uint8Array
  readonly sealed: Uint8Array
} {
  const bytes = fromBase64url(text)
  return { leaf: bytes.slice(0, 32), commitment: bytes.slice(32, 64), sealed: bytes.slice(64) }
}

/** Reads an unsealed record and checks both commitments. Throws where the box was tampered with. */
export function openRecord(
  where: { readonly round: string; readonly pool: string; readonly receipt: string },
  record: {
    readonly leaf: Uint8Array
    readonly commitment: Uint8Array
    readonly plain: Uint8Array
  },
): OpenedRecord {
  const salt = record.plain.slice(0, SALT)
  const pairing = record.plain.slice(SALT, 2 * SALT)
  const length = new DataView(record.plain.buffer, record.plain.byteOffset + 2 * SALT).getUint32(0)
  const bytes = record.plain.slice(2 * SALT + 4, 2 * SALT + 4 + length)
  const commitment = hash('ballot', where.round, where.pool, salt, bytes)
  const leaf = pairOf(where.round, pairing, where.receipt, commitment)
  if (!sameBytes(commitment, record.commitment) || !sameBytes(leaf, record.leaf))
    throw new Error('a ballot record does not fit its commitments')
  return { ballot: parseBallotBytes(bytes), commitment, salt, pairing }
}

function pairOf(round: string, pairing: Uint8Array, receipt: string, commitment: Uint8Array) {
  return hash('pair', round, pairing, receipt, commitment)
}

/** `L` of the protocol: one length for all, a multiple of 64 bytes. Found once for each paper. */
function plainLength(paper: BallotPaper): number {
  const known = lengths.get(paper)
  if (known !== undefined) return known
  const length = Math.ceil((2 * SALT + 4 + longestBallot(paper)) / BLOCK) * BLOCK
  lengths.set(paper, length)
  return length
}
