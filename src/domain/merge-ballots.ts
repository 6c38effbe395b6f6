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
export function mergeBallots(rows: BallotRows, proposals: number): Merged {
  const { start, proposal, points } = inOrder(rows, proposals)
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

/** Each ballot's entries by proposal: spread over the proposals and gathered again, in linear time. */
function inOrder({ start, proposal, points }: BallotRows, proposals: number): Ordered {
  const place = new Int32Array(proposals + 1)
  for (const index of proposal) place[index + 1]! += 1
  for (let index = 0; index < proposals; index++) place[index + 1]! += place[index]!
  const voterOf = new Int32Array(proposal.length)
  const entryOf = new Int32Array(proposal.length)
  for (let voter = 0; voter + 1 < start.length; voter++)
    for (let at = start[voter]!; at < start[voter + 1]!; at++) {
      const to = place[proposal[at]!]!++
      voterOf[to] = voter
      entryOf[to] = at
    }
  const next = start.slice()
  const ordered = new Int32Array(proposal.length)
  const orderedPoints = points && new Float64Array(proposal.length)
  for (let at = 0; at < voterOf.length; at++) {
    const to = next[voterOf[at]!]!++
    ordered[to] = proposal[entryOf[at]!]!
    if (points && orderedPoints) orderedPoints[to] = points[entryOf[at]!]!
  }
  return { start, proposal: ordered, points: orderedPoints }
}

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
