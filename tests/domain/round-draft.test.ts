import { describe, expect, test } from 'vitest'
import { copyRound } from '../../src/domain/round-copy.ts'
import {
  changedFields,
  optionsOf,
  readDraft,
  rebased,
  type DraftFields,
} from '../../src/domain/round-draft.ts'
import { roundChanges } from '../../src/domain/round-difference.ts'
import { fillTemplate, TEMPLATES, type TemplateTexts } from '../../src/domain/round-template.ts'
import { aProposal } from '../support/builders.ts'

const ZONE = 'Europe/Copenhagen'

const texts: TemplateTexts = {
  ...{ summary: 'You decide.', voters: 'Everyone', story: 'A story.' },
  themes: { green: 'Green places' },
  areas: { north: 'North', south: 'South' },
  conditions: ['It is for everyone.'],
  notes: { voting: 'Come to the hall.' },
  event: { title: 'The day', place: 'The hall', note: 'Bring your letter.' },
}

const draft: DraftFields = {
  ...{ schemaVersion: 1, title: 'We Decide 2026', summary: 'You decide.', budget: 75_000 },
  areas: [{ id: 'north', name: 'North', eligible: 400 }],
  phases: [
    { phase: 'submission', from: '2026-09-07 08:00', to: '2026-10-04 20:00' },
    { phase: 'voting', from: '2026-11-09 08:00', to: '2026-11-29 20:00', note: 'In the hall.' },
  ],
  events: [{ id: 'evening', title: 'Evening', from: '2026-10-06 19:00' }],
  conditions: ['For everyone.', 'Not for wages.'],
  ballot: { type: 'knapsack' },
  rule: { method: 'greedy-exclusive', exclusive: [['pool', 'park']], minVotes: 3 },
  lot: { order: ['pool', 'park'], drawn: 'In public.' },
}

