import { describe, expect, test } from 'vitest'
import { parseFile } from '../../src/adapters/content/front-matter.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import { pictureFiles, RECORD_FIELDS } from '../../src/domain/proposal-record.ts'
import { ProposalSchema } from '../../src/domain/proposal.ts'
import { aProposal, aRound } from '../site/site-data.ts'

const PICTURE = { file: 'swing.jpg', alt: 'Two swings under a lime tree' }
const CHECKED = { body: 'Parks', date: '2026-10-26', outcome: 'feasible', reason: 'It fits.' }

const RECORD = {
  picture: PICTURE,
  place: { name: 'The green', latitude: 55.6, longitude: 12.5 },
  coFunding: [{ amount: 40, from: 'The school' }],
  assessment: [{ ...CHECKED, about: 'feasibility' }, CHECKED],
  statements: [{ who: 'The school board', date: '2026-10-20', text: 'Yes, please.' }],
  decision: { date: '2026-12-03', outcome: 'changed', reason: 'One swing less.' },
  updates: [{ date: '2027-04-12', text: 'It swings.', spent: 95.5, done: true, picture: PICTURE }],
}

describe('the record of a proposal', () => {
  const round = aRound()

  test('is no part of what is voted on: with all of it the ballot digest is the same', () => {
    expect(Object.keys(RECORD).toSorted()).toEqual(Object.keys(RECORD_FIELDS).toSorted())
    const plain = ballotDigest(round, [aProposal('swing'), aProposal('other')])
    const told = aProposal('swing', { ...RECORD, published: '2026-10-15' })
    expect(ballotDigest(round, [told, aProposal('other')])).toBe(plain)
    expect(ballotDigest(round, [aProposal('swing', { cost: 101 }), aProposal('other')])).not.toBe(
      plain,
    )
  })

  test('leaves the cost what is asked of the budget', () => {
    expect(aProposal('swing', RECORD).cost).toBe(10_000)
  })
})

describe('the assessments of a proposal', () => {
  test('are a list, also where a file has a single one', () => {
    expect(aProposal('swing', { assessment: CHECKED }).assessment).toEqual([CHECKED])
    const all = [
      { ...CHECKED, about: 'cost', cost: 120.5 },
      { ...CHECKED, about: 'legality' },
    ]
    expect(aProposal('swing', { assessment: all }).assessment).toEqual([
      { ...CHECKED, about: 'cost', cost: 12_050 },
      { ...CHECKED, about: 'legality' },
    ])
  })
})

test('pictureFiles has the picture of a proposal and those of its updates', () => {
  const updates = [{ date: '2027-04-12', text: 'It swings.' }, ...RECORD.updates]
  expect(pictureFiles(aProposal('swing', { updates }))).toEqual(['swing.jpg'])
  const picture = { ...PICTURE, file: 'plan.jpg' }
  expect(pictureFiles(aProposal('swing', { picture, updates }))).toEqual(['plan.jpg', 'swing.jpg'])
})

describe('a mistake in the record', () => {
  const file = 'rounds/spring/proposals/swing.md'
  const read = (lines: string) =>
    parseFile(
      file,
      `---\nschemaVersion: 1\ntitle: Swings\nsummary: Two swings for all.\ncost: 100\n${lines}\n---\n`,
      ProposalSchema,
    )

  test.each([
    ['picture: { file: swing.jpg }', 'picture.alt: missing, expected this field'],
    [
      'picture: { file: swing.jpg, alt: Hm }',
      'picture.alt: found "Hm"; write at least 5 characters',
    ],
    [
      'picture: { file: ../swing.jpg, alt: Two swings }',
      'picture.file: found "../swing.jpg"; write',
    ],
    ['picture: { file: swing.svg, alt: Two swings }', 'picture.file: found "swing.svg"; write'],
    ['coFunding: [{ amount: 1.234, from: The school }]', 'coFunding.0.amount: found 1.234'],
    ['place: The green', 'place: found "The green"'],
    ['place: { latitude: 55.6, longitude: 12.5 }', 'place.name: missing'],
    ['place: { name: The green, latitude: 556, longitude: 12.5 }', 'place.latitude: found 556'],
    [
      'place: { name: The green, latitude: 55.6 }',
      'place: found {"name":"The green","latitude":55.6}; write latitude and longitude, or neither',
    ],
    ['coFunding: 40', 'coFunding: found 40; write a list, each with amount and from'],
    [
      'assessment: { body: Parks, date: 2026-10-26, outcome: maybe, reason: It fits. }',
      'assessment.outcome: found "maybe"; write one of feasible, feasible-with-changes, not-feasible',
    ],
    [
      'assessment: [{ about: taste, body: Parks, date: 2026-10-26, outcome: feasible, reason: It fits. }]',
      'assessment.0.about: found "taste"; write one of cost, feasibility, legality',
    ],
    [
      'assessment: [{ body: Parks, date: 2026-10-26, outcome: feasible, reason: It fits., cost: 100 }]',
      'assessment.0: found {"body":"Parks","date":"2026-10-26","outcome":"feasible",…; write cost only where about is cost',
    ],
    ['assessment: feasible', 'assessment: found "feasible"'],
    [
      'statements: [{ who: The school, date: 2026-02-30, text: Yes please. }]',
      'statements.0.date: found "2026-02-30"; this day does not exist',
    ],
    ['decision: { date: 2026-12-03, outcome: changed }', 'decision.reason: missing'],
    [
      'updates: [{ date: 2027-04-12 20:00, text: It swings. }]',
      'updates.0.date: found "2027-04-12 20:00"',
    ],
    [
      'updates: [{ date: 2027-04-12, text: It swings., done: soon }]',
      'updates.0.done: found "soon"; write true or false',
    ],
    [
      'updates: [{ date: 2027-04-12, text: It swings., by: me }]',
      'updates.0.by: found a field that',
    ],
  ])('%s: is told with file and field', (lines, message) => {
    expect(() => read(lines)).toThrow(`${file}: ${message}`)
  })

  test('the same lines without a mistake are read', () => {
    const { fields } = read('picture: { file: swing.jpg, alt: Two swings }\npublished: 2026-10-15')
    expect(fields.picture).toEqual({ file: 'swing.jpg', alt: 'Two swings' })
  })
})
