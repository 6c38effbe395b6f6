import { describe, expect, test } from 'vitest'
import { WHOLE } from '../../src/domain/id.ts'
import { roundAddresses, translateAddress } from '../../src/site/addresses.ts'
import { ballotSentence, ballotView } from '../../src/site/ballot-view.ts'
import { isTurned, pictureOf } from '../../src/site/drawing.ts'
import { proposalViews } from '../../src/site/proposal-view.ts'
import { publishedFiles } from '../../src/site/published-files.ts'
import { nameIn, ownName, textLanguage } from '../../src/site/reader.ts'
import { languagePaths, poolPaths } from '../../src/site/static-paths.ts'
import { aProposal, aReader, aRound, aRoundPage, council } from './site-data.ts'

const areas = [
  { id: 'north', name: 'North', budget: 400 },
  { id: 'south', name: 'South', budget: 600 },
]
const divided = aRound({ areas, budget: undefined })

describe('ballotView', () => {
  test('holds what the ballot paper holds, by title in the reader’s order', () => {
    const page = aRoundPage(aRound(), [
      aProposal('b', { title: 'Øster path' }),
      aProposal('a', { title: 'Zebra crossing' }),
      aProposal('c', { standing: 'rejected', reason: 'Not lawful.' }),
    ])
    const titles = (language: 'en' | 'da') =>
      ballotView(page, WHOLE, aReader(language))?.proposals.map(({ title }) => title)
    expect(titles('en')).toEqual(['Øster path', 'Zebra crossing'])
    expect(titles('da')).toEqual(['Zebra crossing', 'Øster path'])
  })

  test('has the money and the proposals of its area only', () => {
    const page = aRoundPage(divided, [
      aProposal('n', { area: 'north' }),
      aProposal('s', { area: 'south' }),
    ])
    const [, south] = divided.areas
    const view = south && ballotView(page, south.id, aReader())
    expect(view?.paper.budget).toBe(60_000)
    expect(view?.proposals.map(({ id }) => id)).toEqual(['s'])
  })

  test('is nothing in a round without a vote', () => {
    const page = aRoundPage(aRound({ ballot: undefined }), [])
    expect(ballotView(page, WHOLE, aReader())).toBeUndefined()
  })
})

describe('ballotSentence', () => {
  test('says how many proposals a ballot may hold', () => {
    const say = (ballot: unknown) => ballotSentence(aRound({ ballot }), aReader())
    expect(say({ type: 'knapsack' })).toMatch(/fit into 1,000\skr\. together/)
    expect(say({ type: 'approval', maxLength: 5 })).toContain('Up to 5 proposals')
    expect(say({ type: 'approval' })).toContain('As many proposals as you like')
  })
})

describe('proposalViews', () => {
  test('marks a text that is in another language than the page', () => {
    const page = aRoundPage(aRound(), [aProposal('a'), aProposal('b', { language: 'da' })])
    const langs = (language: 'en' | 'da') =>
      proposalViews(page, aReader(language)).map(({ lang }) => lang)
    expect(langs('en')).toEqual([undefined, 'da'])
    expect(langs('da')).toEqual(['en', undefined])
  })
})

describe('addresses', () => {
  test('keep the place when the language changes', () => {
    const to = roundAddresses('en', aRound().id)
    expect(translateAddress(to.proposals, 'da')).toBe('/da/rounds/spring/proposals/')
    expect(to.vote(WHOLE)).toBe('/en/rounds/spring/vote/')
  })

  test('exist in every language, with one page for each ballot box and one to choose it', () => {
    const site = { council, about: '', guides: [], rounds: [aRoundPage(divided, [])] }
    expect(languagePaths(site).map(({ params }) => params.lang)).toEqual(['en', 'da', 'nl', 'de'])
    const english = poolPaths(site).filter(({ params }) => params.lang === 'en')
    expect(english.map(({ params }) => params.area)).toEqual([undefined, 'north', 'south'])
  })
})

describe('publishedFiles', () => {
  test('offers the files of the snapshot that counts now, the known ones first', () => {
    const page = aRoundPage(aRound(), [], {})
    const resultFiles = ['ballots.pb', 'result.json'].map((name) => `results/1/${name}`)
    const files = publishedFiles(
      { ...page, resultFiles: [...resultFiles, 'results/2/x'] },
      aReader(),
    )
    expect(files.map(({ href }) => href)).toEqual([
      '/data/spring/1/result.json',
      '/data/spring/1/ballots.pb',
    ])
  })
})

describe('publishedFiles of areas', () => {
  test('are named by their area, and stand where those of a whole round would', () => {
    const areas = [
      { id: 'north', name: 'The north', budget: 10 },
      { id: 'south', name: 'The south', budget: 10 },
    ]
    const page = aRoundPage(aRound({ budget: undefined, areas }), [], {})
    const names = ['certificate-north.json', 'ballots-south.pb', 'result.json', 'other.txt']
    const resultFiles = names.map((name) => `results/1/${name}`)
    expect(publishedFiles({ ...page, resultFiles }, aReader()).map(({ label }) => label)).toEqual([
      'The result as data (JSON)',
      'The south: All ballots, without names (.pb)',
      'The north: The count step by step, to be checked (JSON)',
      'other.txt',
    ])
  })
})

describe('pictureOf', () => {
  test.each([
    ['green', 'garden'],
    ['kultur', 'culture'],
    ['ways', 'path'],
    ['faellesskab', 'meeting'],
    ['duurzaam', 'repair'],
    ['anything-else', 'chest'],
    [undefined, 'chest'],
  ])('finds for %s the %s', (theme, picture) => {
    expect(pictureOf(theme)).toBe(picture)
  })

  test('turns some pictures round, always the same ones', () => {
    expect([isTurned('a'), isTurned('b'), isTurned('a')]).toEqual([true, false, true])
  })
})

describe('reader', () => {
  test('names languages by their own name and in another language', () => {
    expect([ownName('da'), ownName('de'), nameIn('da', 'en')]).toEqual([
      'Dansk',
      'Deutsch',
      'engelsk',
    ])
    expect(textLanguage(aReader('en'))).toBeUndefined()
    expect(textLanguage(aReader('de'))).toBe('en')
  })
})
