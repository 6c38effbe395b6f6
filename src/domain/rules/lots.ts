/**
 * Lots: the groups of proposals among which nothing but the lot decided, as a result names them.
 *
 * Pure. Invariant: a group is not named again for members that stand together in an earlier one, so that
 * hundreds of equal proposals do not make a list for each of them. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'
import { compareTied } from './tie.ts'

export type LotBook = {
  /** The groups in the order in which they were named; the first of each was drawn first. */
  readonly list: readonly (readonly number[])[]
  /** Whether the two stand in one group already. */
  isNamed(a: number, b: number): boolean
  /** Names a group of two or more. */
  name(group: readonly number[]): void
}

/** An empty book for the proposals of a contest. */
export function makeLotBook(contest: Contest): LotBook {
  const list: (readonly number[])[] = []
  const latest = new Int32Array(contest.cost.length).fill(-1)
  return {
    list,
    isNamed: (a, b) => latest[a]! >= 0 && latest[a] === latest[b],
    name(group) {
      for (const each of group) latest[each] = list.length
      list.push(group.toSorted((a, b) => compareTied(contest, a, b)))
    },
  }
}
