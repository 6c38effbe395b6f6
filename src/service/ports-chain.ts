/**
 * Ports of the public chain: what the store keeps so that checkpoints can be written, each once.
 *
 * Types only; src/adapters makes them real. Invariant: what a checkpoint says is read from the boxes in
 * one step, and is in the store before it is published. Decided in docs/decisions/0012.
 */
import type { BoxEvent } from '../domain/box-event.ts'
import type { CheckpointCounts, CheckpointKind } from '../domain/checkpoint.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import type { Instant } from '../domain/time.ts'

/** The newest checkpoint that was staged. */
export type ChainState = {
  readonly n: number
  readonly kind: CheckpointKind
  readonly at: Instant
  /** Ballots that it counts. */
  readonly recorded: number
  /** Events that it and those before it tell. */
  readonly events: number
  /** Whether it is known to be on the board. */
  readonly confirmed: boolean
}

export type StagedCheckpoint = Omit<ChainState, 'confirmed'> & {
  readonly text: string
  /** The places that no checkpoint before held, as placeOf names them. */
  readonly places: readonly string[]
}

/** The boxes at one moment: receipts and leaves, never a record. */
export type Survey = {
  readonly boxed: readonly {
    readonly pool: Pool
    readonly receipt: string
    readonly leaf: Uint8Array
  }[]
  readonly counts: CheckpointCounts
  readonly events: readonly BoxEvent[]
  /** The first checkpoint that holds a place. */
  readonly firstSeen: ReadonlyMap<string, number>
}

export type ChainStore = {
  /** Undefined where no checkpoint after the opening record was staged. */
  state(round: RoundId): Promise<ChainState | undefined>
  /** Whether `holder` may write now: nobody else does, or their lease ended. The caller tells the time. */
  lease(
    round: RoundId,
    holder: string,
    time: { readonly now: Instant; readonly until: Instant },
  ): Promise<boolean>
  release(round: RoundId, holder: string): Promise<void>
  /** Reads everything that a checkpoint is made of, in one step. */
  survey(round: RoundId, pools: readonly Pool[]): Promise<Survey>
  /** Stages the next checkpoint; false where it is not the next, or the one before is not confirmed. */
  stage(round: RoundId, staged: StagedCheckpoint): Promise<boolean>
  /** The text of a staged checkpoint. */
  text(round: RoundId, n: number): Promise<string | undefined>
  /** The newest checkpoint is on the board: receipts name it from now on. False where it is not the newest. */
  confirm(round: RoundId, n: number, head: string): Promise<boolean>
}
