import { describe, expect, test } from 'vitest'
import { tellProposal } from '../../src/domain/proposal.ts'
import { ballotView } from '../../src/site/ballot-view.ts'
import { listFile } from '../../src/site/list-file.ts'
import { outcomeViews } from '../../src/site/outcome-view.ts'
import { proposalView } from '../../src/site/proposal-view.ts'
import { councilLanguage, makeReader } from '../../src/site/reader.ts'
import { resultContext } from '../../src/site/result-context.ts'
import { roundNews } from '../../src/site/round-news.ts'
import { proposalListPaths, roundPaths } from '../../src/site/static-paths.ts'
import { stableId } from '../../src/site/stable-id.ts'
import { tellSite } from '../../src/site/told-site.ts'
import { aProposal, aReader, aRound, aRoundPage, council } from './site-data.ts'

const danish = { schemaVersion: 1, title: 'En bænk', summary: 'Sid ned.', body: 'Tekst.' } as const
const bench = {
  ...aProposal('bench', { published: '2026-10-01', proposer: { kind: 'role', name: 'A nurse' } }),
  translations: { da: { ...danish, proposer: 'En sygeplejerske' } },
}
const round = {
  ...aRound({ themes: [{ id: 'play', name: 'Play' }] }),
  translations: {
    da: {
      ...({ schemaVersion: 1, title: 'Lindevang bestemmer', summary: 'Penge.', body: '' } as const),
      ...{ conditions: [], areas: {}, phases: {}, events: {}, themes: { play: 'Leg' } },
    },
  },
}
const page = aRoundPage(round, [bench])
const site = { council, about: '', guides: [], rounds: [page] }

describe('a page in a language', () => {
  test('has the round in it, and each of its themes, where it is translated', () => {
    const of = (language: 'da' | 'de') => tellSite(site, language).rounds[0]?.round
    expect(of('da')).toMatchObject({ title: 'Lindevang bestemmer', themes: [{ name: 'Leg' }] })
    expect(of('de')?.title).toBe(round.title)
    expect(tellSite(site, 'da')).toBe(tellSite(site, 'da'))
  })

  test('has the council’s words in it, and the ids of its news are those of its first language', () => {
    const words = { schemaVersion: 1, kind: 'Sogneråd', contact: { name: 'kontoret' } } as const
    const bilingual = {
      ...council,
      translations: { da: { ...words, name: 'Lindevang Sogn', body: 'Om os.' } },
    }
    const of = (language: 'da' | 'de') => tellSite({ ...site, council: bilingual }, language).about
    expect([of('da'), of('de')]).toEqual(['Om os.', ''])
    const [danish, german] = [makeReader(bilingual, 'da'), makeReader(bilingual, 'de')]
    expect(danish.council).toMatchObject({ name: 'Lindevang Sogn', contact: { name: 'kontoret' } })
    expect([councilLanguage(danish), councilLanguage(german)]).toEqual([undefined, 'en'])
    expect(stableId(danish.council, 'a')).toBe(stableId(council, 'a'))
  })

  test('reaches every path, and leaves the proposals as they are voted on', () => {
    const titles = new Map(
      roundPaths(site).map(({ params, props }) => [params.lang, props.page.round.title]),
    )
    expect([titles.get('da'), titles.get('nl')]).toEqual(['Lindevang bestemmer', round.title])
    for (const { props } of proposalListPaths(site))
      expect(props.list.proposals.map(({ title }) => title)).toEqual(['The bench'])
  })
})

describe('a translated proposal', () => {
  test('is read in the reader’s language, and says what it was called', () => {
    expect(proposalView(bench, round, aReader('da'))).toMatchObject({
      ...{ title: 'En bænk', lang: undefined, proposer: 'En sygeplejerske' },
      original: { title: 'The bench', lang: 'en' },
    })
    expect(proposalView(bench, round, aReader('de'))).toMatchObject({
      ...{ title: 'The bench', lang: 'en', original: undefined },
    })
    const [news] = roundNews(page, aReader('da')).filter(({ address }) => /bench/.test(address))
    expect(news).toMatchObject({ title: 'En bænk', language: 'da' })
  })

  test('is found by the words of the page', () => {
    const [row] = listFile(page, aReader('da')).proposals
    expect(row?.slice(1, 3)).toEqual(['En bænk', 'Sid ned.'])
    expect(listFile(page, aReader('en')).proposals[0]?.[1]).toBe('The bench')
  })

  test('keeps on the ballot and in the result the title that is voted on', () => {
    const view = ballotView(page, 'all', aReader('da'))
    expect(view?.paper.proposals.map(({ title }) => title)).toEqual(['The bench'])
    expect(view?.proposals[0]?.original?.title).toBe('The bench')
    const line = {
      rank: 1,
      proposal: bench.id,
      votes: 1,
      cost: bench.cost,
      reason: { kind: 'no-votes' } as const,
    }
    const result = aRoundPage(round, [bench], {
      allocation: { selected: [], cost: bench.cost, leftover: bench.cost, lines: [line], lots: [] },
    })
    const [pool] = result.result?.pools ?? []
    if (pool === undefined) throw new Error('no pool')
    const [outcome] = outcomeViews(resultContext(result, pool, aReader('da')))
    expect(outcome).toMatchObject({ title: 'The bench', lang: 'en', told: 'En bænk' })
  })

  test('is itself where it is not translated', () => {
    expect(tellProposal(bench, 'nl')).toBe(bench)
  })
})
