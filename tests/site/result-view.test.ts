import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/domain/allocate.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { decidedSoFar, fundedInWords, headlineOf } from '../../src/site/result-headline.ts'
import { poolViews } from '../../src/site/result-view.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const round = aRound()
const proposals = [
  aProposal('bench', { cost: 600 }),
  aProposal('choir', { cost: 300 }),
  aProposal('fence', { cost: 500 }),
  aProposal('swing', { cost: 100 }),
  aProposal('twin', { cost: 300 }),
]
const paper = ballotPaper(round, proposals, 'all')
const [bench, choir, fence, , twin] = paper.proposals.map(({ id }) => id)

function counted(choices: readonly (readonly (typeof bench)[])[]) {
  const ballots = choices.map((ids) => ({ choices: ids.flatMap((id) => (id ? [id] : [])) }))
  const lot = choir && twin ? [choir, twin] : []
  const allocation = allocate(paper, ballots, { rule: round.rule, lot })
  return aRoundPage(round, proposals, { allocation })
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const page = counted([
  [bench, fence, choir],
  [bench, fence],
  [bench, twin],
])

describe('poolViews', () => {
  test('gives the reason for every outcome in a sentence', () => {
    const [pool] = poolViews(page, aReader())
    expect(
      pool?.outcomes.map(({ title, funded, reason }) => [title, funded, plain(reason)]),
    ).toEqual([
      ['The bench', true, 'Most votes. 400 kr. were left after it.'],
      ['The fence', false, 'Only 400 kr. were left: 100 kr. too little.'],
      ['The choir', true, 'Fitted into the 400 kr. that were left. 100 kr. remained.'],
      ['The twin', false, 'Only 100 kr. were left: 200 kr. too little.'],
      ['The swing', false, 'Nobody chose it.'],
    ])
  })

  test('tells by which ways ballots came, and counts paper and invalid sheets as taking part', () => {
    const ballots = {
      recorded: 18,
      blank: 0,
      channels: { online: 6, kiosk: 2, paper: 10 },
      invalid: 2,
    }
    const [pool] = poolViews(aRoundPage(round, proposals, { ballots }), aReader())
    expect(pool?.ways).toBe('6 online, 2 at a kiosk, 10 on paper, and 2 invalid on paper')
    expect(pool?.turnout?.share).toBe('10%')
    const [online] = poolViews(page, aReader())
    expect(online?.ways).toBe(undefined)
  })

  test('shows where the money ran out, once', () => {
    const [pool] = poolViews(page, aReader())
    expect(pool?.outcomes.filter(({ cut }) => cut).map(({ title }) => title)).toEqual(['The fence'])
    expect(pool?.ranOut).toContain('The fence')
  })

  test('says where a lot decided, and between whom', () => {
    const [pool] = poolViews(page, aReader())
    const lots = pool?.outcomes.filter(({ lot }) => lot !== undefined).map(({ title }) => title)
    expect(lots).toEqual(['The choir', 'The twin'])
    expect(pool?.outcomes[2]?.lot).toContain('The twin')
  })

  test('counts ballots and turnout as they were published', () => {
    const [pool] = poolViews(page, aReader())
    expect([pool?.ballots, pool?.turnout?.share, pool?.blank]).toEqual([
      '20',
      '10%',
      '1 of them blank',
    ])
  })

  test('shows nothing where nothing is published', () => {
    expect(poolViews(aRoundPage(round, proposals), aReader())).toEqual([])
  })
})

describe('headlineOf', () => {
  test('says in words how many proposals get the money', () => {
    expect(headlineOf(page, aReader())).toBe('Two proposals get the money')
    expect(headlineOf(page, aReader('da'))).toBe('To forslag får pengene')
    expect(headlineOf(page, aReader('de'))).toBe('Zwei Vorschläge bekommen das Geld')
    expect(fundedInWords(page, aReader())).toMatch(/^Two proposals got 900\skr\. together$/)
  })
})

describe('decidedSoFar', () => {
  const open = aRoundPage(round, proposals)
  const said = (pages: Parameters<typeof decidedSoFar>[0], language: 'en' | 'da' | 'nl' | 'de') => {
    const decided = decidedSoFar(pages, aReader(language))
    return decided && plain(`${decided.money} ${decided.text}`)
  }

  test('adds up what funded proposals got in all rounds that have a result', () => {
    expect(said([open, page], 'en')).toBe('900 kr. decided so far, for 2 proposals in 1 round')
    expect(said([page, open, page], 'en')).toBe(
      '1,800 kr. decided so far, for 4 proposals in 2 rounds',
    )
  })

  test('says one and several in every language', () => {
    const single = counted([[bench]])
    expect(said([single], 'da')).toBe('600 kr. er fordelt indtil nu, til 1 forslag i 1 runde')
    expect(said([single], 'nl')).toContain('1 voorstel in 1 ronde')
    expect(said([single, page], 'nl')).toContain('3 voorstellen in 2 rondes')
    expect(said([single], 'de')).toContain('1 Vorschlag in 1 Runde')
    expect(said([single, page], 'de')).toContain('3 Vorschläge in 2 Runden')
  })

  test('says nothing before there is a result, nor of a list that gives no money out', () => {
    expect(said([open], 'en')).toBeUndefined()
    const list = aRound({ rule: { method: 'top-per-theme', perTheme: 1, withinBudget: false } })
    expect(
      said(
        [{ ...page, round: list, result: page.result && { ...page.result, rule: list.rule } }],
        'en',
      ),
    ).toBeUndefined()
  })
})
