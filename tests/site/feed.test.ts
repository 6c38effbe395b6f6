import { describe, expect, test } from 'vitest'
import { MOST_NEWS, printFeed } from '../../src/site/feed.ts'
import type { RoundPage } from '../../src/site/load.ts'
import { childrenOf, readXml, textOfChild, type XmlElement } from '../support/xml-reader.ts'
import { aProposal, aReader, aRound, aRoundPage, council } from './site-data.ts'

const BASE = new URL('https://lindevang.example')
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

const proposals = [
  aProposal('swing', { title: 'Swings & <slides>', published: '2026-10-15' }),
  aProposal('sti', { title: 'Sti', language: 'da', published: '2026-10-16' }),
  aProposal('undated'),
]

function feedOf(page: RoundPage, language: 'en' | 'da' = 'en', base: URL | undefined = BASE) {
  const site = { council, about: '', guides: [], rounds: [page] }
  return readXml(printFeed(site, aReader(language), base))
}

const open = aRoundPage(aRound(), proposals)
const decided = aRoundPage(aRound(), proposals, {})
const titlesOf = (feed: XmlElement) =>
  childrenOf(feed, 'entry').map((entry) => textOfChild(entry, 'title'))
const linksOf = (parent: XmlElement) =>
  Object.fromEntries(
    childrenOf(parent, 'link').map(({ attributes: { rel = '', href = '' } }) => [rel, href]),
  )

describe('printFeed', () => {
  test('has what is dated in the content, the newest first', () => {
    expect(titlesOf(feedOf(open))).toEqual([
      'Voting: Lindevang Decides 2026',
      'Sti',
      'Swings & <slides>',
      'Ideas come in: Lindevang Decides 2026',
    ])
  })

  test('tells a result once it is published, and a correction as news of its own', () => {
    const idOf = (page: RoundPage) => {
      const [newest] = childrenOf(feedOf(page), 'entry')
      return newest && textOfChild(newest, 'id')
    }
    expect(titlesOf(feedOf(decided))[0]).toBe('Lindevang Decides 2026: No proposal gets the money')
    const { result } = decided
    const corrected = result && { ...result, snapshot: 2, status: 'corrected' as const }
    expect(idOf({ ...decided, result: corrected })).not.toBe(idOf(decided))
    expect(JSON.stringify(feedOf(open))).not.toContain('gets the money')
  })

  test('has all that Atom asks for', () => {
    const feed = feedOf(decided)
    expect(feed.name).toBe('feed')
    expect(feed.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' })
    expect(textOfChild(feed, 'title')).toBe('News from Lindevang')
    for (const part of [feed, ...childrenOf(feed, 'entry')]) {
      expect(textOfChild(part, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
      expect(textOfChild(part, 'updated')).toMatch(TIME)
      expect(textOfChild(part, 'title')).not.toBe('')
    }
    const ids = [feed, ...childrenOf(feed, 'entry')].map((part) => textOfChild(part, 'id'))
    expect(new Set(ids).size).toBe(ids.length)
    expect(linksOf(feed)).toEqual({
      self: 'https://lindevang.example/en/feed.xml',
      alternate: 'https://lindevang.example/en/',
    })
  })

  test('says in which language a text is that the page does not translate', () => {
    const languages = (language: 'en' | 'da') =>
      childrenOf(feedOf(open, language), 'entry').map(
        (entry) => childrenOf(entry, 'title')[0]?.attributes['xml:lang'],
      )
    expect(languages('en')).toEqual([undefined, 'da', undefined, undefined])
    expect(languages('da')).toEqual([undefined, undefined, 'en', undefined])
  })

  test('keeps its ids when the address of the site changes, and needs none', () => {
    const site = { council, about: '', guides: [], rounds: [open] }
    const ids = (base: URL | undefined) =>
      childrenOf(readXml(printFeed(site, aReader(), base)), 'entry').map((entry) =>
        textOfChild(entry, 'id'),
      )
    expect(ids(undefined)).toEqual(ids(BASE))
    const feed = readXml(printFeed(site, aReader(), undefined))
    expect(linksOf(feed)).toEqual({ self: '/en/feed.xml', alternate: '/en/' })
  })

  test('ends somewhere, also where a round has very many proposals', () => {
    const many = Array.from({ length: MOST_NEWS + 5 }, (_, at) =>
      aProposal(`p${at}`, { published: '2026-10-15' }),
    )
    expect(childrenOf(feedOf(aRoundPage(aRound(), many)), 'entry')).toHaveLength(MOST_NEWS)
  })

  test('is a feed also where there is no round yet', () => {
    const site = { council, about: '', guides: [], rounds: [] }
    expect(childrenOf(readXml(printFeed(site, aReader(), BASE)), 'entry')).toEqual([])
  })
})
