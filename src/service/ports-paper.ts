/**
 * The port of paper ballots: what the store keeps of a batch between its first stub and the box.
 *
 * Types only; src/adapters makes it real. Invariant: no call carries a code and a choice together, and a
 * batch goes into the box as a whole, once. Decided in docs/decisions/0025.
 */
import type { Pool, RoundId } from '../domain/id.ts'
import type { PaperBatch, PaperBatchId } from '../domain/paper-batch.ts'
import type { Seat, Teller } from '../domain/paper-sheet.ts'

/** The code on a stub: `k`, and `u` as base64url. */
export type Stub = { readonly mark: string; readonly use: string }

/** A sealed reading as it lies in the store. */
export type StoredEntry = {
  readonly sheet: number
  readonly seat: Seat
  readonly teller: Teller
  readonly sealed: string
}

/** `wrong-state`: of the round, or of the batch. `changed`: somebody was quicker; look again. */
type Refused<Outcome extends string> = Outcome | 'batch-unknown' | 'wrong-state'

export type HoldOutcome = Refused<
  'held' | 'unknown' | 'revoked' | 'used' | 'already-held' | 'other-pool' | 'full'
>

/** Everything that goes into the box at once; in no order that says anything. */
export type BoxBatchRequest = {
  readonly batch: PaperBatchId
  readonly pool: Pool
  readonly revision: number
  /** The digest of what the choices were checked against. */
  readonly digest: string
  /** Sorted by receipt. */
  readonly records: readonly { readonly receipt: string; readonly record: string }[]
  readonly invalid: number
  /** As many random words as sheets: they stand where a retry hash stands in other used marks. */
  readonly retries: readonly string[]
}

export type PaperStore = {
  /** Begins a batch, or answers yes where it is collecting already; false where its name is taken, or it is too late. */
  begin(round: RoundId, batch: PaperBatchId, pool: Pool): Promise<boolean>
  /** All batches of a round by name. */
  batches(round: RoundId): Promise<readonly PaperBatch[]>
  /** live -> held, in one step, while the batch is collecting and the round open, paused or closed. */
  hold(round: RoundId, batch: PaperBatchId, stub: Stub): Promise<HoldOutcome>
  /** held -> live, in one step, while the batch is collecting. */
  release(
    round: RoundId,
    batch: PaperBatchId,
    stub: Stub,
  ): Promise<Refused<'released' | 'not-held'>>
  /** held -> live for all of them, in one step, while the batch is collecting and holds as many as were seen. */
  releaseBatch(
    round: RoundId,
    batch: PaperBatchId,
    held: number,
  ): Promise<Refused<'released' | 'changed'>>
  /** No more stubs from here on; only where so many are held, and the round is closed. Yes also where it is done. */
  separate(
    round: RoundId,
    batch: PaperBatchId,
    sheets: number,
  ): Promise<Refused<'separated' | 'sheets-differ'>>
  /** Keeps the reading of one of two tellers, over an earlier one of their own. */
  enter(
    round: RoundId,
    batch: PaperBatchId,
    entry: Omit<StoredEntry, 'seat'>,
  ): Promise<Refused<'entered' | 'sheet-unknown' | 'typed-twice'>>
  /** Nothing is typed any more. `changed` where anything was since this revision. */
  freeze(
    round: RoundId,
    batch: PaperBatchId,
    revision: number,
  ): Promise<Refused<'frozen' | 'changed'>>
  /** Keeps the third look at a sheet, by neither of its tellers, over an earlier one of this person. */
  settle(
    round: RoundId,
    batch: PaperBatchId,
    entry: Omit<StoredEntry, 'seat'>,
  ): Promise<Refused<'settled' | 'sheet-unknown' | 'third-person-needed'>>
  entries(round: RoundId, batch: PaperBatchId): Promise<readonly StoredEntry[]>
  /** All held marks become used and all records are boxed, in one step. `boxed` also where that is done. */
  box(
    round: RoundId,
    request: BoxBatchRequest,
  ): Promise<Refused<'boxed' | 'changed' | 'ballot-changed' | 'nonce-taken'>>
}
