/**
 * Snapshots: a result as it is published, with what it was made from
 * (content/rounds/<round>/results/<n>/result.json, summed up in result.md).
 *
 * Pure. Invariant: the same ballots and the same digest give the same snapshot, letter for letter; a
 * published snapshot is never edited, only followed by another. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { AllocationSchema, type Allocation } from './allocation.ts'
import { ReasonSchema } from './box-event.ts'
import { canonicalJson, isJson } from './canonical-json.ts'
import { digestOf } from './digest.ts'
import { AreaIdSchema, HallIdSchema, RoundIdSchema, WHOLE } from './id.ts'
import { asMoney } from './money.ts'
import { SideBySideSchema } from './other-rule.ts'
import { PublishedRuleSchema } from './rule.ts'
import { BallotNumbersSchema } from './turnout.ts'

const count = v.pipe(v.number(), v.integer('write a whole number'), v.minValue(0))
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'write 64 hex letters'))
const instant = v.pipe(v.string(), v.isoTimestamp('write a time as 2027-05-16T18:00:00Z'))

export const SNAPSHOT_STATUSES = ['provisional', 'final', 'corrected'] as const

const pool = v.union([v.literal(WHOLE), AreaIdSchema])

export const PoolResultSchema = v.strictObject({
  /** The ballot box: an area's id, or "all". */
  pool,
  /** The money it decided on, in hundredths of the main unit. */
  budget: v.pipe(v.number(), v.safeInteger(), v.transform(asMoney)),
  /** How many residents could have voted; null where the council did not say. */
  eligible: v.nullable(count),
  /** Ballots in the box, how many of them were blank, and by which ways they came. */
  ballots: BallotNumbersSchema,
  /** What the rule made of them, with the reason for every proposal. */
  allocation: AllocationSchema,
  /** What another rule would have done; only where the ballots are published too. */
  sideBySide: v.optional(SideBySideSchema),
})

/** What a hall's box held, by the boxes of the round; how many were blank is not told, for a hall may be small. */
export const HallResultSchema = v.union([
  v.strictObject({
    hall: HallIdSchema,
    pools: v.array(v.strictObject({ pool, ballots: v.omit(BallotNumbersSchema, ['blank']) })),
  }),
  /** Why its box is not there, in a clerk's public words. */
  v.strictObject({ hall: HallIdSchema, reason: ReasonSchema }),
])

export const SnapshotSchema = v.strictObject({
  /** The version of this file's form. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The round's id. */
  round: RoundIdSchema,
  /** 1 for the first snapshot of the round. */
  snapshot: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** `provisional` sums, the `final` result, or one that `corrected` an earlier one. */
  status: v.picklist(SNAPSHOT_STATUSES, 'write provisional, final or corrected'),
  /** The instant up to which ballots are in it: the end of voting. */
  asOf: instant,
  /** The snapshot that this one replaces; null for the first. */
  supersedes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Why it corrects the one before, in a clerk's public words. */
  reason: v.optional(ReasonSchema),
  /** The digest of what was voted on, as pinned when voting opened. */
  ballotDigest: digest,
  /** The rule, with its options; money in hundredths. */
  rule: PublishedRuleSchema,
  /** What came of the whole round, its halls and all. */
  pools: v.array(PoolResultSchema),
  /** What of it came from halls, in the order of the round; left out where it names none. */
  halls: v.optional(v.array(HallResultSchema)),
  /** SHA-256 of the canonical JSON of all of the above. */
  digest,
})

export type Snapshot = v.InferOutput<typeof SnapshotSchema>
export type HallResult = v.InferOutput<typeof HallResultSchema>
export type PoolResult = v.InferOutput<typeof PoolResultSchema>

/** The beginning of the names of a hall's files in a result: nothing for the box of the round itself. */
export function hallPrefix(hall: string | undefined): string {
  return hall === undefined ? '' : `hall-${hall}.`
}

/** Completes a snapshot with its digest. */
export function sealSnapshot(snapshot: Omit<Snapshot, 'digest'>): Snapshot {
  return { ...snapshot, digest: snapshotDigest(snapshot) }
}

/**
 * The digest that a snapshot must carry, as 64 hex letters, from the JSON as it was published: fields that
 * a later version of the schema adds by default have no part in it.
 */
export function snapshotDigest(published: unknown): string {
  const { digest: _, ...rest } = v.parse(v.record(v.string(), v.unknown()), published)
  if (!isJson(rest)) throw new RangeError('a snapshot is JSON')
  return digestOf(canonicalJson(rest))
}

/** Reads result.json, with the digest that its text has. Throws where it is no snapshot. */
export function readSnapshot(text: string): {
  readonly snapshot: Snapshot
  readonly digest: string
} {
  const published = v.parse(v.pipe(v.string(), v.parseJson()), text)
  return { snapshot: v.parse(SnapshotSchema, published), digest: snapshotDigest(published) }
}

/** Whether two allocations say the same about every proposal. */
export function sameAllocation(a: Allocation, b: Allocation): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

export const ResultPageSchema = v.strictObject({
  /** The version of this file's form. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The snapshot that counts now: the name of a folder in results/. */
  snapshot: v.pipe(v.number('write a number'), v.integer('write a whole number'), v.minValue(1)),
  /** provisional, final or corrected, as in that snapshot. */
  status: v.picklist(SNAPSHOT_STATUSES, 'write provisional, final or corrected'),
  /** The end of voting, as in that snapshot. */
  asOf: instant,
  /** The digest of that snapshot. */
  digest,
})

/** The front matter of result.md. */
export type ResultPage = v.InferOutput<typeof ResultPageSchema>
