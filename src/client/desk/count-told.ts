/**
 * What is said of a counted box: its name, its ballots and its money.
 *
 * Pure over the sentences of the page. Invariant: a share is said only where it is known how many may vote.
 * Decided in docs/decisions/0034.
 */
import type { CountTable } from '../../domain/count-table.ts'
import type { Room } from './room.ts'

/** The area, or everyone. */
export function boxName(room: Room, { area }: CountTable): string {
  return area ?? room.say('everyone')
}

/** How many ballots, and how much of the money is funded. */
export function tellSums(room: Room, { recorded, blank, cost, budget }: CountTable): string {
  const { format } = room
  return room.say('sums', {
    ...{ recorded: format.number(recorded), blank: format.number(blank) },
    ...{ cost: format.money(cost), budget: format.money(budget) },
  })
}

/** To read out: with the turnout too. */
export function tellAll(room: Room, box: CountTable): string {
  return `${tellSums(room, box)} ${tellTurnout(room, box)}`.trim()
}

/** Nothing where it is not known how many may vote. */
function tellTurnout({ format, say }: Room, { recorded, eligible }: CountTable): string {
  if (!eligible) return ''
  const share = format.percent(recorded / eligible)
  return say('turnout', { share, eligible: format.number(eligible) })
}
