import { describe, expect, test } from 'vitest'
import { publicationFloor, usualFloor } from '../../src/domain/publication-floor.ts'
import { aProposal, aRound } from '../support/builders.ts'

const proposals = (count: number) => Array.from({ length: count }, (_, at) => aProposal(`p${at}`))

describe('publicationFloor', () => {
  test.each([
    ['crosses', { type: 'approval' }, 7, 50],
    ['stances', { type: 'for-against' }, 20, 50],
    ['a ranking of few', { type: 'ranking' }, 6, 50],
    ['a ranking of more than six', { type: 'ranking' }, 7, 250],
    ['points', { type: 'points', maxSumPoints: 10 }, 7, 250],
    ['scores of a hundred marks', { type: 'score', maxPoints: 100 }, 2, 250],
    ['scores of eleven marks', { type: 'score', maxPoints: 10 }, 2, 50],
    ['scores', { type: 'score', maxPoints: 5 }, 7, 250],
  ])(
    '%s: by default %j of %i proposals are published from %i ballots on',
    (_, ballot, n, floor) => {
      expect(publicationFloor(aRound({ ballot }), proposals(n))).toBe(floor)
    },
  )

  test('what the round says comes first', () => {
    const round = aRound({ ballot: { type: 'ranking' }, publication: { floor: 100 } })
    expect(publicationFloor(round, proposals(9))).toBe(100)
    expect(usualFloor(round, proposals(9))).toBe(250)
  })
})
