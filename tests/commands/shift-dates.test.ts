import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { endVoting, shiftRound } from '../../src/commands/host/shift-dates.ts'
import { LocalTimeSchema } from '../../src/domain/time.ts'

const ROUND = `---
schemaVersion: 1
title:   "Lindevang  Decides"   # two spaces stay
phases:
  - { phase: submission, from: 2026-03-02, to: 2026-03-20 } # bare days
  - phase: voting
    from: '2026-03-23 08:00'
    to: "2026-04-06 20:00"
    note: Cards from 2026-03-23 at the hall
  - phase: delivery
    from: 2026-05-01
events:
  - id: help
    from: 2026-03-10 19:00
lot:
  drawn: On 2026-03-20, in the library
---

Voting ends on 2026-04-06.
`

/** Noon in Copenhagen on a day. */
const noon = (day: string) => Date.parse(`${day}T11:00:00Z`)
const shifted = (now: number, text = ROUND) => shiftRound(text, now, 'Europe/Copenhagen')

describe('shiftRound', () => {
  test('a vote of two weeks began six days ago and ends in eight, at its own hours', () => {
    const text = shifted(noon('2026-11-22'))
    expect(text).toContain("from: '2026-11-16 08:00'")
    expect(text).toContain('to: "2026-11-30 20:00"')
  })

  test('every other phase, and every event, keeps its distance', () => {
    const text = shifted(noon('2026-11-22'))
    expect(text).toContain('{ phase: submission, from: 2026-10-26, to: 2026-11-13 } # bare days')
    expect(text).toContain('from: 2026-12-25')
    expect(text).toContain('from: 2026-11-03 19:00')
  })

  test('nothing else of the file changes, not even a space', () => {
    const change = /2026-(03-02|03-20 }|03-23 08|04-06 20|05-01|03-10)/g
    const days = (text: string) => text.replaceAll(/(from: |to: )(['"]?)[\d-]{10}/g, '$1$2DAY')
    expect(ROUND.match(change)).toHaveLength(6)
    expect(days(shifted(noon('2026-11-22')))).toBe(days(ROUND))
    expect(shifted(noon('2026-11-22'))).toContain('Cards from 2026-03-23 at the hall')
  })

  test('a change of the clocks moves no hour', () => {
    // The clocks go back on 25 October 2026 and forward on 28 March 2027.
    for (const day of ['2026-10-24', '2026-10-26', '2027-03-27', '2027-03-30'])
      expect(shifted(noon(day)).match(/\d\d:\d\d/g)).toEqual(['08:00', '20:00', '19:00'])
  })

  test('today is the council’s day, not that of Greenwich', () => {
    const lateEvening = Date.parse('2026-11-21T23:30:00Z')
    expect(shifted(lateEvening)).toContain("from: '2026-11-16 08:00'")
  })

  test('a vote of a few days is at its middle, a vote of one day is today', () => {
    const short = ROUND.replace('2026-04-06 20:00', '2026-03-26 20:00')
    expect(shifted(noon('2026-11-22'), short)).toContain("from: '2026-11-21 08:00'")
    const oneDay = ROUND.replace('2026-04-06 20:00', '2026-03-23 20:00')
    expect(shifted(noon('2026-11-22'), oneDay)).toContain("from: '2026-11-22 08:00'")
  })

  test('shifting what was shifted changes nothing', () => {
    const once = shifted(noon('2026-11-22'))
    expect(shifted(noon('2026-11-22'), once)).toBe(once)
  })

  test('a round without a vote stays as it is', () => {
    const call = ROUND.replace('phase: voting', 'phase: decision')
    expect(shifted(noon('2026-11-22'), call)).toBe(call)
  })
})

describe('endVoting', () => {
  test('sets the end of voting, and leaves every other letter of the file', () => {
    const text =
      '---\nphases:\n  - phase: voting # the vote\n    from: 2027-05-03\n    to: "2027-05-16" # end\n---\nBody\n'
    const end = v.parse(LocalTimeSchema, '2027-05-04 10:15')
    expect(endVoting(text, end)).toBe(text.replace('"2027-05-16"', '2027-05-04 10:15'))
  })

  test('leaves a round without an end as it was', () => {
    const text = '---\nphases:\n  - phase: submission\n    from: 2027-05-03\n---\nBody\n'
    expect(endVoting(text, v.parse(LocalTimeSchema, '2027-05-04 10:15'))).toBe(text)
  })
})
