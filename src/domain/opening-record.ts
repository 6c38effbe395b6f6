/**
 * The opening record: checkpoint 0 of a round, published on the board before the first ballot.
 *
 * Pure. Invariant: everything a stranger needs to check the vote later is fixed here, before it.
 * Decided in docs/decisions/0003, its halls in 0032.
 */
import * as v from 'valibot'
import { canonicalJson } from './canonical-json.ts'
import { fromBase64url } from './encoding.ts'
import { PROTOCOL } from './hash.ts'
import { HallIdSchema } from './id.ts'

export const OpeningRecordSchema = v.strictObject({
  n: v.literal(0),
  protocol: v.literal(PROTOCOL),
  round: v.string(),
  /** Digest of what is voted on. */
  digest: v.string(),
  /** Instants, and the zone in which the council means them. */
  opensAt: v.string(),
  closesAt: v.string(),
  timeZone: v.string(),
  /** Root over all issued marks, hex. */
  issuedRoot: v.string(),
  /** Codes per ballot box: live ones, and the reserve for lost letters. */
  issued: v.array(v.strictObject({ pool: v.string(), live: v.number(), reserve: v.number() })),
  /** Ed25519 public key that signs receipts, base64url. */
  signKey: v.string(),
  fingerprint: v.string(),
  /** The order that settles ties, and how it was drawn. */
  lot: v.array(v.string()),
  drawn: v.string(),
  /** Ballots are published only from boxes with at least this many. */
  floor: v.number(),
  /** Every hall with a box of its own; left out where there are none. */
  halls: v.optional(v.array(HallIdSchema)),
  /** The key with which the laptop of each hall signs, in the order of `halls`; in the record of the round's own box. */
  hallKeys: v.optional(v.array(v.strictObject({ hall: HallIdSchema, signKey: v.string() }))),
  /** The hall whose box this is; left out by the box of the round itself. */
  hall: v.optional(HallIdSchema),
  /** Commit of the software and content that opened the round; null where it is not known. */
  commit: v.nullable(v.string()),
})

export type OpeningRecord = v.InferOutput<typeof OpeningRecordSchema>

/** The text that is published, byte for byte what the chain's hash is made of. */
export function printOpeningRecord(record: OpeningRecord): string {
  return canonicalJson(record) + '\n'
}

/** Reads a published opening record. Throws on any other text. */
export function parseOpeningRecord(text: string): OpeningRecord {
  return v.parse(v.pipe(v.string(), v.parseJson(), OpeningRecordSchema), text)
}

/** Whether it is the box of a hall that the round's own record named: its key, and the same hour. */
export function isNamedHall(
  own: OpeningRecord,
  { hall, signKey, opensAt }: Pick<OpeningRecord, 'hall' | 'signKey' | 'opensAt'>,
): boolean {
  const named = own.hallKeys?.find((each) => each.hall === hall)
  return named !== undefined && named.signKey === signKey && own.opensAt === opensAt
}

/** The key that signs receipts, 32 bytes. */
export function signKeyOf({ signKey }: OpeningRecord): Uint8Array {
  return fromBase64url(signKey)
}
