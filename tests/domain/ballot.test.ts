import { describe, expect, test } from 'vitest'
import {
  ballotBytes,
  checkBallot,
  longestBallot,
  parseBallotBytes,
} from '../../src/domain/ballot.ts'
import type { Choices } from '../../src/domain/choices.ts'
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

describe('checkBallot, by ballot type', () => {
  const points = (given: Readonly<Record<string, number>>) =>
    Object.entries(given).map(([name, each]) => ({ proposal: ids(name)[0]!, points: each }))
  const stances = (given: Readonly<Record<string, 'for' | 'against'>>) =>
    Object.entries(given).map(([name, stance]) => ({ proposal: ids(name)[0]!, stance }))
  const check = (choices: Choices, ballot: object) => {
    const outcome = checkBallot(choices, aPaper(costs, { ballot }))
    return outcome.ok ? outcome.value.choices : outcome.error
  }

  test('choose-1 takes one proposal', () => {
    expect(check(ids('park'), { type: 'choose-1' })).toEqual(ids('park'))
    expect(check(ids('park', 'pool'), { type: 'choose-1' })).toEqual({
      code: 'ballot-too-long',
      details: { maxLength: 1, chosen: 2 },
    })
  })

  test('a ranking keeps its order and its limits', () => {
    expect(check(ids('trees', 'bench'), { type: 'ranking' })).toEqual(ids('trees', 'bench'))
    expect(check(ids('trees', 'trees'), { type: 'ranking' })).toMatchObject({
      code: 'proposal-repeated',
    })
    expect(check(ids('trees', 'bench'), { type: 'ranking', maxLength: 1 })).toMatchObject({
      code: 'ballot-too-long',
    })
  })

  test('points may be given up to their sum, in whole numbers, none below zero', () => {
    const ballot = { type: 'points', maxSumPoints: 10, maxPoints: 6 }
    expect(check(points({ pool: 4, park: 6, bench: 0 }), ballot)).toEqual(
      points({ park: 6, pool: 4 }),
    )
    expect(check(points({ park: 6, pool: 5 }), ballot)).toEqual({
      code: 'points-over-sum',
      details: { maxSumPoints: 10, given: 11 },
    })
    expect(check(points({ park: 7 }), ballot)).toEqual({
      code: 'points-out-of-range',
      details: { least: 1, most: 6, given: 7 },
    })
    expect(check(points({ park: 6, pool: -1 }), ballot)).toMatchObject({
      code: 'points-out-of-range',
    })
  })

  test('scores have a lowest and a highest mark, and no sum', () => {
    const ballot = { type: 'score', minPoints: -2, maxPoints: 3 }
    expect(check(points({ park: 3, pool: 3, trees: -2 }), ballot)).toHaveLength(3)
    expect(check(points({ park: -3 }), ballot)).toMatchObject({ code: 'points-out-of-range' })
  })

  test('stances are for or against', () => {
    const ballot = { type: 'for-against', maxLength: 2 }
    expect(check(stances({ pool: 'against', park: 'for' }), ballot)).toEqual(
      stances({ park: 'for', pool: 'against' }),
    )
    expect(check(stances({ park: 'for', pool: 'for', trees: 'for' }), ballot)).toMatchObject({
      code: 'ballot-too-long',
    })
  })

  test.each([
    ['approval', points({ park: 1 })],
    ['ranking', stances({ park: 'for' })],
    ['points', ids('park')],
    ['for-against', points({ park: 1 })],
  ] as const)('%s refuses choices in the shape of another type', (type, choices) => {
    const ballot = type === 'points' ? { type, maxSumPoints: 5 } : { type }
    expect(check(choices, ballot)).toMatchObject({ code: 'ballot-invalid' })
  })

  test.each(['ranking', 'for-against', 'choose-1'])('%s may be blank', (type) => {
    expect(check([], { type })).toEqual([])
    expect(check([], { type, blank: false })).toMatchObject({ code: 'ballot-empty' })
  })

  test('points of nothing but zeros are a blank ballot', () => {
    const ballot = { type: 'points', maxSumPoints: 5 }
    expect(check(points({ park: 0 }), ballot)).toEqual([])
    expect(check(points({ park: 0 }), { ...ballot, blank: false })).toMatchObject({
      code: 'ballot-empty',
    })
  })
})

describe('ballotBytes', () => {
  test('are the same whatever the order of ticking', () => {
    const bytes = (...names: string[]) => ballotBytes(ids(...names), { type: 'approval' })
    expect(bytes('park', 'bench')).toEqual(bytes('bench', 'park'))
  })

  test('keep the order of a ranking', () => {
    const bytes = (...names: string[]) => ballotBytes(ids(...names), { type: 'ranking' })
    expect(bytes('park', 'bench')).not.toEqual(bytes('bench', 'park'))
  })

  test('can be read back', () => {
    expect(parseBallotBytes(ballotBytes(ids('bench', 'park'), { type: 'approval' }))).toEqual({
      choices: ids('bench', 'park'),
    })
  })

  test.each([
    [{ type: 'approval', maxLength: 2 }, ids('bench', 'trees')],
    [{ type: 'choose-1' }, ids('bench')],
    [{ type: 'ranking' }, ids('trees', 'bench', 'park', 'pool')],
    [
      { type: 'points', maxSumPoints: 10 },
      ids('bench', 'park', 'pool', 'trees').map((proposal) => ({ proposal, points: 10 })),
    ],
    [
      { type: 'score', minPoints: -10, maxPoints: 9 },
      ids('bench', 'park', 'pool', 'trees').map((proposal) => ({ proposal, points: -10 })),
    ],
    [
      { type: 'for-against', maxLength: 1 },
      ids('bench').map((proposal) => ({ proposal, stance: 'against' as const })),
    ],
  ] as const)('of %j are never longer than longestBallot says', (ballot, longest) => {
    const paper = aPaper(costs, { ballot })
    expect(ballotBytes(longest, paper.form).length).toBe(longestBallot(paper))
  })
})
