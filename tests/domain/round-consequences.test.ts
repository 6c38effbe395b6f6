import { ballotDigest } from '../../src/domain/digest.ts'
import { describe, expect, test } from 'vitest'
import { frozenFields, touchesFrozen, type Pinned } from '../../src/domain/round-freeze.ts'
import { consequencesOf, type Consequence } from '../../src/domain/round-consequences.ts'
import {
  alignedWords,
  lackingInRound,
  RoundTranslationSchema,
} from '../../src/domain/round-translation.ts'
import * as v from 'valibot'
import { aProposal, aRound } from '../support/builders.ts'

const ZONE = 'Europe/Copenhagen'
const told = (fields: Record<string, unknown>) => consequencesOf(aRound(fields), ZONE)
const codes = (fields: Record<string, unknown>) => told(fields).map(({ code }) => code)
const found = (fields: Record<string, unknown>, code: Consequence['code']) =>
  told(fields).find((each) => each.code === code)

const phases = (from: string, to: string) => [{ phase: 'voting', from, to }]

describe('consequencesOf', () => {
  test('says that one proposal can take everything, unless its cost is limited', () => {
    expect(codes({})).toContain('one-takes-all')
    expect(codes({ proposalCost: { max: 75_000 } })).toContain('one-takes-all')
    expect(found({ proposalCost: { max: 15_000 } }, 'at-least')).toMatchObject({ count: 5 })
    expect(codes({ proposalCost: { max: 15_000 } })).not.toContain('one-takes-all')
    expect(codes({ rule: { method: 'equalshares' } })).toContain('one-takes-all-if-paid')
    const areas = [
      { id: 'a', name: 'A', budget: 10_000 },
      { id: 'b', name: 'B', budget: 40_000 },
    ]
    expect(codes({ budget: undefined, areas, proposalCost: { max: 12_000 } })).toContain(
      'one-takes-all',
    )
  })

  test.each<[string, Record<string, unknown>]>([
    ['majority-decides', {}],
    ['shares-for-groups', { rule: { method: 'phragmen' } }],
    ['count-stops', { rule: { method: 'greedy-no-skip' } }],
    ['money-left', { rule: { method: 'equalshares' } }],
    ['money-ignored', { rule: { method: 'top-per-theme', perTheme: 1, withinBudget: false } }],
    ['no-blank', { ballot: { type: 'approval', blank: false } }],
    ['needs-many', { ballot: { type: 'approval', minLength: 3 } }],
    ['hard-ballot', { ballot: { type: 'ranking' } }],
    ['no-vote', { ballot: undefined, phases: [{ phase: 'information', from: '2027-01-01' }] }],
    ['turnout-unknown', {}],
    ['short-vote', { phases: phases('2027-05-03', '2027-05-08') }],
    ['screen-only', {}],
    ['sealed-by-hand', { paper: true }],
    [
      'short-submission',
      {
        phases: [
          { phase: 'submission', from: '2027-03-01', to: '2027-03-13' },
          ...phases('2027-05-03', '2027-05-08'),
        ],
      },
    ],
  ])('says %s where it is so, and not where it is not', (code, fields) => {
    expect(codes(fields)).toContain(code)
    const fine = {
      ...{ eligible: 900, rule: { method: 'equalshares', completion: 'add1u' } },
      events: [{ id: 'day', title: 'The day', from: '2027-05-16 13:00' }],
    }
    const other = code === 'shares-for-groups' ? { ...fine, rule: { method: 'greedy' } } : fine
    expect(codes(other)).not.toContain(code)
  })

  test('counts the days of voting, and names the box in which ballots stay unpublished', () => {
    expect(found({}, 'voting-days')).toMatchObject({ count: 14 })
    expect(found({ eligible: 49 }, 'box-too-small')).toMatchObject({ count: 49, floor: 50 })
    expect(found({ eligible: 249, ballot: { type: 'ranking' } }, 'box-too-small')).toMatchObject({
      floor: 250,
    })
    expect(found({ eligible: 50 }, 'floor')).toMatchObject({ floor: 50 })
  })
})

