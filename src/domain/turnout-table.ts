/**
 * The table of turnout: for each ballot box who may vote, the codes, and the ballots by the way they came.
 *
 * Pure. Invariant: made of counters alone, so that nothing in it can tell what anyone chose.
 * Decided in docs/decisions/0022.
 */
import type { CheckpointCounts } from './checkpoint.ts'
import type { Pool } from './id.ts'
import { poolEligible, poolsOf, type Round } from './round.ts'

/** The ways in which a ballot comes. */
export const BALLOT_CHANNELS = ['online', 'kiosk', 'paper'] as const

export type BallotChannel = (typeof BALLOT_CHANNELS)[number]

export type TurnoutRow = {
  readonly pool: Pool
  /** The name of the area; undefined where one box is for all. */
  readonly area: string | undefined
  /** Undefined where the council did not say. */
  readonly eligible: number | undefined
  readonly live: number
  readonly reserve: number
  readonly ballots: Readonly<Record<BallotChannel, number>>
  readonly recorded: number
}

/** One row for each box, in the order of the round. */
export function turnoutTable(
  round: Round,
  { issued, recorded }: Pick<CheckpointCounts, 'issued' | 'recorded'>,
): readonly TurnoutRow[] {
  return poolsOf(round).map((pool) => {
    const by = (channel: BallotChannel) => recorded.get(`${channel}:${pool}`) ?? 0
    const ballots = { online: by('online'), kiosk: by('kiosk'), paper: by('paper') }
    return {
      pool,
      area: round.areas.find(({ id }) => id === pool)?.name,
      eligible: poolEligible(round, pool),
      live: issued.get(`live:${pool}`) ?? 0,
      reserve: issued.get(`reserve:${pool}`) ?? 0,
      ballots,
      recorded: ballots.online + ballots.kiosk + ballots.paper,
    }
  })
}
