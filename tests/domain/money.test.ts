import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import {
  MoneySchema,
  NUMBER_MARKS,
  parseTypedMoney,
  parseTypedNumber,
  printMoney,
} from '../../src/domain/money.ts'

describe('MoneySchema', () => {
  test.each([
    [15_000, 1_500_000],
    ['15000', 1_500_000],
    [12.5, 1_250],
    ['12.50', 1_250],
    ['0.07', 7],
    [0, 0],
  ])('reads %s as %i hundredths', (written, hundredths) => {
    expect(v.parse(MoneySchema, written)).toBe(hundredths)
  })

  test.each(['15.000', '1,5', '-5', '', 'abc', 12.345, -1, 1e21, '9'.repeat(13)])(
    'refuses %s',
    (written) => {
      expect(v.safeParse(MoneySchema, written).success).toBe(false)
    },
  )
})

describe('printMoney', () => {
  test('is read back by MoneySchema', () => {
    for (const written of ['15000', '12.50', '0.07', '0'])
      expect(printMoney(v.parse(MoneySchema, written))).toBe(written)
  })
})

describe('parseTypedMoney', () => {
  const danish = { thousands: ['.'], decimal: ',' } as const
  const english = { thousands: [','], decimal: '.' } as const

  test.each([
    ['15000', danish, 1_500_000],
    ['15.000', danish, 1_500_000],
    ['15.000,50', danish, 1_500_050],
    ['15 000 kr.', danish, 1_500_000],
    ['12,5', danish, 1_250],
    ['15,000', english, 1_500_000],
    ['15,000.50', english, 1_500_050],
    ['12.50', english, 1_250],
    ['1,234,567', english, 123_456_700],
  ])('reads %s by the marks of the language', (text, marks, hundredths) => {
    expect(parseTypedMoney(text, marks)).toEqual({ ok: true, value: hundredths })
  })

  test.each([
    ['15,000', danish],
    ['15.000', english],
    ['12.50', danish],
    ['1.2345', danish],
    ['1,50,000', english],
  ])('asks back about %s', (text, marks) => {
    expect(parseTypedMoney(text, marks)).toEqual({ ok: false, error: 'ambiguous' })
  })

  test.each(['about 500', '', '-5', '1e5'])('says that %s is not a number', (text) => {
    expect(parseTypedMoney(text, danish)).toEqual({ ok: false, error: 'not-a-number' })
  })
})

describe('parseTypedNumber', () => {
  test.each([
    ...[
      ['en', '1,240', 1240],
      ['en', '1240', 1240],
      ['de', '1.240', 1240],
      ['da', '12.001.240', 12_001_240],
    ],
    ...[
      ['nl', '1 240', 1240],
      ['en', '-1', -1],
      ['en', '1.240', undefined],
      ['de', '1,240', undefined],
    ],
    ...[
      ['en', '1,24', undefined],
      ['en', '12,40,00', undefined],
      ['en', '', undefined],
      ['en', 'ten', undefined],
    ],
  ] as const)('reads in %s %s as %s', (language, text, number) => {
    expect(parseTypedNumber(text, NUMBER_MARKS[language])).toBe(number)
  })
})
