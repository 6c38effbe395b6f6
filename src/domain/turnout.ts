/**
 * Turnout: who took part, by the way in which they did; paper counts as much as anything else.
 *
 * Pure. Invariant: every used code is in one of the numbers. By which way a single ballot came is not known.
 * Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { CheckpointCounts } from './checkpoint.ts'
import type { Pool } from './id.ts'
import { poolEligible, poolsOf, type Round } from './round.ts'

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
  const { ballots: channels, invalid: sheets } = countedIn(pool, { recorded, invalid })
  if (channels.kiosk + channels.paper + sheets === 0) return {}
  return { channels, invalid: sheets }
}

/** The ballots of a hall's box in a box of the round; how many of them are blank is not told. */
export function hallNumbers(
  pool: Pool,
  counts: Pick<CheckpointCounts, 'recorded' | 'invalid'>,
): Omit<BallotNumbers, 'blank'> {
  const { ballots } = countedIn(pool, counts)
  const recorded = ballots.online + ballots.kiosk + ballots.paper
  return { recorded, ...channelsOf(pool, counts) }
}

/** The counters of several boxes together. */
export function sumCounts(
  all: readonly Pick<CheckpointCounts, 'recorded' | 'invalid'>[],
): Pick<CheckpointCounts, 'recorded' | 'invalid'> {
  const sum = (maps: readonly ReadonlyMap<string, number>[]) => {
    const total = new Map<string, number>()
    for (const [name, number] of maps.flatMap((map) => [...map]))
      total.set(name, (total.get(name) ?? 0) + number)
    return total
  }
  return {
    recorded: sum(all.map(({ recorded }) => recorded)),
    invalid: sum(all.map(({ invalid }) => invalid)),
  }
}

/** How many took part: their ballots, and their sheets that were none. */
export function tookPart({ recorded, invalid = 0 }: BallotNumbers): number {
  return recorded + invalid
}

export type TurnoutRow = {
  readonly pool: Pool
  /** The name of the area; undefined where one box is for all. */
  readonly area: string | undefined
  /** Undefined where the council did not say. */
  readonly eligible: number | undefined
  readonly live: number
  /** Reserve letters that were made; those that were handed out since are among them. */
  readonly reserve: number
  readonly ballots: Readonly<Record<'online' | 'kiosk' | 'paper', number>>
  readonly invalid: number
  /** How many took part: all ballots and the invalid sheets. */
  readonly together: number
}

/** Turnout as the desk shows it: one row for each box, in the order of the round. */
export function turnoutTable(
  round: Round,
  counts: Pick<CheckpointCounts, 'issued' | 'recorded' | 'invalid'>,
): readonly TurnoutRow[] {
  return poolsOf(round).map((pool) => {
    const { ballots, invalid } = countedIn(pool, counts)
    const recorded = ballots.online + ballots.kiosk + ballots.paper
    return {
      ...{ pool, ballots, invalid, together: recorded + invalid },
      area: round.areas.find(({ id }) => id === pool)?.name,
      eligible: poolEligible(round, pool),
      live: counts.issued.get(`live:${pool}`) ?? 0,
      reserve: counts.issued.get(`reserve:${pool}`) ?? 0,
    }
  })
}

function countedIn(
  pool: Pool,
  { recorded, invalid }: Pick<CheckpointCounts, 'recorded' | 'invalid'>,
) {
  const by = (channel: string) => recorded.get(`${channel}:${pool}`) ?? 0
  return {
    ballots: { online: by('online'), kiosk: by('kiosk'), paper: by('paper') },
    invalid: invalid.get(`paper:${pool}`) ?? 0,
  }
}
