import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/domain/council.ts'
import type { RoundPage } from '../../src/site/load.ts'
import { roundTexts, type TextMoment } from '../../src/site/round-texts.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const proposals = [
  aProposal('bench'),
  aProposal('swing'),
  aProposal('off', { standing: 'withdrawn', reason: 'It was taken back.' }),
]
const open = aRoundPage(
  aRound({ voters: 'Everyone over ten', proposalCost: { max: 400 } }),
  proposals,
)
const decided = aRoundPage(aRound(), proposals, {})

const plain = (text = '') => text.replaceAll('\u00a0', ' ')
const momentsOf = (page: RoundPage, language: (typeof LANGUAGES)[number] = 'en') =>
  new Map(roundTexts(page, aReader(language)).map((each) => [each.moment, each]))
const textOf = (page: RoundPage, moment: TextMoment, kind: 'press' | 'post' | 'email' | 'notice') =>
  plain(momentsOf(page).get(moment)?.texts[kind])

describe('roundTexts', () => {
  test('has the moments that the round has, each when it is needed', () => {
    expect([...momentsOf(open).keys()]).toEqual(['call', 'voting', 'last'])
    expect([...momentsOf(decided).keys()]).toEqual(['call', 'voting', 'last', 'result'])
    const callOnly = aRound({
      ballot: undefined,
      phases: [{ phase: 'submission', from: '2026-09-01' }],
    })
    expect([...momentsOf(aRoundPage(callOnly, [])).keys()]).toEqual(['call'])
    const from = roundTexts(decided, aReader()).map((each) => each.from)
    expect(from).toEqual(from.toSorted((a, b) => a - b))
  })

  test('fills in money, dates, limits, voters, the number on the ballot and the way to the site', () => {
    const call = textOf(open, 'call', 'press')
    expect(call).toMatch(/^1,000 kr\. to share/)
    expect(call).toContain('Tuesday 1 September – Wednesday 30 September')
    expect(call).toContain('up to 400 kr.')
    expect(call).toContain('{site}/rounds/spring/propose/')
    const voting = textOf(open, 'voting', 'press')
    expect(voting).toMatch(/^Two proposals, 1,000 kr\.: residents decide/)
    expect(voting).toContain('Monday 9 November at 08:00 – Sunday 29 November at 20:00')
    expect(voting).toContain('Who may vote: Everyone over ten.')
    expect(textOf(open, 'last', 'notice')).toMatch(/^Voting ends Sunday 29 November at 20:00/)
    expect(textOf(open, 'last', 'email')).toMatch(/^Subject: The last days of voting: Lindevang/)
  })

  test('tells a result as it was published, and says where it is provisional', () => {
    expect(textOf(decided, 'result', 'press')).toMatch(/^No proposal gets the money/)
    expect(textOf(decided, 'result', 'press')).not.toContain('Provisional')
    const { result } = decided
    const provisional = result && { ...result, status: 'provisional' as const }
    const early = { ...decided, result: provisional }
    expect(textOf(early, 'result', 'press')).toContain('Provisional result.')
  })

  test.each(LANGUAGES)('has every text in %s, with no gap and no stop twice', (language) => {
    for (const { texts } of momentsOf(decided, language).values())
      for (const text of Object.values(texts)) {
        expect(text).not.toMatch(/undefined|NaN|Infinity|[.!?]\.(?!\.)|\n{3}/)
        expect(text).toContain('{site}/rounds/spring/')
      }
  })

  test('keeps a short post as short as the narrowest of networks takes', () => {
    for (const language of LANGUAGES)
      for (const { texts } of momentsOf(decided, language).values())
        expect(texts.post.replace('{site}', 'https://lindevang.example').length).toBeLessThan(300)
  })
})
