import { describe, expect, test } from 'vitest'
import { PAGE_LENGTH } from '../../src/site/list-pages.ts'
import { MOST_PAGES, printRobots, sitemapFiles } from '../../src/site/sitemap.ts'
import { element, printXml } from '../../src/site/xml.ts'
import { childrenOf, readXml, textOfChild } from '../support/xml-reader.ts'
import { aProposal, aRound, aRoundPage, council } from './site-data.ts'

const BASE = new URL('https://lindevang.example')
const siteOf = (count: number) => {
  const proposals = Array.from({ length: count }, (_, at) => aProposal(`p${at}`))
  return { council, about: '', guides: [], rounds: [aRoundPage(aRound(), proposals)] }
}

describe('sitemapFiles', () => {
  test('names each page once, with itself in every language', () => {
    const [file, ...more] = sitemapFiles(siteOf(2), BASE)
    expect(more).toEqual([])
    const urls = childrenOf(readXml(file?.text ?? ''), 'url')
    const pages = urls.map((url) => textOfChild(url, 'loc'))
    expect(new Set(pages).size).toBe(pages.length)
    expect(pages).toContain('https://lindevang.example/da/rounds/spring/proposals/p1/')
    for (const url of urls) {
      const links = childrenOf(url, 'xhtml:link').map(({ attributes }) => attributes)
      expect(links.map(({ hreflang }) => hreflang)).toEqual(['en', 'da', 'nl', 'de', 'x-default'])
      expect(links.map(({ href }) => href)).toContain(textOfChild(url, 'loc'))
      for (const { href = '' } of links) expect(pages).toContain(href)
    }
  })

  test('becomes an index with parts before a file would be too long', () => {
    const [index, ...parts] = sitemapFiles(siteOf(MOST_PAGES), BASE)
    const named = childrenOf(readXml(index?.text ?? ''), 'sitemap').map((map) =>
      textOfChild(map, 'loc'),
    )
    expect(named).toEqual(parts.map(({ name }) => `https://lindevang.example/${name}.xml`))
    const counts = parts.map(({ text }) => childrenOf(readXml(text), 'url').length)
    expect(Math.max(...counts)).toBe(MOST_PAGES)
    const lists = Math.ceil(MOST_PAGES / PAGE_LENGTH)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4 * (MOST_PAGES + lists + 6))
    for (const { text } of parts) expect(Buffer.byteLength(text)).toBeLessThan(50_000_000)
  })
})

describe('printRobots', () => {
  test('names the sitemap where there is one', () => {
    expect(printRobots(BASE)).toContain('\n\nSitemap: https://lindevang.example/sitemap.xml\n')
    expect(printRobots(undefined)).toBe('User-agent: *\nDisallow: /api/\n')
  })
})

describe('printXml', () => {
  test('is well-formed whatever the words are', () => {
    const words = '<b> & "it\u0000s" \u001b]]> \ud800 Æ 🍎'
    const root = readXml(printXml(element('a', { words }, [words])))
    expect(root).toEqual({
      name: 'a',
      attributes: { words: '<b> & "its" ]]>  Æ 🍎' },
      children: ['<b> & "its" ]]>  Æ 🍎'],
    })
  })

  test('the strict reader finds what is wrong', () => {
    const wrap = (text: string) => readXml(`<?xml version="1.0" encoding="utf-8"?>\n${text}\n`)
    for (const bad of [
      '<a>',
      '<a></b>',
      '<a x="1" x="2"/>',
      '<a>&</a>',
      '<a/><b/>',
      '<a>\u0001</a>',
    ])
      expect(() => wrap(bad), bad).toThrow()
  })
})
