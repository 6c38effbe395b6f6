import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'node-html-parser'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/commands/build.ts'
import { startHost, type Host } from '../../src/commands/host/host.ts'
import { SUMMARY_LENGTH, TITLE_LENGTH } from '../../src/domain/proposal.ts'
import { openBrowser } from '../support/browser.ts'
import { readQr } from '../support/read-qr.ts'
import { OPEN_ROUND, PAST_ROUND } from '../support/running-site.ts'
import { sharedBundle } from '../support/shared.ts'

const PAGE = `/en/rounds/${OPEN_ROUND}/proposals/lit-path/`
const UPRIGHT = `/en/rounds/${PAST_ROUND}/proposals/apple-trees/`
const PLAIN = `/en/rounds/${OPEN_ROUND}/proposals/play-patrol/`
const LIST = `/en/rounds/${OPEN_ROUND}/proposals/`

const SITE = 'https://tranebro.example'
/** Its words are as long as a file may have them. */
const LONGEST = `/da/rounds/${OPEN_ROUND}/proposals/play-patrol/poster/`

let folder: string
let siteDir: string
let host: Host
let browser: Browser

/** Lies outside the project, as a council's own repository does; its pictures are as a phone takes them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  const contentDir = join(folder, 'content')
  await cp(resolve('content'), contentDir, { recursive: true })
  await takePhoto(join(contentDir, `rounds/${OPEN_ROUND}/pictures/lit-path.jpg`), 1600, 1200)
  await takePhoto(join(contentDir, `rounds/${PAST_ROUND}/pictures/apple-trees.jpg`), 1000, 1600)
  await lengthen(join(contentDir, `rounds/${OPEN_ROUND}/proposals/play-patrol.md`))
  siteDir = join(folder, 'site')
  await buildSite({ contentDir, outDir: siteDir, siteUrl: SITE })
  host = await startHost({ siteDir, functions: [], port: 0 })
  browser = await openBrowser()
}, 400_000)

afterAll(async () => {
  await browser.close()
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

/** A picture that says where it was taken. */
async function takePhoto(file: string, width: number, height: number): Promise<void> {
  const background = { r: 190, g: 120, b: 60 }
  await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 0/1' },
    })
    .toFile(file)
}

async function lengthen(file: string): Promise<void> {
  const words = (most: number) => 'Wide meadows '.repeat(most).slice(0, most - 1) + 'm'
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text
      .replace(/^title: .*$/m, `title: ${words(TITLE_LENGTH.most)}`)
      .replace(/^summary: .*$/m, `summary: ${words(SUMMARY_LENGTH.most)}`),
  )
}

async function open(path: string, given: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...given })
  const page = await context.newPage()
  await page.goto(host.url + path)
  return page
}

const htmlOf = async (page: string) =>
  parse(await readFile(join(siteDir, page, 'index.html'), 'utf8'))

/** Every file of a srcset with the width that it promises. */
function filesIn(srcset: string): readonly (readonly [string, number])[] {
  return srcset.split(', ').map((part) => {
    const [file = '', width = ''] = part.split(' ')
    return [file, Number(width.slice(0, -1))] as const
  })
}

describe('the picture of a proposal', () => {
  test.each([PAGE, UPRIGHT])('comes in formats and sizes, each as it says: %s', async (page) => {
    const picture = (await htmlOf(page)).querySelector('picture')
    const sources = picture?.querySelectorAll('source') ?? []
    const found = sources.map((source) => source.getAttribute('type'))
    expect(found).toEqual(['image/avif', 'image/webp'])
    for (const source of sources)
      for (const [file, promised] of filesIn(source.getAttribute('srcset') ?? '')) {
        const { format, width = 0, height = 0 } = await sharp(join(siteDir, file)).metadata()
        expect([format === 'heif' ? 'image/avif' : `image/${format}`, width]).toEqual([
          source.getAttribute('type'),
          promised,
        ])
        expect(width / height).toBeCloseTo(3 / 2, 1)
      }
  })

  test('has a plain file for old browsers, its size, and the text that its author gave', async () => {
    const image = (await htmlOf(PAGE)).querySelector('picture img')
    expect(image?.getAttribute('src')).toMatch(/\.jpg$/)
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['1080', '720'])
    expect(image?.getAttribute('alt')).toMatch(/^A drawing of two people at dusk/)
    expect(image?.getAttribute('style')).toBeUndefined()
  })

  test('is drawn by its theme where there is none', async () => {
    const root = await htmlOf(PLAIN)
    expect(root.querySelector('picture')).toBeNull()
    expect(root.querySelector('svg.hero-picture')).not.toBeNull()
  })

  test('loses what the camera wrote into it, and the photo itself is not on the site', async () => {
    const files = (await readdir(join(siteDir, '_astro'))).filter((name) =>
      /\.(avif|webp|jpe?g|png)$/.test(name),
    )
    // Three pictures: two of proposals, and one of an update.
    expect(files).toHaveLength(15)
    for (const file of files) {
      const { exif, width = 0 } = await sharp(join(siteDir, '_astro', file)).metadata()
      expect(exif, file).toBeUndefined()
      expect(width, file).toBeLessThanOrEqual(1080)
    }
    const photo = join(folder, `content/rounds/${OPEN_ROUND}/pictures/lit-path.jpg`)
    expect((await sharp(photo).metadata()).exif?.byteLength).toBeGreaterThan(0)
  })
})

