import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'node-html-parser'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/commands/build.ts'
import { readCalendar } from '../support/icalendar-reader.ts'
import { OPEN_ROUND, PAST_ROUND } from '../support/running-site.ts'
import { childrenOf, readXml, textOfChild, type XmlElement } from '../support/xml-reader.ts'

const SITE = 'https://tranebro.example'
/** The settings of another machine, which would change every letter of a picture. */
const ODD_FONTS = `<?xml version="1.0"?><fontconfig><match target="font">
  <edit name="antialias" mode="assign"><bool>false</bool></edit></match></fontconfig>`
const THREE_BUILDS = 400_000

let folder: string
/** Built twice with its address, and once without. */
let built: ReadonlyMap<string, Buffer>
let again: ReadonlyMap<string, Buffer>
let nameless: ReadonlyMap<string, Buffer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finding-'))
  built = await build('first', SITE)
  await writeFile(join(folder, 'odd.conf'), ODD_FONTS)
  process.env['FONTCONFIG_FILE'] = join(folder, 'odd.conf')
  again = await build('second', SITE)
  delete process.env['FONTCONFIG_FILE']
  nameless = await build('third', undefined)
}, THREE_BUILDS)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The files of a build, by address. */
async function build(name: string, siteUrl: string | undefined) {
  const outDir = join(folder, name)
  await buildSite({ contentDir: resolve('content'), outDir, siteUrl })
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({ parentPath, name: file }) => {
    const path = join(parentPath, file)
    const address = path.slice(outDir.length).replace(/\/index\.html$/, '/')
    return [address, await readFile(path)] as const
  })
  return new Map(await Promise.all(read))
}

const text = (address: string, site = built) => site.get(address)?.toString('utf8') ?? ''
const pagesOf = (site: ReadonlyMap<string, Buffer>) =>
  [...site.keys()].filter((address) => address.endsWith('/'))
const isListed = (address: string) => !text(address).includes('name="robots" content="noindex"')
const pathOf = (url: string) => url.slice(SITE.length)

/** Every link of a feed or sitemap, as the path of this site. */
function linksOf(element: XmlElement): readonly string[] {
  const { href } = element.attributes
  const own = element.name === 'loc' ? [element.children.join('')] : href ? [href] : []
  const below = element.children.flatMap((child) =>
    typeof child === 'object' ? linksOf(child) : [],
  )
  return [...own, ...below]
}

describe('two builds of the same content, on two machines', () => {
  test('give the same bytes, file by file', () => {
    const digests = (site: ReadonlyMap<string, Buffer>) =>
      Object.fromEntries(
        [...site].map(([address, bytes]) => [
          address,
          createHash('sha256').update(bytes).digest('hex'),
        ]),
      )
    expect(digests(again)).toEqual(digests(built))
  })
})

describe('the sitemap', () => {
  test('has the pages that search engines may list, and no other', () => {
    const map = readXml(text('/sitemap.xml'))
    const listed = childrenOf(map, 'url').map((url) => pathOf(textOfChild(url, 'loc')))
    expect(listed.toSorted()).toEqual(pagesOf(built).filter(isListed).toSorted())
    for (const link of linksOf(map)) expect(built.has(pathOf(link)), link).toBe(true)
    expect(text('/robots.txt')).toContain(`Sitemap: ${SITE}/sitemap.xml`)
  })
})

describe.each(['en', 'da', 'nl', 'de'])('the feed in %s', (language) => {
  test('is well-formed, its links are alive, and every page names it', () => {
    const feed = readXml(text(`/${language}/feed.xml`))
    for (const link of linksOf(feed)) expect(built.has(pathOf(link)), link).toBe(true)
    expect(childrenOf(feed, 'entry').length).toBeGreaterThan(10)
    const pages = pagesOf(built).filter(
      (address) => address.startsWith(`/${language}/`) && !address.startsWith(`/${language}/desk/`),
    )
    for (const page of pages) {
      const root = parse(text(page))
      const feeds = root.querySelectorAll('link[type="application/atom+xml"]')
      // Nothing leads away from a kiosk, where a stranger stands next.
      const isKiosk = page.includes('/kiosk/')
      expect(
        feeds.map((link) => link.getAttribute('href')),
        page,
      ).toEqual(isKiosk ? [] : [`/${language}/feed.xml`])
      if (isKiosk) continue
      expect(root.querySelector(`footer a[href="/${language}/feed.xml"]`), page).not.toBeNull()
    }
  })

  test.each([
    [OPEN_ROUND, 10 + 4],
    [PAST_ROUND, 10],
  ])('the calendar of %s is linked from its page, with its dates and events', (round, count) => {
    const page = `/${language}/rounds/${round}/`
    const links = parse(text(page)).querySelectorAll('main a')
    const hrefs = links.map((link) => link.getAttribute('href'))
    expect(hrefs.filter((href) => href?.endsWith('.ics'))).toEqual([`${page}calendar.ics`])
    const { events } = readCalendar(text(`${page}calendar.ics`))
    expect(events).toHaveLength(count)
    for (const event of events) {
      const url = event.get('URL')?.value ?? ''
      expect(built.has(pathOf(url)), url).toBe(true)
    }
  })
})

describe('the picture of a link', () => {
  test('is there for every listed page, with its size and a text', async () => {
    for (const address of pagesOf(built).filter(isListed)) {
      const root = parse(text(address))
      const meta = (name: string) =>
        root.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? ''
      const image = pathOf(meta('og:image'))
      expect(image.split('/')[1], address).toBe(address.split('/')[1])
      const { format, width, height } = await sharp(built.get(image)).metadata()
      expect({ format, width, height }, address).toEqual({
        format: 'png',
        width: 1200,
        height: 630,
      })
      expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630'])
      expect(meta('og:image:alt').length, address).toBeGreaterThan(20)
      expect(pathOf(meta('og:url')), address).toBe(address)
      const canonical = root.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
      expect(pathOf(canonical), address).toBe(address)
    }
  })

  test('is light, and one of its own for the front page, each round and each result', () => {
    const pictures = [...built].filter(([address]) => address.endsWith('/social.png'))
    expect(pictures).toHaveLength(4 * 4)
    for (const [address, bytes] of pictures) expect(bytes.byteLength, address).toBeLessThan(100_000)
    const imageOf = (address: string) => /og:image" content="([^"]+)"/.exec(text(address))?.[1]
    expect(imageOf(`/en/rounds/${PAST_ROUND}/result/`)).toContain('/result/social.png')
    expect(imageOf(`/en/rounds/${OPEN_ROUND}/result/`)).not.toContain('/result/social.png')
  })
})

describe('a site that does not know its own address', () => {
  test('has no sitemap and no link that would need one, but its calendars and feeds', () => {
    expect(nameless.has('/sitemap.xml')).toBe(false)
    expect(text('/robots.txt', nameless)).not.toContain('Sitemap')
    for (const page of pagesOf(nameless))
      expect(text(page, nameless)).not.toMatch(/property="og:|rel="canonical"/)
    const poster = `/en/rounds/${OPEN_ROUND}/proposals/lit-path/poster/`
    expect(
      [text(poster), text(poster, nameless)].map((page) => page.includes('class="qr"')),
    ).toEqual([true, false])
    const feed = readXml(text('/en/feed.xml', nameless))
    for (const link of linksOf(feed)) expect(nameless.has(link), link).toBe(true)
    expect(
      readCalendar(text(`/en/rounds/${OPEN_ROUND}/calendar.ics`, nameless)).events,
    ).toHaveLength(14)
  })
})
