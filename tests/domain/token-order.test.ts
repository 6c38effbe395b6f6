import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printParts, sheetsOf } from '../../src/domain/print-part.ts'
import { MOST_LETTERS } from '../../src/domain/token-batch.ts'
import { MOST_CODES, parseCount, planBatches, usualReserve } from '../../src/domain/token-order.ts'

describe('parseCount', () => {
  test.each([
    ['1240', 1240],
    [' 40 ', 40],
    ['1.240', 1240],
    ['1,240', 1240],
    ['1 240', 1240],
    ['1\u00a0240', 1240],
    ['', 0],
    ['0', 0],
  ])('reads %j as %d', (text, count) => {
    expect(parseCount(text)).toBe(count)
  })

  test.each(['12.5', '-4', 'forty', '1e3', '12,40', '0x10', '4 letters'])('refuses %j', (text) => {
    expect(parseCount(text)).toBeUndefined()
  })
})

describe('usualReserve', () => {
  test.each([
    [0, 0],
    [1, 5],
    [100, 5],
    [101, 6],
    [1240, 62],
  ])('offers for %d letters %d more', (live, reserve) => {
    expect(usualReserve(live)).toBe(reserve)
  })
})

describe('planBatches', () => {
  test('makes the letters of a box before its reserve, and a box after the other', () => {
    const planned = planBatches([
      { pool: 'north', live: 40, reserve: 5 },
      { pool: 'south', live: 0, reserve: 2 },
    ])
    expect(planned).toEqual({
      ok: true,
      value: [
        { pool: 'north', kind: 'live', count: 40 },
        { pool: 'north', kind: 'reserve', count: 5 },
        { pool: 'south', kind: 'reserve', count: 2 },
      ],
    })
  })

  test('makes every code that was asked for, in batches that the ballot box takes', () => {
    const count = fc.integer({ min: 0, max: 6000 })
    fc.assert(
      fc.property(count, count, (live, reserve) => {
        const planned = planBatches([{ pool: 'all', live, reserve }])
        if (live + reserve === 0) return expect(planned.ok).toBe(false)
        const batches = planned.ok ? planned.value : []
        const sum = (kind: string) =>
          batches.filter((each) => each.kind === kind).reduce((all, each) => all + each.count, 0)
        expect([sum('live'), sum('reserve')]).toEqual([live, reserve])
        expect(batches.every((each) => each.count >= 1 && each.count <= MOST_LETTERS)).toBe(true)
      }),
    )
  })

  test.each([
    [[{ pool: 'all', live: 0, reserve: 0 }], { kind: 'none' }],
    [[], { kind: 'none' }],
    [[{ pool: 'all', live: NaN, reserve: 0 }], { kind: 'not-whole', pool: 'all', of: 'live' }],
    [[{ pool: 'all', live: 1, reserve: -1 }], { kind: 'not-whole', pool: 'all', of: 'reserve' }],
    [
      [{ pool: 'all', live: MOST_CODES, reserve: 1 }],
      { kind: 'too-many', asked: MOST_CODES + 1, most: MOST_CODES },
    ],
  ])('refuses %j', (orders, error) => {
    expect(planBatches(orders)).toEqual({ ok: false, error })
  })
})

describe('printParts', () => {
  test('hold every letter once and in order, on sheets of one letter or ten cards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('letters' as const, 'cards' as const),
        (count, reserve, layout) => {
          const letters = Array.from({ length: count + reserve }, (_, at) => ({
            ...{ at, kind: at < count ? ('live' as const) : ('reserve' as const) },
          }))
          const sheets = sheetsOf(letters, layout)
          const parts = printParts(sheets.length)
          const printed = parts.flatMap(({ first, last }) => sheets.slice(first - 1, last))
          expect(printed.flat()).toEqual(letters)
          expect(printed.every((sheet) => new Set(sheet.map(({ kind }) => kind)).size === 1)).toBe(
            true,
          )
          const most = layout === 'letters' ? 1 : 10
          expect(sheets).toHaveLength(Math.ceil(count / most) + Math.ceil(reserve / most))
          expect(parts.every(({ first, last }) => last - first < 250)).toBe(true)
        },
      ),
    )
  })
})
