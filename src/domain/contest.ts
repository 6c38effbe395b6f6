/**
 * Contests: what every rule counts, in arrays: costs, budget, lot order, and equal ballots merged.
 *
 * Pure. Invariant: neither the order of ballots nor that of proposals changes what a contest says.
 * Source: the definitions in docs/counting.md. Decided in docs/decisions/0006.
 */
import { checkCountable } from './countable.ts'
import { mergeBallots, type Merged } from './merge-ballots.ts'

/**
 * Ballots one behind the other: ballot v holds the entries from start[v] to start[v + 1], each a proposal
 * by its index and the points it got (1 for a cross). No proposal stands twice in one ballot.
 */
export type BallotRows = {
  readonly start: Int32Array
  readonly proposal: Int32Array
  /** Left out where every entry is a cross. */
  readonly points?: Float64Array
  /** Which part of the electorate a ballot belongs to, where parts have money of their own. */
  readonly part?: Int32Array
}

/** Points in as little memory as they need: a byte each where all are crosses. */
export type Points = Uint8Array | Float64Array

/** Lists in one array: list i holds the items from start[i] to start[i + 1], each with its points. */
export type Rows = {
  readonly start: Int32Array
  readonly item: Int32Array
  readonly points: Points
}

export type Contest = {
  /** Hundredths of the main unit. */
  readonly budget: number
  /** Hundredths, by proposal. */
  readonly cost: Float64Array
  /** The place of each proposal in the lot order; 0 is drawn first. */
  readonly lot: Int32Array
  /** All ballots, the blank ones too. */
  readonly voters: number
  readonly blank: number
  /** How many ballots name each proposal. */
  readonly votes: Float64Array
  /** The points of each proposal, which are its votes where ballots are crosses. */
  readonly score: Float64Array
  /** How many ballots each group of equal ballots stands for. */
  readonly weight: Int32Array
  /** The part of the electorate that each group belongs to; all 0 where there is one. */
  readonly part: Int32Array
  /** Ballots in each part, the blank ones too. */
  readonly partVoters: Float64Array
  /** Each group's proposals. */
  readonly ballots: Rows
  /** Each proposal's supporters: the groups that gave it points. One whose points add up to zero or less has none. */
  readonly supporters: Rows
}

/** What a contest is about, beside its ballots. */
export type ContestFacts = Pick<Contest, 'budget' | 'cost' | 'lot'>

/** Merges equal ballots. `parts`: how many the electorate has; 1 unless said. */
export function makeContest({
  rows,
  parts = 1,
  ...facts
}: ContestFacts & { readonly rows: BallotRows; readonly parts?: number }): Contest {
  return contestOfGroups(facts, mergeBallots(rows, facts.cost.length, parts))
}

/** A contest of ballots that are merged. Throws a NotCountable. */
export function contestOfGroups({ budget, cost, lot }: ContestFacts, merged: Merged): Contest {
  const { voters, blank, partVoters, weight, part, ballots } = merged
  checkCountable({ budget, cost, weight, ballots })
  const votes = new Float64Array(cost.length)
  const score = new Float64Array(cost.length)
  const { start, item, points } = ballots
  for (let group = 0; group < weight.length; group++) {
    const times = weight[group]!
    for (let at = start[group]!; at < start[group + 1]!; at++) {
      votes[item[at]!]! += times
      score[item[at]!]! += times * points[at]!
    }
  }
  return {
    ...{ budget, cost, lot, voters, blank, votes, score, weight, part, partVoters, ballots },
    supporters: supportersOf(ballots, score),
  }
}

/** Lists every proposal's supporters; what is outvoted has none, so that no rule can fund it by shares. */
export function supportersOf({ start, item, points }: Rows, score: Float64Array): Rows {
  const items = score.length
  const counts = new Int32Array(items + 1)
  for (let at = 0; at < item.length; at++)
    if (points[at]! > 0 && score[item[at]!]! > 0) counts[item[at]! + 1]! += 1
  for (let index = 0; index < items; index++) counts[index + 1]! += counts[index]!
  const place = counts.slice()
  const size = counts[items]!
  const turned = { start: counts, item: new Int32Array(size), points: new Float64Array(size) }
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      if (!(points[at]! > 0 && score[item[at]!]! > 0)) continue
      const to = place[item[at]!]!++
      turned.item[to] = row
      turned.points[to] = points[at]!
    }
  }
  return turned
}
