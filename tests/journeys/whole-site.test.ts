import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGES, tellCouncil } from '../../src/domain/council.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { readBuiltPages, type BuiltElement, type BuiltPage } from '../support/built-pages.ts'
import { HTML_RULES } from '../support/html-rules.ts'
import { writeRuledRounds, type RuledRound } from '../support/ruled-content.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let pages: readonly BuiltPage[]

/** The example council, and one round more whose areas vote apart, as that makes pages of its own. */
beforeAll(async () => {
  const rounds = [{ id: 'by-areas', rule: { method: 'greedy' }, voters: 30, areas: true }]
  site = await startSite({
    letters: 0,
    prepare: async (dir) => {
      await addRounds(dir, rounds)
      await addLook(dir)
    },
  })
  pages = await readBuiltPages(process.env['SITE_DIR'] ?? '')
})

afterAll(() => site.close())

/** Its summary would be that of the round it is copied from. */
async function addRounds(contentDir: string, rounds: readonly RuledRound[]): Promise<void> {
  await writeRuledRounds(contentDir, rounds)
  for (const { id } of rounds) {
    const file = join(contentDir, 'rounds', id, 'round.md')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^summary:(?:.*\n {2,})*.*$/m, 'summary: Two areas decide.'))
  }
}

const LOGO = {
  ...{ en: 'The arms of Tranebro: a bridge', da: 'Tranebros våben: en bro' },
  ...{ nl: 'Het wapen van Tranebro: een brug', de: 'Das Wappen von Tranebro: eine Brücke' },
}

/** A logo, letters and a colour of the council's own. */
async function addLook(contentDir: string): Promise<void> {
  const bridge = '<path fill="#6b2a3a" d="M0 20h40v6H0zM4 26h6v10H4zM30 26h6v10h-6z"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${bridge}</svg>`
  await writeFile(join(contentDir, 'arms.svg'), svg)
  const file = join(contentDir, 'council.md')
  const look = `colour: '#6b2a3a'\ntype: humanist\nlogo:\n  file: arms.svg\n  alt: '${LOGO.en}'`
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^colour:.*$/m, look))
  for (const language of ['da', 'nl', 'de'] as const) {
    const told = join(contentDir, `council.${language}.md`)
    const alt = `logo:\n  alt: '${LOGO[language]}'\nkind:`
    await writeFile(told, (await readFile(told, 'utf8')).replace(/^kind:/m, alt))
  }
}

const HERE = 'https://site.invalid'

/** Where an attribute of an element leads, if that is on this site. */
function addressesOf({ name, attributes }: BuiltElement): readonly string[] {
  const given = [attributes['href'], attributes['src'], attributes['action']]
  // A form without an address sends to its own page.
  const found = given.filter((address) => address !== undefined && address !== '')
  return name === 'base' ? [] : found.filter((address) => address !== undefined)
}

/** Every address of the site that its pages name, with one of the pages that name it. */
function namedAddresses(all: readonly BuiltPage[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const { address, elements } of all)
    for (const given of elements.flatMap(addressesOf)) {
      const url = new URL(given, HERE + address)
      if (url.origin === HERE) named.set(url.pathname + url.hash, address)
    }
  return named
}

/** What of the addresses leads nowhere. */
async function brokenAmong(named: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [address, from] of named) {
    const { pathname, hash } = new URL(address, HERE)
    const { status } = await fetch(site.url + pathname)
    // Forms are sent to functions, which a link cannot ask.
    const isThere = status === 200 || (status === 405 && pathname.startsWith('/api/'))
    const target = pages.find((page) => page.address === pathname)
    const ids = target?.elements.map(({ attributes }) => attributes['id'])
    // A part of a drawing has no id; tests/journeys/pictures.test.ts looks at what it shows.
    const isPart = pathname.endsWith('.svg') && hash.startsWith('#svgView(')
    if (!isThere || (hash !== '' && !isPart && !ids?.includes(hash.slice(1))))
      broken.push(`${from} leads to ${address}: ${status}`)
  }
  return broken
}

const logoIn = (lang: string) => new Map<string, string>(Object.entries(LOGO)).get(lang)
const languageIn = (address: string) => address.slice(1, 3)
const titleIn = (page: BuiltPage | undefined) => page?.elements.find(({ name }) => name === 'h1')

/** The link to a text as it was written; undefined on the page of one that is not translated. */
function originalIn({ elements }: BuiltPage): BuiltElement | undefined {
  const main = elements.findIndex(({ name }) => name === 'main')
  return elements
    .slice(main)
    .find(({ name, attributes }) => name === 'a' && attributes['hreflang'] !== undefined)
}

