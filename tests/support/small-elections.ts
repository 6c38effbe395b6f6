/**
 * Small random elections, and how they become contests.
 *
 * Pure. Invariant: ties, poor voters and amounts that do not divide are common in them.
 */
import fc from 'fast-check'
import { makeContest, type Contest } from '../../src/domain/contest.ts'
import type { Small } from './reference/rules.ts'

/** How many cases a property is tried on: 1,000, or 100,000 in the heavy run. */
export const CASES = process.env['TEST_HEAVY'] ? 100_000 : 1_000

const proposals = 6

function electionOf(mark: fc.Arbitrary<number>): fc.Arbitrary<Small> {
  return fc
    .record({
      budget: fc.integer({ min: 0, max: 40 }),
      costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: proposals }),
      ballots: fc.array(
        fc.array(fc.option(mark, { nil: undefined, freq: 1 }), { maxLength: proposals }),
        { maxLength: 7 },
      ),
      lot: fc.shuffledSubarray([...Array(proposals).keys()], { minLength: proposals }),
      unit: fc.constantFrom(100, 33, 700),
    })
    .map(({ budget, costs, ballots, lot, unit }) => ({
      budget: budget * unit,
      costs: costs.map((each) => each * unit),
      ballots: ballots.map((ballot) => costs.map((_, at) => ballot[at])),
      lot: costs.map((_, at) => lot[at] ?? at),
    }))
}

export const anApproval: fc.Arbitrary<Small> = electionOf(fc.constant(1))
export const aScored: fc.Arbitrary<Small> = electionOf(fc.integer({ min: -1, max: 4 }))
export const anElection = fc.oneof(anApproval, aScored)

export function contestOfSmall({ budget, costs, ballots, lot }: Small): Contest {
  const start = [0]
  const proposal: number[] = []
  const points: number[] = []
  for (const ballot of ballots) {
    ballot.forEach((given, at) => {
      if (given === undefined) return
      proposal.push(at)
      points.push(given)
    })
    start.push(proposal.length)
  }
  return makeContest({
    budget,
    cost: Float64Array.from(costs),
    lot: Int32Array.from(lot),
    rows: {
      start: Int32Array.from(start),
      proposal: Int32Array.from(proposal),
      points: Float64Array.from(points),
    },
  })
}
