import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startHost } from '../../src/commands/host/host.ts'
import { openBrowser } from '../support/browser.ts'
import { HTML_RULES } from '../support/html-rules.ts'
import { axeViolations, overflow, watch } from '../support/page-checks.ts'
import { writeRuledRounds } from '../support/ruled-content.ts'
import { PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const RULED = [
  { id: 'by-votes', rule: { method: 'greedy' } },
  { id: 'by-shares', rule: { method: 'equalshares', completion: 'add1u' } },
  { id: 'by-purse', rule: { method: 'phragmen' } },
  { id: 'by-theme', rule: { method: 'top-per-theme', perTheme: 1 } },
  { id: 'by-area', rule: { method: 'equalshares', completion: 'greedy' }, areas: true },
  { id: 'few-votes', rule: { method: 'greedy' }, voters: 12 },
  { id: 'few-shares', rule: { method: 'equalshares' }, voters: 12 },
] as const

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  const prepare = (contentDir: string) => writeRuledRounds(contentDir, RULED)
  ;[site, browser] = await Promise.all([startSite({ letters: 0, prepare }), openBrowser()])
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

const resultOf = (round: string, language = 'en') => `/${language}/rounds/${round}/result/`

/** Opens a page of its own; the caller closes its context. */
async function open(path: string, given: BrowserContextOptions = {}, origin = site.url) {
  const page = await (await browser.newContext(given)).newPage()
  const seen = watch(page, origin)
  await page.goto(origin + path)
  return { page, seen }
}

const status = (page: Page) => page.locator('count-again [role="status"]')

/** Presses the button and waits until something came out. */
async function countAgain(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Count it again, here' }).click()
  await page.locator('count-again:not([aria-busy])').waitFor()
  return status(page).innerText()
}

describe.each(RULED)('the result $id', ({ id }) => {
  test.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('has nothing that axe objects to: $colorScheme, $width px', async (look) => {
    const { colorScheme, width } = look
    const { page, seen } = await open(resultOf(id), {
      ...{ colorScheme, viewport: { width, height: 844 } },
    })
    expect(await axeViolations(page)).toEqual([])
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    await page.context().close()
  })

  test('is valid HTML in every language', async () => {
    for (const language of ['en', 'da', 'nl', 'de']) {
      const html = await (await fetch(site.url + resultOf(id, language))).text()
      const report = await new HtmlValidate(HTML_RULES).validateString(html, id)
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(({ line, ruleId, message }) => [line, ruleId, message]),
      )
      expect(faults, language).toEqual([])
    }
  })

  test('explains its rule as the page of the round does', async () => {
    const { page } = await open(`/en/rounds/${id}/`)
    const how = await page.locator('h2:text("How winners are found") + p').innerText()
    await page.goto(site.url + resultOf(id))
    await expect
      .poll(() => page.locator(':is(h2, h3):text("Why these") + p').first().innerText())
      .toBe(how)
    await page.context().close()
  })
})

/** In a small box nobody is told who paid how much, so there is nothing to draw. */
const UNDRAWN = 'few-shares'

describe.each(RULED.filter(({ id }) => id !== UNDRAWN))(
  'the picture of the result $id',
  ({ id }) => {
    test('fits 320 px, and no letters of its picture lie over others', async () => {
      const { page } = await open(resultOf(id), { viewport: { width: 320, height: 844 } })
      expect(await overflow(page)).toBe(0)
      await expect.poll(() => page.locator('.picture .rows > svg').count()).toBeGreaterThan(2)
      const overlaps = await page.evaluate(() =>
        [...document.querySelectorAll('.picture .rows > svg')].flatMap((row) => {
          const label = row.querySelector('.tight')?.getBoundingClientRect()
          const value = row.querySelector('.value')?.getBoundingClientRect()
          return label && value && value.width > 0 && label.right > value.left
            ? [row.textContent?.trim()]
            : []
        }),
      )
      expect(overlaps).toEqual([])
      await page.context().close()
    })

    test('says of the picture in words what the table says', async () => {
      const { page } = await open(resultOf(id))
      const name = await page.locator('.picture b').first().innerText()
      const picture = page.getByRole('img', { name }).first()
      const facts = (await picture.locator('desc').textContent()) ?? ''
      const [first = ''] = await page.locator('.outcomes .funded small').allInnerTexts()
      expect(first.length).toBeGreaterThan(20)
      expect(facts).toContain(first.trim())
      await page.context().close()
    })
  },
)

test('a result of few ballots by shares has no picture, and fits 320 px', async () => {
  const { page } = await open(resultOf(UNDRAWN), { viewport: { width: 320, height: 844 } })
  expect(await overflow(page)).toBe(0)
  await expect.poll(() => page.locator('.picture').count()).toBe(0)
  await page.context().close()
})

describe('who paid how much', () => {
  test('is one press away where voters share the money, and not where they do not', async () => {
    const { page } = await open(resultOf('by-shares'))
    const link = page.getByRole('link', { name: 'Who paid how much' })
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', site.url))
    expect(await answer.json()).toMatchObject({ schemaVersion: 1, voters: 140 })
    await page.goto(site.url + resultOf('by-votes'))
    await expect.poll(() => link.count()).toBe(0)
    await page.context().close()
  })
})

