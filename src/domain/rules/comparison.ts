/**
 * Comparison: which of two outcomes more voters prefer.
 *
 * Pure. Definition: by satisfaction, a voter prefers the outcome that funds more of the proposals to which
 * her ballot gives points; by exclusion, one that funds any to one that funds none. Invariant: every voter is asked, those
 * who get nothing from one of the outcomes too. Source: equalshares.net. Decided in docs/decisions/0006.
 */
import type { Contest } from '../contest.ts'

/** How many ballots strictly prefer the first outcome, and how many the second. */
export function preferences(
  { ballots, weight }: Contest,
  by: 'satisfaction' | 'exclusion',
  [first, second]: readonly [ReadonlySet<number>, ReadonlySet<number>],
): { readonly first: number; readonly second: number } {
  const totals = { first: 0, second: 0 }
  for (let group = 0; group < weight.length; group++) {
    let [a, b] = [0, 0]
    for (let at = ballots.start[group]!; at < ballots.start[group + 1]!; at++) {
      if (!(ballots.points[at]! > 0)) continue
      if (first.has(ballots.item[at]!)) a++
      if (second.has(ballots.item[at]!)) b++
    }
    if (by === 'exclusion') [a, b] = [Math.min(a, 1), Math.min(b, 1)]
    if (a > b) totals.first += weight[group]!
    if (b > a) totals.second += weight[group]!
  }
  return totals
}

/** How many ballots name at least one of the funded proposals. */
export function servedVoters(contest: Contest, funded: ReadonlySet<number>): number {
  return preferences(contest, 'exclusion', [funded, new Set()]).first
}
