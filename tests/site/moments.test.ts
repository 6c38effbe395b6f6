import { describe, expect, test } from 'vitest'
import { periodsOf } from '../../src/domain/phase.ts'
import { momentsOf } from '../../src/site/moments.ts'
import { timelineOf } from '../../src/site/timeline.ts'
import { aReader, aRound, council } from './site-data.ts'

const periods = periodsOf(aRound().phases, council.timeZone)

describe('momentsOf', () => {
  test('says what is open at any time, without gap or overlap', () => {
    const moments = momentsOf(periods, aReader())
    expect(moments.map(({ text, action }) => [text, action])).toEqual([
      ['Proposals are welcome from Tuesday 1 September at 00:00', 'read'],
      ['Proposals are welcome until Wednesday 30 September at 23:59', 'propose'],
      ['Voting opens Monday 9 November at 08:00', 'read'],
      ['Voting is open until Sunday 29 November at 20:00', 'vote'],
      ['Voting is over, the result follows', 'read'],
    ])
    expect(moments[0]?.startsAt).toBeUndefined()
    expect(moments.at(-1)?.endsAt).toBeUndefined()
    moments.slice(1).forEach(({ startsAt }, at) => expect(startsAt).toBe(moments[at]?.endsAt))
  })

  test('says when a round without a vote is over', () => {
    const moments = momentsOf(periods.slice(0, 1), aReader())
    expect(moments.at(-1)?.text).toBe('This round is over')
  })
})

describe('timelineOf', () => {
  test('says the dates of each phase: days, and hours where they matter', () => {
    expect(timelineOf(periods, aReader()).map(({ name, dates }) => [name, dates])).toEqual([
      ['Ideas come in', 'Tuesday 1 September – Wednesday 30 September'],
      ['Voting', 'Monday 9 November at 08:00 – Sunday 29 November at 20:00'],
    ])
  })
})