describe('what another rule would have done', () => {
  test('stands on the page with the two lists, where the ballots are published', async () => {
    const { page } = await open(resultOf('by-shares'))
    const section = page.locator('.beside-rule')
    await expect
      .poll(() => section.getByRole('heading').first().innerText())
      .toContain('another rule')
    await expect.poll(() => section.locator('.box').count()).toBe(2)
    await expect.poll(() => section.locator('a').count()).toBeGreaterThan(1)
    await page.context().close()
  })

  test('is not said of a small ballot box', async () => {
    const { page } = await open(resultOf('few-votes'))
    await expect.poll(() => page.locator('.beside-rule').count()).toBe(0)
    await page.context().close()
  })
})

describe('counting again in the browser', () => {
  test('by keyboard alone, agrees on the example round, and asks nobody else', async () => {
    const { page, seen } = await open(resultOf(PAST_ROUND))
    const requests: string[] = []
    page.context().on('request', (request) => requests.push(new URL(request.url()).pathname))
    const button = page.getByRole('button', { name: 'Count it again, here' })
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await button.evaluate((element) => element === document.activeElement)) break
    }
    expect(requests).toEqual([])
    await page.keyboard.press('Enter')
    await expect
      .poll(() => status(page).innerText())
      .toContain('Counted again: 83 ballots. The same proposals win.')
    await expect
      .poll(() => status(page).innerText())
      .toContain('The digest is the one on this page.')
    expect(requests.some((path) => path.endsWith(`/${PAST_ROUND}/1/ballots.csv`))).toBe(true)
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    await page.context().close()
  })

  test('weighs next to nothing before the button is pressed', async () => {
    const { page } = await open(resultOf(PAST_ROUND))
    const loaded: string[] = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    )
    const own = loaded.filter((name) => name.includes('count'))
    expect(own).toEqual([expect.stringMatching(/\/count-again-[^/]+\.js$/)])
    const bytes = await (await fetch(own.join())).arrayBuffer()
    expect(bytes.byteLength).toBeLessThan(1_100)
    await page.context().close()
  })

  test.each([
    ['by-shares', 140],
    ['by-purse', 140],
    ['by-theme', 140],
    ['by-area', 280],
  ])('agrees on %s', async (id, ballots) => {
    const { page } = await open(resultOf(id))
    expect(await countAgain(page)).toContain(`Counted again: ${ballots} ballots.`)
    await page.context().close()
  })

  test('counts sums where the ballots are not published, and speaks the page’s language', async () => {
    const { page } = await open(resultOf('few-votes', 'da'))
    await page.getByRole('button', { name: 'Tæl igen, her' }).click()
    await expect
      .poll(() => status(page).innerText())
      .toContain('Talt igen ud fra summerne af 12 stemmesedler. De samme forslag vinder.')
    await page.context().close()
  })

  test('is not offered where the rule needs ballots that are not published, nor without script', async () => {
    const { page } = await open(resultOf('few-shares'))
    await expect.poll(() => page.locator('count-again').count()).toBe(0)
    await page.context().close()
    const plain = await open(resultOf(PAST_ROUND), { javaScriptEnabled: false })
    await expect.poll(() => plain.page.locator('count-again').isVisible()).toBe(false)
    await expect.poll(() => plain.page.locator('.command').isVisible()).toBe(true)
    await plain.page.context().close()
  })

  test('says what differs where a published file was changed', async () => {
    const { page, close } = await openChanged('ballots.csv', (text) =>
      text.replace('""basket-swing""', '""clay-oven""'),
    )
    const said = await countAgain(page)
    expect(said).toContain('Counted again, and something differs:')
    expect(said).toContain('One ballot is not the one that was put into the ballot box.')
    expect(said).toContain('ballots.pb holds other ballots than ballots.csv.')
    expect(await axeViolations(page)).toEqual([])
    await close()
  })

  test('says that the result itself was changed', async () => {
    const { page, close } = await openChanged('result.json', (text) =>
      text.replace('"votes": 69', '"votes": 70'),
    )
    expect(await countAgain(page)).toContain('result.json is not the one that was published')
    await close()
  })

  test('says that a file did not arrive, and lets the reader try again', async () => {
    const { page } = await open(resultOf(PAST_ROUND))
    await page.context().route('**/receipts.csv', (route) => route.abort())
    expect(await countAgain(page)).toBe(
      'The published files did not arrive. Please try again later.',
    )
    await page.context().unroute('**/receipts.csv')
    expect(await countAgain(page)).toContain('The same proposals win.')
    await page.context().close()
  })

  test('needs a worker, which no other page may start', async () => {
    const start = () =>
      new Promise<string>((done) => {
        try {
          const worker = new Worker('/favicon.svg')
          worker.addEventListener('error', () => done('refused'))
          setTimeout(() => done('started'), 500)
        } catch {
          done('refused')
        }
      })
    const { page } = await open('/en/')
    const refusals: string[] = []
    page.on('console', (message) => refusals.push(message.text()))
    await page.evaluate(start)
    expect(refusals.join()).toContain("worker-src 'none'")
    await page.context().close()
  })
})

/** The example's result on a copy of the site in which one published file is another one. */
async function openChanged(file: string, edit: (text: string) => string) {
  const siteDir = `${process.env['SITE_DIR']}-changed`
  await cp(process.env['SITE_DIR'] ?? '', siteDir, { recursive: true })
  const path = `${siteDir}/data/${PAST_ROUND}/1/${file}`
  const text = await readFile(path, 'utf8')
  expect(edit(text)).not.toBe(text)
  await writeFile(path, edit(text))
  const host = await startHost({ siteDir, functions: [], port: 0 })
  const { page } = await open(resultOf(PAST_ROUND), {}, host.url)
  return {
    page,
    close: async () => {
      await page.context().close()
      await host.close()
      await rm(siteDir, { recursive: true })
    },
  }
}
