/**
 * The port of what stays in the store after voting: read for the certified result, then purged.
 *
 * Types only; src/adapters makes them real. Invariant: nothing of it is told while voting goes on.
 * Decided in docs/decisions/0013.
 */
import type { Pool, RoundId } from '../domain/id.ts'
import type { LedgerMark } from '../domain/ledger.ts'

export type Archive = {
  /** What became of every mark that was made ready, sorted. Throws unless the round was closed. */
  ledger(round: RoundId): Promise<readonly LedgerMark[]>
  /**
   * Takes marks, serials, batches, ballots and pictures that wait out of the store and out of its files; false unless the
   * round is published. Counters, events and the digest of the result stay. May be done again.
   */
  purge(round: RoundId, pools: readonly Pool[]): Promise<boolean>
}
