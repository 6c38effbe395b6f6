import { describe, expect, test } from 'vitest'
import {
  ballotBytes,
  checkBallot,
  longestBallot,
  parseBallotBytes,
} from '../../src/domain/ballot.ts'
import { ok } from '../../src/domain/result.ts'
import { aPaper, ids } from '../support/builders.ts'

const costs = { bench: 9_000, park: 15_000, pool: 60_000, trees: 4_000 }

function refusalOf(choices: readonly string[], ballot: object) {
  const outcome = checkBallot(ids(...choices), aPaper(costs, { ballot }))
  return outcome.ok ? outcome.value : outcome.error
}

describe('checkBallot', () => {
  test('accepts choices in any order and sorts them', () => {
    expect(checkBallot(ids('trees', 'bench'), aPaper(costs))).toEqual(
      ok({ choices: ids('bench', 'trees') }),
    )
  })

  test('accepts a blank ballot unless the round says no', () => {
    expect(refusalOf([], { type: 'approval' })).toEqual({ choices: [] })
    expect(refusalOf([], { type: 'approval', blank: false })).toMatchObject({
      code: 'ballot-empty',
    })
  })

  test('says how many may be chosen, and how many were', () => {
    expect(refusalOf(['bench', 'park', 'trees'], { type: 'approval', maxLength: 2 })).toEqual({
      code: 'ballot-too-long',
      details: { maxLength: 2, chosen: 3 },
    })
    expect(refusalOf(['bench'], { type: 'approval', minLength: 2 })).toEqual({
      code: 'ballot-too-short',
      details: { minLength: 2, chosen: 1 },
    })
  })

  test('lets a knapsack ballot cost exactly the budget and no more', () => {
    expect(refusalOf(['park', 'pool'], { type: 'knapsack' })).toEqual({
      choices: ids('park', 'pool'),
    })
    expect(refusalOf(['park', 'pool', 'trees'], { type: 'knapsack' })).toEqual({
      code: 'ballot-over-budget',
      details: { budget: 7_500_000, cost: 7_900_000 },
    })
  })

  test('does not limit the cost of an approval ballot', () => {
    expect(refusalOf(['park', 'pool', 'trees'], { type: 'approval' })).toMatchObject({
      choices: expect.any(Array),
    })
  })

  test('names a proposal that is not on the ballot, and one that comes twice', () => {
    expect(refusalOf(['moon'], { type: 'approval' })).toMatchObject({
      code: 'proposal-not-on-ballot',
    })
    expect(refusalOf(['park', 'park'], { type: 'approval' })).toMatchObject({
      code: 'proposal-repeated',
    })
  })
})

describe('ballotBytes', () => {
  test('are the same whatever the order of ticking', () => {
    expect(ballotBytes(ids('park', 'bench'))).toEqual(ballotBytes(ids('bench', 'park')))
  })

  test('can be read back', () => {
    expect(parseBallotBytes(ballotBytes(ids('bench', 'park')))).toEqual({
      choices: ids('bench', 'park'),
    })
  })

  test('are never longer than longestBallot says', () => {
    const paper = aPaper(costs, { ballot: { type: 'approval', maxLength: 2 } })
    expect(ballotBytes(ids('bench', 'trees')).length).toBe(longestBallot(paper))
  })
})
