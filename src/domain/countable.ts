/**
 * What can be counted: amounts and points whose sums a number holds exactly.
 *
 * Pure. Invariant: no sum that a rule makes of a contest that passes is rounded. Decided in docs/decisions/0006.
 */
import type { Contest } from './contest.ts'

/** The largest number that stands for just one whole number. */
const MOST = Number.MAX_SAFE_INTEGER

/** A contest that would be counted wrongly, or a rule that asks for more money than there is. */
export class NotCountable extends RangeError {
  override readonly name = 'NotCountable'
}

/** Refuses amounts that are not whole hundredths, and sums that are too large. */
export function checkCountable({ budget, cost, ballots, weight }: Countable): void {
  if (!isAmount(budget))
    throw new NotCountable(
      `The budget is ${budget} hundredths; expected a whole number from 0 to ${MOST}.`,
    )
  const wrong = cost.findIndex((each) => !isAmount(each))
  if (wrong >= 0)
    throw new NotCountable(
      `Proposal ${wrong + 1} costs ${cost[wrong]} hundredths; expected a whole number from 0 to ${MOST}.`,
    )
  if (!isAmount(cost.reduce((sum, each) => sum + each, 0)))
    throw new NotCountable(
      `All proposals together cost more than ${MOST} hundredths, too much to be added up exactly.`,
    )
  checkPoints({ cost, ballots, weight })
}

type Countable = Pick<Contest, 'budget' | 'cost' | 'ballots' | 'weight'>

/** Points for and against are added up apart, so that what cancels out is exact too. */
function checkPoints({ cost, ballots, weight }: Omit<Countable, 'budget'>): void {
  const { start, item, points } = ballots
  const sums = new Float64Array(cost.length)
  for (let group = 0; group < weight.length; group++)
    for (let at = start[group]!; at < start[group + 1]!; at++) {
      const given = points[at]!
      if (!Number.isSafeInteger(given))
        throw new NotCountable(
          `A ballot gives proposal ${item[at]! + 1} ${given} points; expected a whole number.`,
        )
      sums[item[at]!]! += Math.abs(given) * weight[group]!
    }
  const wrong = sums.findIndex((each) => each > MOST)
  if (wrong >= 0)
    throw new NotCountable(
      `The points for and against proposal ${wrong + 1} are more than ${MOST}, too many to be added up exactly.`,
    )
}

function isAmount(hundredths: number): boolean {
  return Number.isSafeInteger(hundredths) && hundredths >= 0
}