describe('a page with a picture', () => {
  test('moves nothing while it loads, and fetches the smallest file that fits', async () => {
    const options = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 }
    const page = await (await browser.newContext(options)).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(host.url + UPRIGHT)
    await page.locator('picture img').first().scrollIntoViewIfNeeded()
    await page.waitForFunction(() => document.querySelector('img')?.complete)
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0
          const observer = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
        }),
    )
    expect(shift).toBe(0)
    const [small] = filesIn(
      (await htmlOf(UPRIGHT)).querySelector('source[type="image/avif"]')?.getAttribute('srcset') ??
        '',
    )
    expect(asked.filter((path) => /apple-trees.+\.(avif|webp|jpg)$/.test(path))).toEqual([
      small?.[0],
    ])
    await page.context().close()
  })

  test('leaves the pictures of a long list until they are near', async () => {
    const images = (await htmlOf(LIST)).querySelectorAll('picture img')
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) expect(image.getAttribute('loading')).toBe('lazy')
  })
})

const sheetsIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

describe('the poster of a proposal', () => {
  test.each([
    { colorScheme: 'light', deviceScaleFactor: 1, viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark', deviceScaleFactor: 2, viewport: { width: 390, height: 844 } },
  ] as const)('has a code that leads each reader to the proposal: $colorScheme', async (look) => {
    const page = await open(`${PAGE}poster/`, look)
    const address = (await readQr(await page.screenshot({ fullPage: true }))) ?? ''
    const typed = (await page.locator('.sheet-link p').innerText()).replaceAll(/\s/g, '')
    expect([address, `https://${typed}`]).toEqual([`${SITE}${PAGE.slice(3)}`, address])
    const asked = { headers: { 'Accept-Language': 'da' } }
    const { url, status } = await fetch(host.url + new URL(address).pathname, asked)
    expect([url, status]).toEqual([host.url + PAGE.replace('/en/', '/da/'), 200])
    await page.context().close()
  })

  test.each([
    ['A4', 794, 1123],
    ['A3', 1123, 1587],
    ['Letter', 816, 1056],
  ])('fills one sheet of %s, with the longest words', async (format, width, height) => {
    const page = await open(LONGEST)
    expect(sheetsIn(await page.pdf({ format, printBackground: true }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width, height })
    const hidden = await page.evaluate(() => {
      const [sheet, foot] = ['.sheet', '.sheet-foot'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect(),
      )
      return (foot?.bottom ?? Infinity) - (sheet?.bottom ?? 0)
    })
    expect(hidden).toBeLessThanOrEqual(0)
    expect(
      await page.locator('.sheet-picture').evaluate((each) => each.clientHeight),
    ).toBeGreaterThan(120)
    await expect
      .poll(() =>
        page.locator('.site-header:visible, .site-footer:visible, .button:visible').count(),
      )
      .toBe(0)
    await page.context().close()
  })

  test('is printed by one button, and without script says how', async () => {
    const page = await open(`${PAGE}poster/`)
    await page.evaluate(() => Object.assign(window, { print: () => (document.title = 'printing') }))
    await page.getByRole('button', { name: 'Print the poster' }).click()
    expect(await page.title()).toBe('printing')
    await page.context().close()
    const plain = await open(`${PAGE}poster/`, { javaScriptEnabled: false })
    await expect.poll(() => plain.getByRole('button').count()).toBe(0)
    await expect.poll(() => plain.getByText('open the menu of your browser').isVisible()).toBe(true)
    await plain.context().close()
  })

  test('is there for what can be voted on, and for nothing else', async () => {
    const posters = (await readdir(siteDir, { recursive: true })).filter((file) =>
      file.endsWith('poster/index.html'),
    )
    const cards = (await htmlOf(LIST)).querySelectorAll('.card:not(.off)')
    expect(posters).toHaveLength(cards.length * 4)
    await expect
      .poll(async () =>
        (await htmlOf(`${PAGE}poster/`)).querySelector('[name=robots]')?.getAttribute('content'),
      )
      .toBe('noindex')
  })
})

describe('the row that passes a proposal on', () => {
  const REST = '?from=letter#code'

  test('copies the address alone, and leads to the poster', async () => {
    const page = await open(PAGE + REST, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(host.url + PAGE)
    await expect.poll(() => page.getByRole('button', { name: 'Share' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Print a poster' }).click()
    await page.locator('.sheet h1').waitFor()
    await page.context().close()
  })

  test('opens the menu of a phone that has one', async () => {
    const context = await browser.newContext({ hasTouch: true, isMobile: true })
    const page = await context.newPage()
    await page.addInitScript(() => {
      const share = async (data: unknown) => void (document.title = JSON.stringify(data))
      Object.assign(navigator, { share })
    })
    await page.goto(host.url + PAGE + REST)
    await page.getByRole('button', { name: 'Share' }).click()
    expect(JSON.parse(await page.title())).toMatchObject({ url: host.url + PAGE })
    await expect.poll(() => page.getByRole('button', { name: 'Copy the link' }).count()).toBe(0)
    await context.close()
  })
})

/** The pond beside the path, as `content/map.svg` has it in its own units and colours. */
const POND = { x: 1042, y: 466, light: '#9cc1cf', dark: '#2f5164' } as const

/** The colour of a point of the map, where the drawing over it says that it is. */
async function colourAt(page: Page, { x, y }: { x: number; y: number }): Promise<string> {
  const drawing = page.locator('.map svg')
  const [left = 0, top = 0, width = 1] =
    (await drawing.getAttribute('viewBox'))?.split(' ').map(Number) ?? []
  const shot = sharp(await page.locator('.map > div').screenshot())
  const scale = ((await shot.metadata()).width ?? 0) / width
  const at = { left: Math.round((x - left) * scale), top: Math.round((y - top) * scale) }
  const dot = await shot
    .extract({ ...at, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer()
  return `#${dot.toString('hex')}`
}

describe('the map of a proposal', () => {
  test.each([
    ['light', PAGE, 1280],
    ['dark', PAGE, 390],
    ['light', LIST, 1280],
  ] as const)(
    'shows its part, with the marks where they belong: %s, %s, %i px',
    async (colorScheme, path, width) => {
      const page = await open(path, { colorScheme, viewport: { width, height: 844 } })
      const image = page.locator('.map img')
      await image.scrollIntoViewIfNeeded()
      await page.waitForFunction(
        () => document.querySelector<HTMLImageElement>('.map img')?.complete,
      )
      await expect.poll(() => colourAt(page, POND), { timeout: 15_000 }).toBe(POND[colorScheme])
      await page.context().close()
    },
  )

  test('says the place in words, and waits until it is near', async () => {
    const image = (await htmlOf(PLAIN)).querySelector('.map img')
    expect(image?.getAttribute('alt')).toBe('Map with a mark: The green beside the school')
    expect(image?.getAttribute('loading')).toBe('lazy')
  })

  test('leads from the map of a round to each proposal, by mark and by list', async () => {
    const page = await open(LIST, { viewport: { width: 1280, height: 900 } })
    const marks = page.locator('.map a')
    const listed = page.locator('.places a')
    const hrefs = async (links: typeof marks) =>
      links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    expect(await hrefs(marks)).toEqual(await hrefs(listed))
    await expect
      .poll(() => marks.allTextContents())
      .toEqual(Array.from({ length: await listed.count() }, (_, at) => String(at + 1)))
    await marks.first().click()
    await page.locator('h1', { hasText: 'Four benches on Lerbakken' }).waitFor()
    await page.context().close()
  })
})

describe('functions', () => {
  test('carry the content without its pictures', { timeout: 300_000 }, async () => {
    const bundles = (await sharedBundle()).map(({ entry }) => dirname(dirname(entry)))
    const read = bundles.map((bundle) => readdir(bundle, { recursive: true }))
    const files = (await Promise.all(read)).flat()
    expect(files.some((file) => file.endsWith('content/council.md'))).toBe(true)
    expect(files.filter((file) => /\.(jpe?g|png|webp|avif)$/.test(file))).toEqual([])
  })
})
