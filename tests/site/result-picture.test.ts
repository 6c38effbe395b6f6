import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/domain/allocate.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { ProposalIdSchema } from '../../src/domain/id.ts'
import type { CountedBallot } from '../../src/domain/counted-ballot.ts'
import { shorten, type Picture } from '../../src/site/picture.ts'
import { resultContext } from '../../src/site/result-context.ts'
import { resultPicture } from '../../src/site/result-picture.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const ids = (words: string) =>
  words.split(' ').flatMap((id) => (id ? [v.parse(ProposalIdSchema, id)] : []))

/** The picture of 100 kr. shared out by the rule; costs in kroner. */
function draw(
  rule: Readonly<Record<string, unknown>>,
  costs: Readonly<Record<string, number>>,
  ballots: readonly string[],
): Picture {
  const round = aRound({ rule, budget: 100, themes: [{ id: 'green', name: 'Green places' }] })
  const proposals = Object.entries(costs).map(([id, cost], at) =>
    aProposal(id, { cost, ...(at < 2 ? { theme: 'green' } : {}) }),
  )
  const paper = ballotPaper(round, proposals, 'all')
  const cast: readonly CountedBallot[] = ballots.map((words) => ({ choices: ids(words) }))
  const facts = { rule: round.rule, lot: [], places: proposals }
  const allocation = allocate(paper, cast, facts)
  const page = aRoundPage(round, proposals, { allocation, budget: paper.budget })
  const [pool] = page.result?.pools ?? []
  const picture = pool && resultPicture(resultContext(page, pool, aReader()))
  if (picture === undefined) throw new Error('there is no picture')
  return picture
}

const bars = ({ rows }: Picture) =>
  rows.map(({ label, bars }) => [
    label,
    bars.map(({ x, width, tone }) => `${tone} ${x}–${Math.round((x + width) * 100) / 100}`).join(),
  ])

const COSTS = { bench: 70, fence: 50, choir: 20 }
const BALLOTS = ['bench', 'bench', 'bench fence', 'fence', 'choir']

describe('resultPicture', () => {
  test('fills the budget turn by turn, and shows what crosses its end', () => {
    const picture = draw({ method: 'greedy' }, COSTS, BALLOTS)
    expect(bars(picture)).toEqual([
      ['The bench', 'won 0–58.33'],
      ['The fence', 'before 0–58.33,lacking 58.33–100'],
      ['The choir', 'before 0–58.33,won 58.33–75'],
    ])
    expect(picture.mark?.x).toBe(83.33)
    expect(plain(picture.mark?.text ?? '')).toBe('Budget: 100 kr.')
    expect(picture.legend.map(({ tone }) => tone)).toEqual(['won', 'before', 'lacking'])
  })

  test('cuts what asks for far more than there is, so that the others stay visible', () => {
    const picture = draw({ method: 'greedy' }, { bench: 70, fence: 900 }, ['bench fence', 'bench'])
    expect(bars(picture)[1]).toEqual(['The fence', 'before 0–53.85,lacking 53.85–100'])
  })

  test('shows the part that the last proposal got', () => {
    const picture = draw({ method: 'greedy', partFunding: true }, COSTS, BALLOTS)
    expect(bars(picture)[1]).toEqual([
      'The fence',
      'before 0–58.33,won 58.33–83.33,lacking 83.33–100',
    ])
    expect(picture.more).toBe('And 1 more: see the table.')
  })

  test('splits each cost by who paid, or by what was missing', () => {
    // Each holds 25 kr. The fence takes 16.67 from three; for the choir one of them gives the 8.33 that are left.
    const picture = draw({ method: 'equalshares' }, { fence: 50, choir: 33, bench: 60 }, [
      'fence choir',
      'fence bench',
      'fence',
      'choir',
    ])
    expect(bars(picture)).toEqual([
      ['The fence', 'won 0–83.33'],
      ['The choir', 'won 0–41.12,rest 41.12–55'],
      ['The bench', 'held 0–13.88,lacking 13.88–100'],
    ])
    expect(plain(picture.facts.join(' '))).toContain(
      'The choir: 2 voters chose it. 1 of them paid 24.67 kr. and 1 gave the rest of what they had.',
    )
  })

  test('shows in another colour what was paid for from the rest', () => {
    const picture = draw({ method: 'equalshares', completion: 'greedy' }, COSTS, BALLOTS)
    expect(picture.legend.map(({ tone }) => tone)).toContain('later')
  })

  test('shows what every voter had got when each was bought, and the one that did not fit', () => {
    const picture = draw({ method: 'phragmen' }, { bench: 60, fence: 40, choir: 35 }, [
      'bench fence',
      'bench fence',
      'bench',
      'fence choir',
      'choir',
    ])
    expect(bars(picture)).toEqual([
      ['The fence', 'won 0–46.15'],
      ['The choir', 'won 0–83.65'],
      ['The bench', 'lacking 0–100'],
    ])
    expect(picture.rows.map(({ value }) => plain(value))).toEqual([
      '13.33 kr.',
      '24.17 kr.',
      '28.89 kr.',
    ])
  })

  test('puts votes together by theme, to one scale', () => {
    const picture = draw({ method: 'top-per-theme', perTheme: 1 }, COSTS, BALLOTS)
    expect(bars(picture)).toEqual([
      ['Green places', ''],
      ['The bench', 'won 0–100'],
      ['The fence', 'lost 0–66.67'],
      ['The group without a theme', ''],
      ['The choir', 'won 0–33.33'],
    ])
  })

  test('says in words what it shows, for whoever does not see it', () => {
    const { facts } = draw({ method: 'greedy' }, COSTS, BALLOTS)
    expect(facts.map(plain)).toEqual([
      'The bench: Most votes. 30 kr. were left after it.',
      'The fence: Only 30 kr. were left: 20 kr. too little.',
      'The choir: Fitted into the 30 kr. that were left. 10 kr. remained.',
    ])
  })

  test('draws no more than thirty rows, none over another', () => {
    const many = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`p-${at}`, 5]))
    const picture = draw({ method: 'greedy' }, many, [Object.keys(many).join(' ')])
    expect(picture.rows).toHaveLength(30)
    expect(picture.more).toBe('And 15 more: see the table.')
    const gaps = picture.rows.slice(1).map(({ y }, at) => y - (picture.rows[at]?.y ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(3)
  })
})

describe('shorten', () => {
  test.each([
    ['A bench', 20, 'A bench'],
    ['A cargo bike that anyone can borrow', 20, 'A cargo bike that…'],
    ['Donaudampfschifffahrtsgesellschaft', 12, 'Donaudampfs…'],
  ])('makes "%s" at most %d letters long', (text, room, short) => {
    expect(shorten(text, room)).toBe(short)
    expect(short.length).toBeLessThanOrEqual(room)
  })
})
