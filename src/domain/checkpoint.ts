/**
 * Checkpoints: the links of a round's public chain, each fixing what was in the ballot box at a moment.
 *
 * Pure. Invariant: nothing in a checkpoint depends on what anyone chose but the roots over commitments,
 * and nothing in it names a receipt, a code or the time of a ballot. Decided in docs/decisions/0012.
 */
import * as v from 'valibot'
import { BoxEventSchema, ReasonSchema, type BoxEvent } from './box-event.ts'
import { canonicalJson } from './canonical-json.ts'
import { compareText, toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'
import { HallIdSchema, type HallId, type Pool } from './id.ts'
import { sizedRoot } from './merkle.ts'
import type { Instant } from './time.ts'

/** A checkpoint while voting goes on waits for both: so few ballots, and so short a time, would stand out. */
export const FEWEST_NEW_BALLOTS = 25
export const SHORTEST_INTERVAL_SECONDS = 30 * 60

/** `voting`: while it goes on. `closing`: nothing can be cast any more. `final`: sealed, with ballotsRoot. */
export const CHECKPOINT_KINDS = ['voting', 'closing', 'final'] as const

export type CheckpointKind = (typeof CHECKPOINT_KINDS)[number]

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
/** How far a log of the desk reaches: its entries, and the hash of the last one. */
const LogHeadSchema = v.strictObject({ n: count, head: hex })
/** Where the chain of a hall's box ends, the whole hash of its last checkpoint; or why its box is not there. */
const HallWordSchema = v.union([
  v.strictObject({ hall: HallIdSchema, n: count, head: hex }),
  v.strictObject({ hall: HallIdSchema, reason: ReasonSchema }),
])
const SizedRootSchema = v.strictObject({ size: count, root: hex })

export const CheckpointSchema = v.strictObject({
  n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  round: v.string(),
  kind: v.picklist(CHECKPOINT_KINDS),
  /** H("checkpoint"; bytes of n-1), hex. */
  previous: hex,
  /** M over the receipts of all boxes, as the bytes of their sixteen letters. */
  receiptsRoot: SizedRootSchema,
  /** M over the leaves of all boxes: each ties a receipt to the commitment of its ballot. */
  pairsRoot: SizedRootSchema,
  /** M over the commitments of all ballots, also those of halls; in the final checkpoint of the round only. */
  ballotsRoot: v.optional(SizedRootSchema),
  /** Ballots by where they were cast and for which box. */
  recorded: v.array(v.strictObject({ channel: v.string(), pool: v.string(), ballots: count })),
  /** Paper sheets that are no ballot, and whose codes are used up; left out where there are none. */
  invalid: v.optional(
    v.array(v.strictObject({ channel: v.string(), pool: v.string(), ballots: count })),
  ),
  issued: v.array(v.strictObject({ pool: v.string(), live: count, reserve: count })),
  revoked: count,
  reissued: count,
  /** Codes whose paper ballot waits to be boxed. */
  held: count,
  /** What happened since the checkpoint before. */
  events: v.array(BoxEventSchema),
  /** What became of the box of each hall; in the final checkpoint of the round only. */
  halls: v.optional(v.array(HallWordSchema)),
  /** The desk's log of this round, where anything stands in it; and that of the council. */
  log: v.optional(LogHeadSchema),
  councilLog: v.optional(LogHeadSchema),
})

export type Checkpoint = v.InferOutput<typeof CheckpointSchema>
export type HallWord = v.InferOutput<typeof HallWordSchema>

/** Numbers of a round's boxes: `issued` by `<kind>:<pool>`, `recorded` and `invalid` by `<channel>:<pool>`. */
export type CheckpointCounts = {
  /** Codes made live or reserve before opening. */
  readonly issued: ReadonlyMap<string, number>
  readonly recorded: ReadonlyMap<string, number>
  /** Paper sheets that are no ballot, and whose codes are used up. */
  readonly invalid: ReadonlyMap<string, number>
  readonly revoked: number
  readonly reissued: number
  /** Codes whose paper ballot waits to be boxed. */
  readonly held: number
}

export type CheckpointFacts = {
  readonly n: number
  readonly round: string
  readonly kind: CheckpointKind
  /** The text of checkpoint n-1, as it is published. */
  readonly before: string
  readonly pools: readonly Pool[]
  readonly receipts: readonly string[]
  readonly leaves: readonly Uint8Array[]
  /** Undefined before the boxes are sealed, and in the box of a hall. */
  readonly commitments?: readonly Uint8Array[] | undefined
  readonly counts: CheckpointCounts
  readonly events: readonly BoxEvent[]
  readonly halls?: readonly HallWord[] | undefined
  /** Heads of the desk's logs, where they have an entry. */
  readonly logs?: Pick<Checkpoint, 'log' | 'councilLog'> | undefined
}

/** Makes a checkpoint; the same facts in any order give the same text. */
export function makeCheckpoint(facts: CheckpointFacts): Checkpoint {
  const { n, round, kind, counts, commitments } = facts
  return {
    ...{ n, round, kind, previous: toHex(checkpointHash(round, facts.before)) },
    receiptsRoot: sizedRoot(round, facts.receipts.map(utf8)),
    pairsRoot: sizedRoot(round, facts.leaves),
    ...(commitments === undefined ? {} : { ballotsRoot: sizedRoot(round, commitments) }),
    recorded: byChannel(counts.recorded),
    ...(counts.invalid.size > 0 ? { invalid: byChannel(counts.invalid) } : {}),
    issued: issuedOf(counts, facts.pools),
    ...{ revoked: counts.revoked, reissued: counts.reissued, held: counts.held },
    events: [...facts.events],
    ...(facts.halls && facts.halls.length > 0 ? { halls: [...facts.halls] } : {}),
    ...facts.logs,
  }
}

/** Ballots by channel and box, in the order of their names. */
function byChannel(numbers: ReadonlyMap<string, number>): Checkpoint['recorded'] {
  return [...numbers]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([name, ballots]) => {
      const [channel = '', pool = ''] = name.split(':')
      return { channel, pool, ballots }
    })
}