describe('touchesFrozen', () => {
  const proposals = [aProposal('pool'), aProposal('park')]
  const before = aRound()
  const touches = (
    fields: Record<string, unknown>,
    state: 'draft' | 'open' | 'published' = 'open',
    pinned?: Pinned,
  ) => {
    const change = { before, after: aRound(fields), proposals, timeZone: 'Europe/Copenhagen' }
    return touchesFrozen(state, before.id, { ...change, pinned })
  }

  test('finds what would change the ballot, or the dates of voting', () => {
    expect(touches({ budget: 80_000 })).toBe('ballot')
    expect(touches({ rule: { method: 'phragmen' } }, 'published')).toBe('ballot')
    expect(touches({ phases: phases('2027-05-03 08:00', '2027-05-23 20:00') })).toBe('voting')
  })

  test('lets the way back to what was opened pass, and no other', () => {
    const pinned = {
      digest: ballotDigest(aRound({ budget: 80_000 }), proposals),
      startsAt: Date.parse('2027-05-03T06:00:00Z'),
      endsAt: Date.parse('2027-05-23T18:00:00Z'),
    }
    expect(touches({ budget: 80_000 }, 'open', pinned)).toBeUndefined()
    expect(touches({ budget: 90_000 }, 'open', pinned)).toBe('ballot')
    const until = (day: string) => ({ phases: phases('2027-05-03 08:00', `${day} 20:00`) })
    expect(touches(until('2027-05-23'), 'open', pinned)).toBeUndefined()
    expect(touches(until('2027-05-24'), 'open', pinned)).toBe('voting')
    expect(touches({ phases: aRound().phases.slice(0, 1) }, 'published')).toBe('voting')
  })

  test('lets the time for complaints get longer, and never shorter', () => {
    const days = (complaintDays: number) => ({ publication: { complaintDays } })
    expect(touches(days(41))).toBe('complaints')
    expect(touches(days(43))).toBeUndefined()
    expect(touches(days(0), 'draft')).toBeUndefined()
  })

  test('keeps whether ballots on paper count', () => {
    expect(touches({ paper: true })).toBe('paper')
    expect(touches({ paper: true }, 'draft')).toBeUndefined()
    expect(frozenFields('open', ['ballot', 'voting'])).toEqual(['paper'])
  })

  test('lets everything else pass, and everything before the opening', () => {
    expect(touches({ title: 'Another', summary: 'Else.', eligible: 12 })).toBeUndefined()
    expect(touches({ budget: 80_000 }, 'draft')).toBeUndefined()
  })
})

describe('alignedWords', () => {
  const before = aRound({
    ...{ conditions: ['One.', 'Two.'], themes: [{ id: 'green', name: 'Green' }] },
    events: [{ id: 'day', title: 'The day', from: '2027-05-16', place: 'The hall' }],
  })
  const words = v.parse(RoundTranslationSchema, {
    ...{ schemaVersion: 1, title: 'T', summary: 'S', conditions: ['En.', 'To.'] },
    ...{ themes: { green: 'Grønt' }, events: { day: { title: 'Dagen', place: 'Hallen' } } },
  })

  test('lacks nothing of the changed round, and keeps the words that still fit', () => {
    const after = aRound({
      ...{ conditions: ['Two.', 'Three.'], voters: 'Everyone' },
      themes: [
        { id: 'ways', name: 'Ways' },
        { id: 'green', name: 'Green' },
      ],
      events: [{ id: 'day', title: 'The day', from: '2027-05-16', note: 'Bring cake.' }],
    })
    const aligned = alignedWords(words, before, after)
    expect(lackingInRound({ ...aligned, schemaVersion: 1 }, after)).toEqual([])
    expect(aligned).toMatchObject({
      ...{ title: 'T', voters: 'Everyone', conditions: ['To.', 'Three.'] },
      themes: { ways: 'Ways', green: 'Grønt' },
    })
  })
})