const weekday = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`).getUTCDay()

describe('a template', () => {
  test.each(TEMPLATES)('%s is a round, once the money is written', (id) => {
    const { fields } = fillTemplate(id, { title: 'We Decide', start: '2027-03-01', texts })
    expect(readDraft(fields, ZONE).faults).toMatchObject([{ at: 'budget', code: 'missing' }])
    const { round, faults } = readDraft({ ...fields, budget: '12.50' }, ZONE)
    expect(faults).toEqual([])
    expect(round).toMatchObject({ budget: 1250, areas: id === 'areas' ? [{}, {}] : [] })
  })

  test('counts its dates from the first day, whatever the clocks do', () => {
    const { fields } = fillTemplate('one-budget', { title: 'W', start: '2027-03-01', texts })
    const { round } = readDraft({ ...fields, budget: 1 }, ZONE)
    expect(round?.phases[0]).toMatchObject({ from: '2027-03-01', to: '2027-03-14' })
    expect(round?.phases.find(({ phase }) => phase === 'voting')).toMatchObject({
      ...{ from: '2027-05-17 08:00', to: '2027-06-06 20:00', note: 'Come to the hall.' },
    })
  })
})

describe('a copy for another year', () => {
  const copy = copyRound(draft, { title: 'We Decide 2027', year: 2027 })

  test('keeps the weekdays and the hours', () => {
    const [submission, voting] = copy['phases'] as { from: string; to: string }[]
    expect(submission).toMatchObject({ from: '2027-09-06 08:00', to: '2027-10-03 20:00' })
    expect(voting).toMatchObject({ from: '2027-11-08 08:00', to: '2027-11-28 20:00' })
    expect(weekday(voting?.to ?? '')).toBe(weekday('2026-11-29'))
  })

  test('has no lot, no event, and no proposal of last year, and all else', () => {
    expect(copy).toMatchObject({ title: 'We Decide 2027', budget: 75_000, areas: draft['areas'] })
    expect(copy['rule']).toEqual({ method: 'greedy', minVotes: 3 })
    expect(Object.keys(draft).filter((name) => !(name in copy))).toEqual(['events', 'lot'])
    expect(readDraft(copy, ZONE).faults).toEqual([])
  })

  test('of a round that began on 29 February has a first day', () => {
    const leap = { ...draft, phases: [{ phase: 'information', from: '2028-02-29' }] }
    const { phases } = copyRound(leap, { title: 'W', year: 2029 }) as { phases: { from: string }[] }
    expect(phases).toEqual([{ phase: 'information', from: '2029-02-27' }])
  })
})

describe('readDraft', () => {
  const faults = (fields: DraftFields, proposals = [aProposal('pool')]) =>
    readDraft({ ...draft, ...fields }, ZONE, proposals).faults.map(({ at, code }) => [at, code])

  test.each<[string, DraftFields, readonly (readonly string[])[]]>([
    ['a title that is empty', { title: ' ' }, [['title', 'missing']]],
    ['a title of letters that nobody sees', { title: '\u200b\u2069' }, [['title', 'missing']]],
    [
      'a theme of letters that nobody sees',
      { themes: [{ id: 'green', name: '\u202e' }] },
      [['themes.0.name', 'missing']],
    ],
    ['a title that is missing', { title: undefined }, [['title', 'missing']]],
    ['a title that is too long', { title: 'x'.repeat(81) }, [['title', 'too-long']]],
    ['money that is none', { budget: '12.50 ' }, [['budget', 'no-amount']]],
    ['a field that nobody knows', { colour: 'red' }, [['colour', 'not-known']]],
    [
      'a day that does not exist',
      { phases: [{ phase: 'information', from: '2026-02-30' }], ballot: undefined },
      [['phases.0.from', 'no-date']],
    ],
    [
      'an end before its start',
      {
        phases: [{ phase: 'information', from: '2026-02-03', to: '2026-02-02' }],
        ballot: undefined,
      },
      [['phases.0.to', 'not-after']],
    ],
    [
      'an hour that the clocks skip',
      { phases: [{ phase: 'information', from: '2026-03-29 02:30' }], ballot: undefined },
      [['phases.0.from', 'gap']],
    ],
    [
      'a phase that is none',
      { phases: [{ phase: 'party', from: '2026-02-03' }] },
      [['phases.0.phase', 'not-a-choice']],
    ],
    [
      'an area without a name',
      { areas: [{ id: 'north', name: '' }] },
      [['areas.0.name', 'missing']],
    ],
    [
      'two areas with one id',
      {
        areas: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
      [['areas', 'twice']],
    ],
    [
      'money for some areas',
      {
        areas: [
          { id: 'a', name: 'A', budget: 1 },
          { id: 'b', name: 'B' },
        ],
      },
      [
        ['areas', 'some-budgets'],
        ['budget', 'budget-twice'],
        ['areas', 'proposal-area'],
      ],
    ],
    ['a vote without a ballot', { ballot: undefined }, [['ballot.type', 'ballot-or-voting']]],
    [
      'limits that contradict',
      { ballot: { type: 'approval', minLength: 4, maxLength: 3 } },
      [['ballot', 'ballot-limits']],
    ],
    ['a ballot of no kind', { ballot: { type: 'shouting' } }, [['ballot.type', 'not-a-choice']]],
    ['a rule of no kind', { rule: { method: 'lottery' } }, [['rule.method', 'not-a-choice']]],
    [
      'an option of another rule',
      { rule: { method: 'phragmen', minVotes: 1 } },
      [['rule.minVotes', 'not-known']],
    ],
    [
      'a proposal that would be too dear',
      { proposalCost: { max: 5000 } },
      [['proposalCost.max', 'proposal-cost']],
    ],
    [
      'an event twice',
      {
        events: [
          { id: 'a', title: 'An', from: '2026-10-06' },
          { id: 'a', title: 'Bn', from: '2026-10-07' },
        ],
      },
      [['events.1.id', 'twice']],
    ],
  ])('finds %s', (_, fields, expected) => {
    expect(faults(fields)).toEqual(expected)
  })

  test('takes out of texts what turns letters around or is not seen', () => {
    const title = 'Spring\u2069\u202e\u0000 2027'
    const themes = [{ id: 'green', name: 'Gr\u200been' }]
    const { round } = readDraft({ ...draft, title, themes }, ZONE)
    expect(round).toMatchObject({ title: 'Spring 2027', themes: [{ name: 'Green' }] })
  })

  test('finds a theme that a proposal has and the round has lost', () => {
    expect(readDraft(draft, ZONE, [aProposal('pool', { theme: 'green' })]).faults).toMatchObject([
      { at: 'themes', code: 'proposal-theme', name: 'The pool' },
    ])
  })

  test('knows the options of each rule by its schema', () => {
    expect(optionsOf('phragmen')).toEqual(['method', 'exclusive', 'caps', 'comparison'])
    expect(optionsOf('equalshares')).toContain('completion')
    expect(optionsOf('lottery')).toEqual([])
  })
})

const without = (fields: DraftFields, name: string) =>
  Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name))

describe('changedFields and rebased', () => {
  test('name what differs, and only that', () => {
    const same = structuredClone(draft)
    expect(changedFields(draft, same)).toEqual({})
    const other: DraftFields = { ...without(same, 'lot'), budget: 80_000.5 }
    expect(changedFields(draft, other)).toEqual({ budget: 80_000.5, lot: undefined })
  })

  test('put what somebody typed onto a newer state, and keep what a colleague changed', () => {
    const typed = { ...draft, budget: 80_000, lot: undefined }
    const newer = { ...draft, summary: 'Now we decide.', budget: 70_000, voters: 'All' }
    expect(rebased(draft, typed, newer)).toEqual({
      ...{ ...without(newer, 'lot'), budget: 80_000 },
    })
  })
})

describe('roundChanges', () => {
  test('names the fields that a clerk changed, by the rows that they are in', () => {
    const [submission, voting] = draft['phases'] as object[]
    const after = {
      ...draft,
      budget: 80_000,
      phases: [submission, { ...voting, to: '2026-12-06 20:00' }],
      conditions: ['It is allowed.', 'For everyone.', 'Not for wages.'],
      areas: [{ id: 'south', name: 'South' }, ...(draft['areas'] as object[])],
      events: [],
    }
    expect(roundChanges(draft, after)).toEqual([
      { field: 'budget', before: 75_000, after: 80_000 },
      { field: 'areas.id', row: 'south', after: 'south' },
      { field: 'areas.name', row: 'south', after: 'South' },
      { field: 'phases.to', row: 'voting', before: '2026-11-29 20:00', after: '2026-12-06 20:00' },
      { field: 'events.id', row: 'evening', before: 'evening' },
      { field: 'events.title', row: 'evening', before: 'Evening' },
      { field: 'events.from', row: 'evening', before: '2026-10-06 19:00' },
      { field: 'conditions', row: 'It is allowed.', after: 'It is allowed.' },
    ])
  })

  test('sees a list in another order, and nothing where nothing changed', () => {
    expect(roundChanges(draft, structuredClone(draft))).toEqual([])
    const turned = { ...draft, conditions: ['Not for wages.', 'For everyone.'] }
    expect(roundChanges(draft, turned)).toEqual([{ field: 'conditions' }])
  })
})
