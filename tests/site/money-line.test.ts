import { describe, expect, test } from 'vitest'
import { layMoneyLine } from '../../src/site/money-line.ts'

describe('layMoneyLine', () => {
  test('lays costs one after the other along the budget', () => {
    expect(layMoneyLine([2500, 5000], 10000)).toEqual({
      pieces: [
        { x: 0, width: 25, beyond: false },
        { x: 25, width: 50, beyond: false },
      ],
      end: 100,
    })
  })

  test('marks what goes beyond the budget, and where the budget ends', () => {
    expect(layMoneyLine([10000, 10000], 10000)).toEqual({
      pieces: [
        { x: 0, width: 50, beyond: false },
        { x: 50, width: 50, beyond: true },
      ],
      end: 50,
    })
  })

  test('is an empty bar for nothing', () => {
    expect(layMoneyLine([], 0).pieces).toEqual([])
  })
})