const titleOf = ({ elements }: BuiltPage) =>
  elements.find(({ name }) => name === 'title')?.text ?? ''
const descriptionOf = ({ elements }: BuiltPage) =>
  elements.find(({ attributes }) => attributes['name'] === 'description')?.attributes['content'] ??
  ''
const languageOf = ({ elements }: BuiltPage) => elements[0]?.lang ?? ''

/** Those that stand on more than one page. */
function repeated(all: readonly BuiltPage[], textOf: (page: BuiltPage) => string) {
  const byText = Map.groupBy(all, textOf)
  return [...byText]
    .filter(([text, { length }]) => text === '' || length > 1)
    .map(([text, same]) => [text, ...same.map(({ address }) => address)])
}

describe('the whole site', () => {
  test('has pages in every language', () => {
    expect(new Set(pages.map(languageOf))).toEqual(new Set(LANGUAGES))
  })

  test('has no link, form, script or style that leads nowhere, and no fragment without its place', async () => {
    const named = namedAddresses(pages)
    expect(named.size).toBeGreaterThan(pages.length)
    expect(await brokenAmong(named)).toEqual([])
    const planted = new Map([
      ['/en/nowhere/', '/a/'],
      ['/en/#nowhere', '/b/'],
    ])
    expect(await brokenAmong(planted)).toEqual([
      '/a/ leads to /en/nowhere/: 404',
      '/b/ leads to /en/#nowhere: 200',
    ])
  })

  test.each(LANGUAGES)('has a title and a description for each page of its own: %s', (language) => {
    const ours = pages.filter((page) => languageOf(page) === language)
    expect(repeated(ours, titleOf)).toEqual([])
    expect(repeated(ours, descriptionOf)).toEqual([])
  })

  test('says of each page where it stands in the other languages, and there the same', () => {
    const alternates = new Map(
      pages.map(({ address, elements }) => [
        address,
        elements.flatMap(({ name, attributes: { rel, hreflang, href } }) =>
          name === 'link' && rel === 'alternate' && hreflang && href
            ? [`${hreflang} ${new URL(href, HERE).pathname}`]
            : [],
        ),
      ]),
    )
    const without = [...alternates].filter(([, others]) => others.length === 0)
    expect(without.map(([address]) => address)).toEqual(['/404.html'])
    for (const [address, others] of alternates) {
      if (others.length === 0) continue
      const own = LANGUAGES.map(
        (each) => `${each} ${address.replace(/^\/[a-z]{2}\//, `/${each}/`)}`,
      )
      expect(others.toSorted(), address).toEqual(own.toSorted())
      for (const other of others)
        expect(alternates.get(other.slice(3))?.toSorted(), other).toEqual(others.toSorted())
    }
  })

  test('says of every text in which language it is', () => {
    const originals = new Map(
      pages.flatMap((page) => {
        const link = originalIn(page)
        return link ? [[page.address, link] as const] : []
      }),
    )
    const isTold = (address: string) =>
      originals.has(address) || /^\/..\/$|\/(?:vote|kiosk|handbook)\//.test(address)
    const wrong = pages.flatMap(({ address, elements }) => [
      ...(address === '/404.html' || elements[0]?.lang === address.slice(1, 3) ? [] : [address]),
      ...elements
        .filter(({ attributes }) => attributes['data-prose'] !== undefined)
        // Most of the example's own texts are in English, and what was said of a proposal stays so.
        .filter(({ lang }) => lang !== 'en' && !(lang === languageIn(address) && isTold(address)))
        .map(({ lang }) => `${address}: text from content in ${lang}`),
      ...elements
        .filter(({ lang }) => !LANGUAGES.some((known) => known === lang))
        .map(({ name, lang }) => `${address}: ${name} in ${lang}`),
      ...elements
        .filter(({ name, attributes }) => name === 'a' && attributes['hreflang'] !== undefined)
        .filter(({ lang, attributes: { hreflang, href } }) =>
          [lang, href?.slice(1, 3)].some((each) => each !== hreflang),
        )
        .map(({ attributes }) => `${address}: ${attributes['href']} in another language`),
    ])
    expect(wrong).toEqual([])
  })

  test('tells a text in the language of its page where it is translated, with the original one link away', () => {
    const translated = pages.flatMap((page) => {
      const link = originalIn(page)
      return link ? [{ page, link }] : []
    })
    const named = translated.map(({ page }) => page.address)
    for (const language of ['da', 'nl', 'de'])
      for (const guide of ['how-it-works', 'your-vote-is-secret', 'lost-letter', 'accessibility'])
        expect(named).toContain(`/${language}/guide/${guide}/`)
    expect(named).toContain(`/da/rounds/${OPEN_ROUND}/`)
    expect(named).toContain(`/da/rounds/${OPEN_ROUND}/proposals/lit-path/`)
    expect(named.filter((address) => address.startsWith('/en/'))).toEqual([])
    for (const { page, link } of translated) {
      const original = pages.find(({ address }) => address === link.attributes['href'])
      expect(titleIn(original), page.address).toMatchObject({ text: link.text, lang: 'en' })
      expect(titleIn(page)?.lang).toBe(languageIn(page.address))
      expect(titleIn(page)?.text).not.toBe(link.text)
    }
  })

  test('says what the council says of itself in the language of each page', async () => {
    const council = await site.ports.content.council()
    for (const language of LANGUAGES) {
      const { kind, notice, contact } = tellCouncil(council, language)
      const home = pages.find(({ address }) => address === `/${language}/`)
      const texts = [kind, notice, dictionary(language).site.ask(contact.name)]
      const said = (home?.elements ?? []).filter(({ text }) => texts.includes(text))
      expect(said.map(({ lang }) => lang)).toEqual([language, language, language])
      const about = (home?.elements ?? []).filter(({ attributes }) => 'data-prose' in attributes)
      expect(about.map(({ lang }) => lang)).toEqual([language])
    }
  })

  test('tells a poster and the names beside the map in the reader’s language', () => {
    const list = `/da/rounds/${OPEN_ROUND}/proposals/`
    const elementsOf = (address: string) =>
      pages.find((page) => page.address === address)?.elements ?? []
    const heading = elementsOf(`${list}lit-path/poster/`).find(({ name }) => name === 'h1')
    expect(heading).toMatchObject({ lang: 'da', text: 'Lys på stien til hallen' })
    const named = elementsOf(list).filter(
      ({ name, attributes }) => name === 'a' && attributes['href'] === `${list}lit-path/`,
    )
    expect(named.map(({ lang }) => lang)).not.toContain('en')
    expect(named.map(({ text }) => text)).toContain('Lys på stien til hallen')
  })

  test('puts the title that is voted on first in every language, and a translation under it', () => {
    const cards = LANGUAGES.map((language) => {
      const page = pages.find(
        ({ address }) => address === `/${language}/rounds/${OPEN_ROUND}/vote/`,
      )
      const at = (page?.elements ?? []).findIndex(
        ({ name, attributes }) => name === 'li' && attributes['data-proposal'] === 'lit-path',
      )
      const inCard = page?.elements.slice(at) ?? []
      const [title] = inCard.filter(({ attributes }) => attributes['class'] === 'title')
      return {
        language,
        title: `${title?.lang} ${title?.text}`,
        told: inCard.find(({ name }) => name === 'b'),
      }
    })
    expect(cards.map(({ title }) => title)).toEqual(
      LANGUAGES.map(() => 'en Light on the path to the hall'),
    )
    expect(cards.find(({ language }) => language === 'da')?.told).toMatchObject({
      ...{ lang: 'da', text: 'Lys på stien til hallen.' },
    })
  })

  test('has the logo of the council on every page, as a picture of points, and its letters', async () => {
    const without = pages.filter(({ elements }) =>
      elements.every(
        ({ name, lang, attributes: { alt, width, height } }) =>
          name !== 'img' || alt !== logoIn(lang) || width === undefined || height === undefined,
      ),
    )
    expect(without.map(({ address }) => address)).toEqual([])
    const served = await fetch(`${site.url}/logo.webp`)
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const files = await readdir(process.env['SITE_DIR'] ?? '', { recursive: true })
    expect(files.filter((name) => name.endsWith('.svg'))).toEqual(['favicon.svg', 'map.svg'])
    const styles = pages[0]?.elements.find(({ attributes: { rel } }) => rel === 'stylesheet')
    const sheet = await fetch(site.url + (styles?.attributes['href'] ?? ''))
    expect(await sheet.text()).toMatch(/--council-heading: ?var\(--humanist\)/)
  })

  test('is valid HTML on every page', async () => {
    const validator = new HtmlValidate(HTML_RULES)
    const faults: string[] = []
    for (const { address, html } of pages) {
      const { results } = await validator.validateString(html, address)
      for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
        faults.push(`${address}: ${ruleId}: ${message} ${selector}`)
    }
    expect(faults).toEqual([])
  })
})