/** Issued codes by box, in the order of the round. */
function issuedOf({ issued }: CheckpointCounts, pools: readonly Pool[]): Checkpoint['issued'] {
  return pools.map((pool) => ({
    pool,
    live: issued.get(`live:${pool}`) ?? 0,
    reserve: issued.get(`reserve:${pool}`) ?? 0,
  }))
}

/** Whether enough ballots came, and enough time passed, for a checkpoint while voting goes on. */
export function isCheckpointDue(
  before: { readonly at: Instant; readonly recorded: number },
  recorded: number,
  now: Instant,
): boolean {
  return (
    recorded - before.recorded >= FEWEST_NEW_BALLOTS &&
    now - before.at >= SHORTEST_INTERVAL_SECONDS * 1000
  )
}

/** The text that is published, byte for byte what the next link is made of. */
export function printCheckpoint(checkpoint: Checkpoint): string {
  return canonicalJson(checkpoint) + '\n'
}

/** Reads a published checkpoint. Throws on any other text. */
export function parseCheckpoint(text: string): Checkpoint {
  return v.parse(v.pipe(v.string(), v.parseJson(), CheckpointSchema), text)
}

/** What the next checkpoint names as `previous`: 32 bytes. Checkpoint 0 is the opening record. */
export function checkpointHash(round: string, text: string): Uint8Array {
  return hash('checkpoint', round, utf8(text))
}

/** The head of the chain as it stands in receipts: number and first 8 letters of the hash. */
export function boardHead(round: string, n: number, text: string): string {
  return `${n}:${toHex(checkpointHash(round, text)).slice(0, 8)}`
}

/** The place of a ballot: two boxes may hold the same receipt, one box never does. */
export function placeOf(pool: Pool, receipt: string): string {
  return `${pool}:${receipt}`
}

/** Where checkpoint n lies on the board; a hall's chain has a folder of its own. */
export function checkpointPath(round: string, n: number, hall?: HallId): string {
  return `rounds/${round}/${hall === undefined ? '' : `halls/${hall}/`}${n}.json`
}
