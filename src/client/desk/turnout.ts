/**
 * Turnout in the room Voting day: a row for each ballot box, and one for all.
 *
 * Talks to the page. Invariant: numbers of ballots and codes; nothing of what anyone chose.
 * Decided in docs/decisions/0022.
 */
import type { TurnoutRow } from '../../domain/turnout.ts'
import { list, put, type Room } from './room.ts'

type Turnout = {
  readonly turnout: readonly TurnoutRow[]
  readonly revoked: number
  readonly reissued: number
}

export function fillTurnout(room: Room, { turnout, revoked, reissued }: Turnout): void {
  const { format } = room
  const reserve = format.number(together(room, turnout).reserve - reissued)
  put(room.root, {
    letters: room.say('letters', {
      ...{ reserve, revoked: format.number(revoked), reissued: format.number(reissued) },
    }),
  })
  list(room.root, 'turnout', {
    items: turnout.length > 1 ? [...turnout, together(room, turnout)] : turnout,
    fill: (row, { area, eligible, live, ballots, invalid, together: all }) =>
      put(row, {
        box: area ?? room.say('everyone'),
        eligible: eligible === undefined ? room.say('unknown') : format.number(eligible),
        ...{ codes: format.number(live), online: format.number(ballots.online) },
        ...{ kiosk: format.number(ballots.kiosk), paper: format.number(ballots.paper) },
        ...{ invalid: format.number(invalid), together: format.number(all) },
        share: eligible ? format.percent(all / eligible) : '',
      }),
  })
}

/** All boxes in one row; how many may vote is told only where it is known of every box. */
export function together(room: Room, rows: readonly TurnoutRow[]): TurnoutRow {
  const sum = (of: (row: TurnoutRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const isKnown = rows.every(({ eligible }) => eligible !== undefined)
  return {
    ...{ pool: 'all', area: room.say('allBoxes') },
    eligible: isKnown ? sum(({ eligible = 0 }) => eligible) : undefined,
    ...{ live: sum(({ live }) => live), reserve: sum(({ reserve }) => reserve) },
    ballots: {
      online: sum(({ ballots }) => ballots.online),
      kiosk: sum(({ ballots }) => ballots.kiosk),
      paper: sum(({ ballots }) => ballots.paper),
    },
    invalid: sum(({ invalid }) => invalid),
    together: sum((row) => row.together),
  }
}
