/**
 * Turnout: who took part, by the way in which they did; paper counts as much as anything else.
 *
 * Pure. Invariant: every used code is in one of the numbers. By which way a single ballot came is not known.
 * Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { CheckpointCounts } from './checkpoint.ts'
import type { Pool } from './id.ts'

const count = v.pipe(v.number(), v.integer('write a whole number'), v.minValue(0))

export const BallotNumbersSchema = v.strictObject({
  /** Ballots in the box. */
  recorded: count,
  /** How many of them were blank. */
  blank: count,
  /** The same ballots by the way they came; left out where all came online and no sheet was invalid. */
  channels: v.optional(v.strictObject({ online: count, kiosk: count, paper: count })),
  /** Paper sheets that were no ballot; their codes are used up. With `channels` only. */
  invalid: v.optional(count),
})

export type BallotNumbers = v.InferOutput<typeof BallotNumbersSchema>

/** The ways of a box, as the counters say; nothing where online was the only one. */
export function channelsOf(
  pool: Pool,
  { recorded, invalid }: Pick<CheckpointCounts, 'recorded' | 'invalid'>,
): Pick<BallotNumbers, 'channels' | 'invalid'> {
  const by = (channel: string) => recorded.get(`${channel}:${pool}`) ?? 0
  const channels = { online: by('online'), kiosk: by('kiosk'), paper: by('paper') }
  const sheets = invalid.get(`paper:${pool}`) ?? 0
  if (channels.kiosk + channels.paper + sheets === 0) return {}
  return { channels, invalid: sheets }
}

/** How many took part: their ballots, and their sheets that were none. */
export function tookPart({ recorded, invalid = 0 }: BallotNumbers): number {
  return recorded + invalid
}
