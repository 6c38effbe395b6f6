/**
 * Box numbers: how many ballots lay in one box, of those that a result counts together.
 *
 * Pure. Invariant: the boxes of halls and that of the round itself add up to what the result says.
 * Decided in docs/decisions/0032.
 */
import type { HallResult, Snapshot } from './snapshot.ts'
import type { BallotNumbers } from './turnout.ts'

export type BoxNumbers = {
  readonly pool: string
  readonly recorded: number
  readonly invalid: number
  readonly channels: { readonly online: number; readonly kiosk: number; readonly paper: number }
}

/** The halls whose boxes are in a result. */
export function hallsThere({ halls = [] }: Pick<Snapshot, 'halls'>): readonly HallThere[] {
  return halls.filter((each) => 'pools' in each)
}

type HallThere = Extract<HallResult, { readonly pools: unknown }>

/** The numbers of a hall's box, or of that of the round itself, by area. */
export function boxNumbers(snapshot: Snapshot, hall: string | undefined): readonly BoxNumbers[] {
  const there = hallsThere(snapshot)
  if (hall !== undefined)
    return there
      .filter((each) => each.hall === hall)
      .flatMap(({ pools }) => pools.map(({ pool, ballots }) => numbersOf(pool, ballots)))
  return snapshot.pools.map(({ pool, ballots }) =>
    there
      .flatMap(({ pools }) => pools.filter((each) => each.pool === pool))
      .map((each) => numbersOf(pool, each.ballots))
      .reduce(less, numbersOf(pool, ballots)),
  )
}

/** Where the ways are not told, all ballots came online. */
function numbersOf(pool: string, ballots: Omit<BallotNumbers, 'blank'>): BoxNumbers {
  const { recorded, invalid = 0 } = ballots
  const { channels = { online: recorded, kiosk: 0, paper: 0 } } = ballots
  return { pool, recorded, invalid, channels }
}

function less(all: BoxNumbers, part: BoxNumbers): BoxNumbers {
  const { online, kiosk, paper } = part.channels
  return {
    pool: all.pool,
    recorded: all.recorded - part.recorded,
    invalid: all.invalid - part.invalid,
    channels: {
      online: all.channels.online - online,
      kiosk: all.channels.kiosk - kiosk,
      paper: all.channels.paper - paper,
    },
  }
}
