/**
 * Ports of a hall without internet: whose box this software keeps, and what a sealed box is read through.
 *
 * Types only. Invariant: the box of a hall is read by the same steps as that of the round itself, whether it lies
 * in a store or in the hall's file. Decided in docs/decisions/0032.
 */
import type { HallSetting } from '../domain/hall-setting.ts'
import type { HallId, RoundId } from '../domain/id.ts'
import type { Archive } from './ports-archive.ts'
import type { ChainStore, Survey } from './ports-chain.ts'
import type { Keys } from './ports-keys.ts'
import type { BallotBox, Publisher } from './ports.ts'

/** One hall of one round. */
export type HallPlace = { readonly round: RoundId; readonly id: HallId }

/** What the laptop of a hall was prepared for: the setting that the desk gave, without its secret. */
export type PreparedHall = Omit<HallSetting, 'secret'>

/** A sealed box, as far as a result is made of it. The whole ports of this software are one, too. */
export type SealedBox = {
  readonly keys: Keys
  readonly box: Pick<BallotBox, 'ballots'>
  readonly archive: Pick<Archive, 'ledger'>
  readonly chain: Pick<ChainStore, 'state'> & {
    survey(
      ...given: Parameters<ChainStore['survey']>
    ): Promise<Pick<Survey, 'counts' | 'firstSeen'>>
  }
  readonly publisher: Pick<Publisher, 'head' | 'read'>
  /** The hall whose box it is; undefined for the box of the round itself. */
  readonly hall?: HallPlace | undefined
}
