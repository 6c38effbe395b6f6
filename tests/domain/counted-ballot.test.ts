import { describe, expect, test } from 'vitest'
import type { Choices } from '../../src/domain/choices.ts'
import { countedBallots } from '../../src/domain/counted-ballot.ts'
import { tally } from '../../src/domain/tally.ts'
import { aPaper, ids } from '../support/builders.ts'

const costs = { bench: 9_000, park: 15_000, pool: 60_000, trees: 4_000 }
const [park, pool] = ids('park', 'pool') as [never, never]

function count(choices: Choices, ballot: object) {
  return countedBallots(aPaper(costs, { ballot }), [{ choices }])[0]
}

describe('countedBallots', () => {
  test('a cross has no points of its own', () => {
    expect(count(ids('park', 'pool'), { type: 'approval' })).toEqual({
      choices: ids('park', 'pool'),
    })
  })

  test.each([
    ['maxLength points for the first place', { type: 'ranking', maxLength: 3 }, [3, 2]],
    ['as many as proposals where there is no limit', { type: 'ranking' }, [4, 3]],
    ['as many as proposals by Borda', { type: 'ranking', maxLength: 3, scoring: 'borda' }, [4, 3]],
  ])('a ranking gives %s', (_, ballot, points) => {
    expect(count(ids('pool', 'park'), ballot)).toEqual({ choices: ids('pool', 'park'), points })
  })

  test('points are what the voter gave', () => {
    const choices = [
      { proposal: park, points: 6 },
      { proposal: pool, points: 4 },
    ]
    expect(count(choices, { type: 'points', maxSumPoints: 10 })?.points).toEqual([6, 4])
  })

  test('a stance gives a point or takes one', () => {
    const choices = [
      { proposal: park, stance: 'against' as const },
      { proposal: pool, stance: 'for' as const },
    ]
    expect(count(choices, { type: 'for-against' })?.points).toEqual([-1, 1])
  })
})

describe('tally', () => {
  test('adds up points beside votes', () => {
    const paper = aPaper(costs, { ballot: { type: 'ranking', maxLength: 2 } })
    const profile = [{ choices: ids('park', 'pool') }, { choices: ids('pool') }, { choices: [] }]
    const { votes, score, blank } = tally(paper, countedBallots(paper, profile))
    expect([votes.get(park), score?.get(park)]).toEqual([1, 2])
    expect([votes.get(pool), score?.get(pool)]).toEqual([2, 3])
    expect(blank).toBe(1)
  })
})
