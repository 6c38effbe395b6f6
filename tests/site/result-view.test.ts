import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/domain/allocate.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { fundedInWords, headlineOf } from '../../src/site/result-headline.ts'
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
