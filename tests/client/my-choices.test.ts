import { describe, expect, test } from 'vitest'
import { leftOf, toggled } from '../../src/client/my-choices.ts'
import { fitsType } from '../../src/domain/choices.ts'
import { ids } from '../support/builders.ts'

const [a, b, c] = ids('a', 'b', 'c')

describe('toggled', () => {
  test.each([
    ['approval', ['b'], 'a', ['a', 'b']],
    ['approval', ['a', 'b'], 'a', ['b']],
    ['knapsack', [], 'a', ['a']],
    ['choose-1', ['b'], 'a', ['a']],
    ['choose-1', ['a'], 'a', []],
    ['ranking', ['b'], 'a', ['b', 'a']],
    ['ranking', ['b', 'a', 'c'], 'a', ['b', 'c']],
  ] as const)('%s: %j and %s make %j', (type, before, id, after) => {
    const [chosen] = ids(id)
    const made = toggled(ids(...before), chosen!, { type })
    expect(made).toEqual(after)
    expect(fitsType(made, type)).toBe(true)
  })

  test('adds nothing to a ranking that is full, and leaves a cross too many to the vote page', () => {
    const full = [b!, c!]
    expect(toggled(full, a!, { type: 'ranking', maxLength: 2 })).toEqual(full)
    expect(toggled(full, a!, { type: 'approval', maxLength: 2 })).toEqual([a, b, c])
  })
})

describe('leftOf', () => {
  test('goes below zero where too much is chosen', () => {
    const costs = new Map([
      ['a', 600],
      ['b', 500],
    ])
    expect(leftOf([a!], 1000, costs)).toBe(400)
    expect(leftOf([a!, b!], 1000, costs)).toBe(-100)
  })
})
