/**
 * The file of a hall: its sealed ballot box, with everything that a result is reconciled from, as one text.
 *
 * Pure. Invariant: ballots lie in it as they lie in the box, sealed; nothing in it joins a code to a ballot. All of
 * it is signed with the key of the hall's laptop.
 * Decided in docs/decisions/0032.
 */
import * as v from 'valibot'
import { ReasonSchema } from './box-event.ts'
import { canonicalJson } from './canonical-json.ts'
import {
  checkpointHash,
  type Checkpoint,
  type CheckpointCounts,
  type HallWord,
} from './checkpoint.ts'
import { deskKind, type DeskKind } from './desk-record.ts'
import { toHex } from './encoding.ts'
import { SittingSchema } from './hall-setting.ts'
import { hash } from './hash.ts'
import { AreaIdSchema, HallIdSchema, RoundIdSchema, WHOLE, type Pool, type RoundId } from './id.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const pool = v.union([v.literal(WHOLE), AreaIdSchema])
const numbers = v.record(v.string(), count)
/** 32 bytes as base64url. */
const key = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

export const HallFileSchema = v.strictObject({
  schemaVersion: v.literal(1),
  round: RoundIdSchema,
  hall: HallIdSchema,
  sitting: SittingSchema,
  /** When its final checkpoint was written, by the laptop's clock. */
  sealedAt: count,
  /** Pinned when voting opened, and the head that receipts name. */
  digest: v.string(),
  head: v.string(),
  counts: v.strictObject({
    ...{ issued: numbers, recorded: numbers, invalid: numbers },
    ...{ revoked: count, reissued: count, held: count },
  }),
  marks: v.array(
    v.strictObject({
      ...{ k: key, pool, kind: v.picklist(['live', 'reserve']), word: v.string() },
      use: v.optional(key),
    }),
  ),
  /** `first`: the first checkpoint that holds it. */
  ballots: v.array(
    v.strictObject({ pool, receipt: v.string(), record: v.string(), first: v.optional(count) }),
  ),
  /** The texts of its board, from the opening record to the final checkpoint. */
  board: v.array(v.string()),
  /** Ed25519 over `hallFileMessage`, by the key that signs the hall's receipts; base64url. */
  signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
})

export type HallFile = v.InferOutput<typeof HallFileSchema>

const FateSchema = v.union([
  v.strictObject({ ballots: count, head: v.string() }),
  v.strictObject({ reason: ReasonSchema }),
])

/**
 * What became of a hall: its file was taken in, with so many ballots and this end of its chain; or its box is not
 * there, for a reason that everyone can read.
 */
export type HallFate = v.InferOutput<typeof FateSchema>

/** The fates of a round's halls, by hall. */
export function hallKind(round: RoundId): DeskKind<HallFate> {
  return deskKind(`hall:${round}`, FateSchema)
}

/** The files that were taken in, by hall: apart from the fates, for each of them is large. */
export function hallFileKind(round: RoundId): DeskKind<HallFile> {
  return deskKind(`hall-file:${round}`, HallFileSchema)
}

const PreparedSchema = v.strictObject({
  sitting: SittingSchema,
  opensAt: v.string(),
  digest: v.string(),
  /** Once voting is being opened with the key of this sitting. */
  named: v.optional(v.literal(true)),
})

/** For what the laptop of a hall was prepared last. */
export type Prepared = v.InferOutput<typeof PreparedSchema>

/** By hall. */
export function preparedKind(round: RoundId): DeskKind<Prepared> {
  return deskKind(`hall-prepared:${round}`, PreparedSchema)
}

/** What the laptop of a hall signs, so that nobody on the way can change its file: all of it but the signature. */
export function hallFileMessage(file: Omit<HallFile, 'signature'>): Uint8Array {
  return hash('hall-file', file.round, canonicalJson({ ...file, signature: undefined }))
}

/** The text of the file. */
export function printHallFile(file: HallFile): string {
  return `${JSON.stringify(file)}\n`
}

/** Reads a file that somebody brought; undefined where it is none. */
export function readHallFile(text: string): HallFile | undefined {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), HallFileSchema), text)
  return parsed.success ? parsed.output : undefined
}

/**
 * Whether every code, use and ballot stands in it once, and all of it in these boxes of the ballot, counted as its
 * last checkpoint says. The sums of reconciliation alone would let one ballot stand for two.
 */
export function isOneBox(
  { marks, ballots, counts }: HallFile,
  pools: readonly Pool[],
  last: Pick<Checkpoint, 'recorded' | 'invalid'> | undefined,
): boolean {
  const uses = marks.flatMap(({ use }) => (use === undefined ? [] : [use]))
  const lists = [
    marks.map(({ k }) => k),
    uses,
    ballots.map((each) => `${each.pool} ${each.receipt}`),
    ballots.map(({ record }) => record),
  ]
  const named = [counts.issued, counts.recorded, counts.invalid].flatMap(Object.keys)
  const used = [...marks, ...ballots].map((each) => each.pool)
  const places = [...used, ...named.map((name) => name.slice(name.indexOf(':') + 1))]
  return (
    lists.every((list) => new Set(list).size === list.length) &&
    places.every((place) => pools.some((each) => each === place)) &&
    isCounted(counts.recorded, last?.recorded) &&
    isCounted(counts.invalid, last?.invalid)
  )
}

/** Numbers by `<channel>:<pool>`, and the same as a checkpoint has them; none is the same as zero. */
function isCounted(
  numbers: Readonly<Record<string, number>>,
  published: Checkpoint['recorded'] = [],
): boolean {
  const written = Object.entries(numbers).filter(([, number]) => number > 0)
  const said = published.filter(({ ballots }) => ballots > 0)
  return (
    written.length === said.length &&
    said.every((each) => numbers[`${each.channel}:${each.pool}`] === each.ballots)
  )
}

/** Counters as the file writes them. */
export function printCounts({ issued, recorded, invalid, ...rest }: CheckpointCounts) {
  const written = (map: ReadonlyMap<string, number>) => Object.fromEntries(map)
  return {
    issued: written(issued),
    recorded: written(recorded),
    invalid: written(invalid),
    ...rest,
  }
}

/** Counters as everything else knows them. */
export function readCounts({ counts }: HallFile): CheckpointCounts {
  const { issued, recorded, invalid, ...rest } = counts
  const read = (written: Readonly<Record<string, number>>) => new Map(Object.entries(written))
  return { issued: read(issued), recorded: read(recorded), invalid: read(invalid), ...rest }
}

/** What the final checkpoint of the round says of a box that is there: number and hash of its last checkpoint. */
export function hallWord({ round, hall, board }: HallFile): HallWord {
  const n = Math.max(0, board.length - 1)
  return { hall, n, head: toHex(checkpointHash(round, board[n] ?? '')) }
}
