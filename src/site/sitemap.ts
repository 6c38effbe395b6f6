/**
 * The sitemap: every page that search engines may list, with the same page in the other languages.
 *
 * Pure. Invariant: holds the pages without `noindex`, no other; it names full addresses, so there is none
 * where the site's own address is not known. Source: sitemaps.org, 0.9. Decided in docs/decisions/0017.
 */
import type { Language } from '../domain/council.ts'
import {
  absoluteAddress,
  guideAddress,
  homeAddress,
  roundAddresses,
  translateAddress,
} from './addresses.ts'
import { listPages, listPath } from './list-pages.ts'
import type { Site } from './load.ts'
import { element, printXml, type Element } from './xml.ts'

/** Pages in one file: the format takes 50,000, and ten thousand with their languages stay far under its 50 MB. */
export const MOST_PAGES = 10_000

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const XHTML = 'http://www.w3.org/1999/xhtml'

export type SitemapFile = { readonly name: string; readonly text: string }

/** The files: one, or an index with its parts where there are very many pages. */
export function sitemapFiles(site: Site, base: URL): readonly SitemapFile[] {
  const { languages } = site.council
  const pages = languages.flatMap((language) => listedPages(site, language))
  const parts = Array.from({ length: Math.max(1, Math.ceil(pages.length / MOST_PAGES)) }, (_, at) =>
    printPages(pages.slice(at * MOST_PAGES, (at + 1) * MOST_PAGES), languages, base),
  )
  if (parts.length === 1) return parts.map((text) => ({ name: 'sitemap', text }))
  const named = parts.map((text, at) => ({ name: `sitemap-${at + 1}`, text }))
  return [{ name: 'sitemap', text: printIndex(named, base) }, ...named]
}

/** The addresses of one language. */
function listedPages(site: Site, language: Language): readonly string[] {
  return [
    homeAddress(language),
    ...site.guides.map(({ id }) => guideAddress(language, id)),
    ...site.rounds.flatMap((page) => {
      const { round, proposals } = page
      const to = roundAddresses(language, round.id)
      const lists = listPages(page).map((list) => to.proposalList(listPath(list)))
      const checks = [to.findReceipt, to.codeUsed, to.checkElection]
      const each = proposals.map(({ id }) => to.proposal(id))
      return [to.round, ...lists, ...each, to.result, ...checks]
    }),
  ]
}

/** What search engines are told: they may read all pages, and where the list of them is. */
export function printRobots(base: URL | undefined): string {
  const lines = ['User-agent: *', 'Disallow: /api/']
  const map = base ? ['', `Sitemap: ${absoluteAddress('/sitemap.xml', base)}`] : []
  return [...lines, ...map].map((line) => `${line}\n`).join('')
}

function printPages(pages: readonly string[], languages: readonly Language[], base: URL): string {
  const urls = pages.map((page) => {
    const alternates = languages.map((language) => alternate(language, page, language, base))
    const [first] = languages
    const others = first ? [...alternates, alternate('x-default', page, first, base)] : []
    const location = element('loc', {}, [absoluteAddress(page, base)])
    return element('url', {}, [location, ...(languages.length > 1 ? others : [])])
  })
  return printXml(element('urlset', { xmlns: SITEMAP, 'xmlns:xhtml': XHTML }, urls))
}

function alternate(hreflang: string, page: string, language: Language, base: URL): Element {
  const href = absoluteAddress(translateAddress(page, language), base)
  return element('xhtml:link', { rel: 'alternate', hreflang, href })
}

function printIndex(parts: readonly SitemapFile[], base: URL): string {
  const maps = parts.map(({ name }) => {
    const location = element('loc', {}, [absoluteAddress(`/${name}.xml`, base)])
    return element('sitemap', {}, [location])
  })
  return printXml(element('sitemapindex', { xmlns: SITEMAP }, maps))
}
