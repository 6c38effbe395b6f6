import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { BallotNumbersSchema, channelsOf, tookPart } from '../../src/domain/turnout.ts'

const counted = (recorded: Record<string, number>, invalid: Record<string, number> = {}) => ({
  recorded: new Map(Object.entries(recorded)),
  invalid: new Map(Object.entries(invalid)),
})

describe('channelsOf', () => {
  test('says nothing where everybody voted online', () => {
    expect(channelsOf('all', counted({ 'online:all': 7 }))).toEqual({})
    expect(channelsOf('all', counted({}))).toEqual({})
  })

  test('tells the ways of one box apart, and not those of another', () => {
    const counts = counted({ 'online:all': 7, 'kiosk:all': 2, 'paper:all': 3, 'paper:north': 9 })
    expect(channelsOf('all', counts)).toEqual({
      channels: { online: 7, kiosk: 2, paper: 3 },
      invalid: 0,
    })
  })

  test('tells of paper that was invalid to the last sheet', () => {
    expect(channelsOf('all', counted({ 'online:all': 7 }, { 'paper:all': 2 }))).toEqual({
      channels: { online: 7, kiosk: 0, paper: 0 },
      invalid: 2,
    })
  })
})

describe('tookPart', () => {
  test('counts whoever handed in a sheet that was no ballot', () => {
    expect(tookPart({ recorded: 12, blank: 1, invalid: 2 })).toBe(14)
    expect(tookPart({ recorded: 12, blank: 1 })).toBe(12)
  })
})

describe('the numbers of a result', () => {
  test('are read as they were published before there was paper', () => {
    expect(v.is(BallotNumbersSchema, { recorded: 20, blank: 1 })).toBe(true)
    expect(v.is(BallotNumbersSchema, { recorded: 20, blank: 1, post: 3 })).toBe(false)
  })
})
