/**
 * The feed: what is new in the council's rounds, for programs that follow sites.
 *
 * Pure. Invariant: an entry has a date that stands in the content or in a published result, and says
 * nothing that a page does not say; no entry is dated by the clock of a build. Source: RFC 4287.
 * Decided in docs/decisions/0017.
 */
import type { Language } from '../domain/council.ts'
import { printInstant, type Instant } from '../domain/time.ts'
import { absoluteAddress, feedAddress, homeAddress } from './addresses.ts'
import type { Site } from './load.ts'
import { textLanguage, type Reader } from './reader.ts'
import { roundNews, type News } from './round-news.ts'
import { stableId } from './stable-id.ts'
import { element, printXml, type Element } from './xml.ts'

/** A reader's program asks for the whole file each time, so it ends somewhere. */
export const MOST_NEWS = 100

/** The Atom file of one language; addresses are full where the site's own is known. */
export function printFeed(site: Site, reader: Reader, base: URL | undefined): string {
  const news = site.rounds
    .flatMap((page) => roundNews(page, reader))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_NEWS)
  const { council, language, words } = reader
  const to = (path: string) => absoluteAddress(path, base)
  const head = [
    element('id', {}, [urn(stableId(council, 'feed', language))]),
    element('title', {}, [words.follow.feedTitle(council.name)]),
    element('subtitle', {}, [words.follow.feedText]),
    updated(news[0]?.at ?? 0),
    element('author', {}, [element('name', {}, [council.name])]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: to(feedAddress(language)) }),
    link('alternate', to(homeAddress(language)), language),
  ]
  const entries = news.map((item) => entryOf(item, reader, to))
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }
  return printXml(element('feed', attributes, [...head, ...entries]))
}

function entryOf(item: News, reader: Reader, to: (path: string) => string): Element {
  const lang = textLanguage(reader, item.language ?? reader.language)
  return element('entry', {}, [
    element('id', {}, [urn(item.id)]),
    element('title', { 'xml:lang': lang }, [item.title]),
    updated(item.at),
    element('published', {}, [printInstant(item.at)]),
    link('alternate', to(item.address), reader.language),
    element('summary', { 'xml:lang': lang }, [item.text]),
  ])
}

function updated(at: Instant): Element {
  return element('updated', {}, [printInstant(at)])
}

function link(rel: string, href: string, hreflang: Language): Element {
  return element('link', { rel, type: 'text/html', hreflang, href })
}

function urn(id: string): string {
  return `urn:uuid:${id}`
}
