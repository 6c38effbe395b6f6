import { describe, expect, test } from 'vitest'
import { ballotSums } from '../../src/domain/ballot-sums.ts'
import { aPaper, ids } from '../support/builders.ts'

const costs = { bench: 9_000, park: 15_000, pool: 60_000 }
const sums = (ballot: object, choices: Parameters<typeof ballotSums>[0]) =>
  ballotSums(choices, aPaper(costs, { ballot }))

describe('ballotSums', () => {
  test('adds up costs, and what is left of the budget or of the limit of its own', () => {
    expect(sums({ type: 'knapsack' }, ids('bench', 'park'))).toMatchObject({
      total: 2_400_000,
      left: 5_100_000,
    })
    expect(sums({ type: 'knapsack', maxCost: 20_000 }, ids('bench', 'park'))).toMatchObject({
      left: -400_000,
    })
  })

  test('adds up points, and what is left of them', () => {
    const choices = ids('park', 'pool').map((proposal) => ({ proposal, points: 3 }))
    expect(sums({ type: 'points', maxSumPoints: 10 }, choices)).toMatchObject({
      points: 6,
      pointsLeft: 4,
    })
    expect(sums({ type: 'approval' }, ids('park'))).toMatchObject({ points: 0, pointsLeft: 0 })
  })
})
