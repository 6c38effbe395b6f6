import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/domain/council.ts'
import { RuleSchema } from '../../src/domain/rule.ts'
import { ruleText, ruleTitle } from '../../src/site/rule-text.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const COMPLETIONS = ['none', 'greedy', 'add1', 'add1u']

const RULES = [
  { method: 'greedy' },
  { method: 'greedy-no-skip' },
  { method: 'greedy-per-cost' },
  { method: 'greedy-threshold', minVotes: 20 },
  { method: 'greedy-exclusive', exclusive: [['bench', 'fence']] },
  ...['votes', 'cardinality'].flatMap((utility) =>
    COMPLETIONS.map((completion) => ({ method: 'equalshares', utility, completion })),
  ),
  { method: 'phragmen' },
  { method: 'top-per-theme', perTheme: 1 },
  { method: 'top-per-theme', perTheme: 3, withinBudget: false },
]

const page = aRoundPage(
  aRound({
    themes: [{ id: 'green', name: 'Green places' }],
    areas: [{ id: 'north', name: 'The north' }],
  }),
  ['bench', 'fence'].map((id) => aProposal(id)),
)

const textOf = (fields: unknown, language: (typeof LANGUAGES)[number] = 'en') =>
  ruleText(v.parse(RuleSchema, fields), page, aReader(language))

describe('ruleText', () => {
  test.each(LANGUAGES)(
    'explains every rule and every completion in two sentences in %s',
    (language) => {
      const texts = RULES.map((rule) => textOf(rule, language).how)
      for (const text of texts) {
        expect(text.match(/[.](?= |$)/g), text).toHaveLength(2)
        expect(text).not.toMatch(/undefined|\.\./)
      }
      expect(new Set(texts).size).toBe(RULES.length)
    },
  )

  test('tells what is left over apart from what is added to every share', () => {
    expect(textOf({ method: 'equalshares', completion: 'add1u' }).how).toBe(
      'Every voter gets an equal share of the money; a proposal is funded when those who chose it can pay for it together, the one with the most paying voters first. As long as something else would fit, all shares are raised a little; what is left over in the end is given out by votes.',
    )
  })

  test('names what the council added, one sentence each', () => {
    const also = textOf({
      ...{ method: 'greedy', minVotes: 1200, partFunding: true, fundWithoutVotes: true },
      ...{ exclusive: [['bench', 'fence']], comparison: 'exclusion' },
      caps: [
        { theme: 'green', cost: 700 },
        { area: 'north', count: 1 },
      ],
    }).also
    expect(also.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
      'A proposal needs at least 1,200 votes.',
      'The first one that does not fit gets what is left, and the count ends.',
      'If money is left, proposals that nobody chose can get it too.',
      'Only one of these can win: The bench and The fence.',
      'Green places: at most 700 kr. together.',
      'The north: at most 1 proposal.',
      'In the end the outcome is put beside that of most votes first. Most votes first counts if more voters get at least something from it.',
    ])
  })

  test('leaves out what has no effect: equal shares that never goes by votes funds by no votes', () => {
    const given = { method: 'equalshares', fundWithoutVotes: true, partFunding: true }
    expect(textOf(given).also).toEqual([])
    expect(textOf({ ...given, completion: 'greedy' }).also).toHaveLength(2)
  })

  test('says how shares begin, how they are raised, and what a proposal needs under them', () => {
    const given = { method: 'equalshares', start: 'floor', increment: 5, minVotes: 3 }
    const also = textOf({ ...given, completion: 'add1' }).also
    expect(also.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
      'Shares are rounded down to whole units of money.',
      'In each step every share is raised by 5 kr.',
      'A proposal needs at least 3 votes.',
    ])
    expect(textOf(given).also).toHaveLength(2)
  })

  test('says what the voters of an area share', () => {
    const [sentence] = textOf({ method: 'equalshares', shares: { north: 40 } }).also
    expect(sentence?.replaceAll('\u00a0', ' ')).toBe('The voters of The north share 40 kr.')
  })
})

describe('ruleTitle', () => {
  test.each(LANGUAGES)('has a short name for every rule in %s', (language) => {
    for (const rule of RULES)
      expect(ruleTitle(v.parse(RuleSchema, rule), aReader(language)).length).toBeGreaterThan(8)
  })
})
