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
