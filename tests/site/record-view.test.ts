import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/domain/allocate.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { fundedUpdates } from '../../src/site/funded-updates.ts'
import { plainText } from '../../src/site/markdown.ts'
import { recordView } from '../../src/site/record-view.ts'
import { roundNews } from '../../src/site/round-news.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const updates = [
  { date: '2027-04-12', text: 'It **swings**.' },
  { date: '2029-06-01', text: 'New ropes.' },
  { date: '2028-05-01', text: 'Painted.' },
]

describe('recordView', () => {
  test('is empty where the file says nothing', () => {
    expect(recordView(aProposal('swing'), aReader())).toEqual({
      coFunding: undefined,
      assessments: [],
      statements: [],
      decision: undefined,
      updates: [],
    })
  })

  test('shows money from elsewhere beside the cost, with the sum of both', () => {
    const coFunding = [
      { amount: 40, from: 'The school' },
      { amount: 10.5, from: 'A raffle' },
    ]
    const view = recordView(aProposal('swing', { coFunding }), aReader()).coFunding
    expect(view?.parts.map(({ from }) => from)).toEqual(['The school', 'A raffle'])
    expect(view?.total.replaceAll('\u00a0', ' ')).toBe(
      '50.50 kr. more come from elsewhere; it costs 150.50 kr. in all.',
    )
  })

  test('says what came out, who says it and when, in the reader’s language', () => {
    const assessment = {
      ...{ body: 'Parks', date: '2026-10-26', outcome: 'not-feasible' },
      reason: 'The ground is too soft.',
    }
    const notes = (language: 'en' | 'da', given: object) =>
      recordView(aProposal('swing', { assessment: given }), aReader(language)).assessments
    expect(notes('en', assessment)).toEqual([
      {
        ...{ day: '2026-10-26', date: 'Monday 26 October 2026', who: 'Parks' },
        ...{ outcome: 'Cannot be done', text: 'The ground is too soft.' },
      },
    ])
    const all = [
      { ...assessment, about: 'legality' },
      { ...assessment, date: '2026-10-24', about: 'cost', outcome: 'feasible', cost: 150 },
    ]
    expect(notes('en', all).map(({ outcome }) => outcome)).toEqual([
      'Cost: Can be done',
      'Legality: Cannot be done',
    ])
    const [cost, law] = notes('da', all)
    expect(law?.outcome).toBe('Lovlighed: Kan ikke lade sig gøre')
    expect(cost?.money?.replaceAll('\u00a0', ' ')).toBe('Efter dette svar koster det 150 kr.')
  })

  test('has statements in order, and updates with the newest first', () => {
    const statements = ['2026-10-21', '2026-10-20'].map((date) => ({
      ...{ who: 'The board', date, text: 'Yes, please.' },
    }))
    const view = recordView(aProposal('swing', { statements, updates }), aReader())
    expect(view.statements.map(({ day }) => day)).toEqual(['2026-10-20', '2026-10-21'])
    expect(view.updates.map(({ day }) => day)).toEqual(['2029-06-01', '2028-05-01', '2027-04-12'])
  })
})

test('an update says that it is finished and what was spent, on the page and in the feed', () => {
  const done = [{ date: '2027-04-12', text: 'It **swings**.', spent: 95.5, done: true }]
  const proposals = [aProposal('swing', { updates: done })]
  const [update] = recordView(proposals[0]!, aReader('da')).updates
  expect(update?.outcome).toBe('Færdigt')
  expect(update?.money?.replaceAll('\u00a0', ' ')).toBe('Brugt indtil nu: 95,50 kr.')
  const news = roundNews(aRoundPage(aRound(), proposals), aReader())
  expect(news.map(({ text }) => text.replaceAll('\u00a0', ' '))).toContain(
    'Finished. It swings. Spent so far: 95.50 kr.',
  )
})

test('an update shows its picture, with a text for those who do not see it', () => {
  const picture = { file: 'swing.jpg', alt: 'Two swings under a lime tree' }
  const told = [{ date: '2027-04-12', text: 'It swings.', picture }]
  const { updates: notes } = recordView(aProposal('swing', { updates: told }), aReader())
  expect(notes.map((note) => note.picture)).toEqual([picture])
})

describe('updates after a result', () => {
  const round = aRound()
  const proposals = [
    aProposal('slide', { updates, cost: 900 }),
    aProposal('stage'),
    aProposal('swing', { updates }),
  ]
  const paper = ballotPaper(round, proposals, 'all')
  const [slide, stage, swing] = paper.proposals.map(({ id }) => id)
  const ballots = [[stage, swing, slide], [stage, swing], [stage]].map((ids) => ({
    choices: ids.flatMap((id) => (id ? [id] : [])),
  }))
  const allocation = allocate(paper, ballots, { rule: round.rule, lot: [] })
  const page = aRoundPage(round, proposals, { allocation })

  test('stand on the result page under each funded project, and under no other', () => {
    const told = fundedUpdates(page, aReader())
    expect(told.map(({ id, notes }) => [id, notes.length])).toEqual([['swing', 3]])
    expect(fundedUpdates(aRoundPage(aRound(), proposals), aReader())).toEqual([])
  })

  test('are news, each with its own id, in plain words', () => {
    const news = roundNews(page, aReader()).filter(({ title }) => title === 'The swing')
    expect(news.map(({ text }) => text)).toEqual(['It swings.', 'New ropes.', 'Painted.'])
    expect(new Set(news.map(({ id }) => id)).size).toBe(3)
  })
})

describe('plainText', () => {
  test('keeps the words and nothing else', () => {
    expect(plainText('# Yes & no\n\n- <b>a</b> "b"\n- [c](https://x.example) 1 < 2')).toBe(
      'Yes & no a "b" c 1 < 2',
    )
  })
})
