/**
 * Merging: equal ballots become one group with a weight, so that a rule looks at each kind once.
 *
 * Pure. Invariant: two ballots are in one group if and only if they hold the same proposals with the same
 * points and belong to the same part of the electorate; blank ballots are in none.
 * Decided in docs/decisions/0006.
 */
import type { BallotRows, Rows } from './contest.ts'

export type Merged = {
  readonly weight: Float64Array
  readonly part: Int32Array
  readonly ballots: Rows
}

/** Merges in time linear in the ballots. The rows are left as they are. */
export function mergeBallots(rows: BallotRows): Merged {
  const { start, proposal, points } = inOrder(rows)
  const voters = start.length - 1
  const size = tableSize(voters)
  const table = new Int32Array(size).fill(-1)
  const first: number[] = []
  const weight: number[] = []
  const same = (a: number, b: number) => {
    const length = start[a + 1]! - start[a]!
    if (length !== start[b + 1]! - start[b]! || rows.part?.[a] !== rows.part?.[b]) return false
    for (let at = 0; at < length; at++) {
      if (proposal[start[a]! + at] !== proposal[start[b]! + at]) return false
      if (points && points[start[a]! + at] !== points[start[b]! + at]) return false
    }
    return true
  }
  for (let voter = 0; voter < voters; voter++) {
    if (start[voter] === start[voter + 1]) continue
    let hash = (rows.part?.[voter] ?? 0) + 1
    for (let at = start[voter]!; at < start[voter + 1]!; at++)
      hash =
        Math.imul(hash ^ proposal[at]! ^ ((points?.[at] ?? 0) << 16), 0x9e3779b1) ^ (hash >>> 15)
    let slot = (hash ^ (hash >>> 13)) & (size - 1)
    while (table[slot]! >= 0 && !same(first[table[slot]!]!, voter)) slot = (slot + 1) & (size - 1)
    if (table[slot]! < 0) table[slot] = first.push(voter) - 1
    weight[table[slot]!] = (weight[table[slot]!] ?? 0) + 1
  }
  return {
    weight: Float64Array.from(weight),
    part: Int32Array.from(first, (voter) => rows.part?.[voter] ?? 0),
    ballots: pick({ start, proposal, points }, first),
  }
}

type Ordered = {
  readonly start: Int32Array
  readonly proposal: Int32Array
  readonly points: Float64Array | undefined
}

/** Each ballot's entries by proposal. Ballots are short, and often in order already: insertion is quickest. */
function inOrder({ start, proposal, points }: BallotRows): Ordered {
  const ordered = proposal.slice()
  const given = points?.slice()
  for (let voter = 0; voter + 1 < start.length; voter++) {
    const first = start[voter]!
    const end = start[voter + 1]!
    if (end - first > LONG && given === undefined) {
      ordered.subarray(first, end).sort()
      continue
    }
    for (let at = first + 1; at < end; at++) {
      const moved = ordered[at]!
      const movedPoints = given ? given[at]! : 0
      let to = at
      while (to > first && ordered[to - 1]! > moved) {
        ordered[to] = ordered[to - 1]!
        if (given) given[to] = given[to - 1]!
        to--
      }
      ordered[to] = moved
      if (given) given[to] = movedPoints
    }
  }
  return { start, proposal: ordered, points: given }
}

/** From this length on the sorting of the platform is quicker. */
const LONG = 32

function pick({ start, proposal, points }: Ordered, voters: readonly number[]): Rows {
  const starts = new Int32Array(voters.length + 1)
  voters.forEach((voter, group) => {
    starts[group + 1] = starts[group]! + start[voter + 1]! - start[voter]!
  })
  const item = new Int32Array(starts[voters.length]!)
  const picked = new Float64Array(item.length).fill(1)
  voters.forEach((voter, group) => {
    item.set(proposal.subarray(start[voter], start[voter + 1]), starts[group])
    if (points) picked.set(points.subarray(start[voter], start[voter + 1]), starts[group])
  })
  return { start: starts, item, points: picked }
}

/** A power of two with at most half of the places taken. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, entries) * 2))
}
