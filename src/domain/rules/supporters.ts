/**
 * Supporters: the ballots turned around, so that a rule finds at once who gave a proposal points.
 *
 * Pure. Invariant: only points above zero are support; who gave none stands in no list.
 * Decided in docs/decisions/0006.
 */
import type { Contest, Points } from '../contest.ts'

/** Proposal p has the supporters from start[p] to start[p + 1], each a group of equal ballots with its points. */
export type Supporters = {
  readonly start: Int32Array
  readonly group: Int32Array
  readonly points: Points
  /** The points of all its supporters, each voter counted, and the most that one gave. */
  readonly units: Float64Array
  readonly mostPoints: Float64Array
}

/** Turns the ballots of a contest around. */
export function supportersOf({ ballots, weight, cost }: Contest): Supporters {
  const { item, points } = ballots
  const start = new Int32Array(cost.length + 1)
  const units = new Float64Array(cost.length)
  const mostPoints = new Float64Array(cost.length)
  for (let group = 0; group < weight.length; group++)
    for (let at = ballots.start[group]!; at < ballots.start[group + 1]!; at++) {
      const given = points[at]!
      if (given <= 0) continue
      const proposal = item[at]!
      start[proposal + 1]! += 1
      units[proposal]! += given * weight[group]!
      if (given > mostPoints[proposal]!) mostPoints[proposal] = given
    }
  for (let proposal = 0; proposal < cost.length; proposal++)
    start[proposal + 1]! += start[proposal]!
  return { start, units, mostPoints, ...listed({ ballots, weight }, start) }
}

function listed({ ballots, weight }: Pick<Contest, 'ballots' | 'weight'>, start: Int32Array) {
  const { item, points } = ballots
  const size = start.at(-1) ?? 0
  const next = start.slice()
  const group = new Int32Array(size)
  const given = points instanceof Uint8Array ? new Uint8Array(size) : new Float64Array(size)
  for (let row = 0; row < weight.length; row++)
    for (let at = ballots.start[row]!; at < ballots.start[row + 1]!; at++) {
      if (points[at]! <= 0) continue
      const place = next[item[at]!]!++
      group[place] = row
      given[place] = points[at]!
    }
  return { group, points: given }
}
