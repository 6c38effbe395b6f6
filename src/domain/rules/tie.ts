/**
 * Ties: what decides between proposals that a rule values the same.
 *
 * Pure. Invariant: the order is total and the same in every step: lowest cost, then most votes, then the
 * lot that was drawn before the vote. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'

/** Orders proposals with equal value: the one that comes first is taken. */
export function compareTied({ cost, votes, lot }: Contest, a: number, b: number): number {
  return cost[a]! - cost[b]! || votes[b]! - votes[a]! || lot[a]! - lot[b]!
}

/** Whether only the lot tells two proposals of equal value apart. */
export function needsLot({ cost, votes }: Contest, a: number, b: number): boolean {
  return cost[a] === cost[b] && votes[a] === votes[b]
}

/** The place of each proposal in the order of ties. */
export function tiePlaces(contest: Contest): Int32Array {
  const places = new Int32Array(contest.cost.length)
  const order = [...contest.cost.keys()].toSorted((a, b) => compareTied(contest, a, b))
  order.forEach((proposal, place) => (places[proposal] = place))
  return places
}

/** For each proposal all those with its cost and votes, itself too; left out where it is alone. */
export function equalsOf(contest: Contest): ReadonlyMap<number, readonly number[]> {
  const { cost, votes } = contest
  const groups = Map.groupBy(cost.keys(), (each) => `${cost[each]} ${votes[each]}`)
  const shared = [...groups.values()].filter((group) => group.length > 1)
  return new Map(shared.flatMap((group) => group.map((each) => [each, group] as const)))
}
