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
      ['Proposals are welcome from Tuesday 1 September', 'read'],
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

  test('says the year from where it is another one than that of the first day', () => {
    const phases = [
      { phase: 'voting', from: '2026-11-09', to: '2026-11-29' },
      { phase: 'decision', from: '2026-12-14', to: '2027-01-10' },
      { phase: 'delivery', from: '2027-01-11', to: '2027-08-29' },
      { phase: 'evaluation', from: '2027-08-30' },
    ]
    const over = periodsOf(aRound({ phases }).phases, council.timeZone)
    expect(timelineOf(over, aReader()).map(({ dates }) => dates)).toEqual([
      'Monday 9 November – Sunday 29 November',
      'Monday 14 December 2026 – Sunday 10 January 2027',
      'Monday 11 January – Sunday 29 August 2027',
      'From Monday 30 August 2027',
    ])
  })
})
