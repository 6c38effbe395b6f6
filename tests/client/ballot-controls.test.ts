import { describe, expect, test } from 'vitest'
import { nextPoints, readControls } from '../../src/client/ballot-controls.ts'
import type { BallotField } from '../../src/domain/ballot-fields.ts'
import { refuse } from '../../src/domain/refusal.ts'
import { ok } from '../../src/domain/result.ts'

describe('readControls', () => {
  const points = (...values: readonly string[]) =>
    values.map((value, at): BallotField => [`points.${'ab'[at]}`, value])

  test('reads choices in canonical form: by id, and zero points are no choice', () => {
    const crosses: readonly BallotField[] = [
      ['choices', 'b'],
      ['choices', 'a'],
    ]
    expect(readControls(crosses, 'approval')).toEqual(ok(['a', 'b']))
    expect(readControls(points('0', '2'), 'points')).toEqual(ok([{ proposal: 'b', points: 2 }]))
  })

  test('takes “None of them” as a blank ballot', () => {
    expect(readControls([['choices', '']], 'choose-1')).toEqual(ok([]))
  })

  test.each(['5-3', '--', '2,5', '6.5', 'six', '1e2'])(
    'refuses %s, which is no number of points',
    (typed) => {
      expect(readControls(points(typed), 'points')).toEqual(refuse('points-not-whole'))
    },
  )
})

describe('nextPoints', () => {
  const share = { least: 1, most: 6 }
  const marks = { least: 3, most: 30 }
  const signs = { least: -10, most: 10 }

  test.each([
    ['', 1, share, 1],
    ['', -1, share, 0],
    ['1', -1, share, 0],
    ['6', 1, share, 6],
    // From nothing to the lowest mark, and from the lowest mark to nothing.
    ['', 1, marks, 3],
    ['0', 1, marks, 3],
    ['3', -1, marks, 0],
    ['4', -1, marks, 3],
    ['1', 1, marks, 3],
    ['', 1, signs, 1],
    ['', -1, signs, -1],
    ['−3', 1, signs, -2],
    ['-10', -1, signs, -10],
    ['10', 1, signs, 10],
    ['', -1, { least: 0, most: 5 }, 0],
    // What is no number counts as nothing.
    ['2,5', 1, share, 1],
    ['99', -1, share, 6],
  ])('"%s" and %i within %o is %i', (text, step, limits, points) => {
    expect(nextPoints(text, step, limits)).toBe(points)
  })
})
