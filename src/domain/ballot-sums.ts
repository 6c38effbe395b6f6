/**
 * Ballot sums: what a voter's choices come to, on the check page and in the browser.
 *
 * Pure. Invariant: the limits are those of checkBallot. Decided in docs/decisions/0011.
 */
import { mostCost, type BallotPaper } from './ballot.ts'
import { pointsTogether, proposalOf, type Choices } from './choices.ts'
import { asMoney, sumMoney, type Money } from './money.ts'

export type BallotSums = {
  /** What the chosen proposals cost together. */
  readonly total: Money
  /** What they leave of the most that they may cost; below zero where they cost more. */
  readonly left: Money
  /** Points that are given away, and those that are not; 0 where ballots give none. */
  readonly points: number
  readonly pointsLeft: number
}

/** Adds up the choices. */
export function ballotSums(choices: Choices, paper: BallotPaper): BallotSums {
  const ids = new Set(choices.map(proposalOf))
  const total = sumMoney(paper.proposals.filter(({ id }) => ids.has(id)).map(({ cost }) => cost))
  const points = pointsTogether(choices)
  const most = paper.form.type === 'points' ? paper.form.maxSumPoints : points
  return { total, left: asMoney(mostCost(paper) - total), points, pointsLeft: most - points }
}
