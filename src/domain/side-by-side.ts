/**
 * Side by side: what another rule would have done with the same ballots.
 *
 * Pure. Invariant: says nothing about single ballots, only how many there are of each kind.
 * Decided in docs/decisions/0006.
 */
import type { Contest } from './contest.ts'
import { preferences, servedVoters } from './rules/comparison.ts'

export type SideBySide = {
  /** Proposals that only the first outcome funds, and those that only the second does. */
  readonly onlyFirst: readonly number[]
  readonly onlySecond: readonly number[]
  /** Ballots with at least one funded proposal under each. */
  readonly served: readonly [number, number]
  /** Ballots with more funded proposals under one than under the other. */
  readonly prefer: readonly [number, number]
}

/** Compares two lists of funded proposals. */
export function sideBySide(
  contest: Contest,
  first: readonly number[],
  second: readonly number[],
): SideBySide {
  const sets = [new Set(first), new Set(second)] as const
  const prefer = preferences(contest, 'satisfaction', sets)
  return {
    onlyFirst: first.filter((each) => !sets[1].has(each)),
    onlySecond: second.filter((each) => !sets[0].has(each)),
    served: [servedVoters(contest, sets[0]), servedVoters(contest, sets[1])],
    prefer: [prefer.first, prefer.second],
  }
}
