import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/commands/build.ts'
import { startHost, type Host } from '../../src/commands/host/host.ts'
import { SUMMARY_LENGTH, TITLE_LENGTH } from '../../src/domain/proposal.ts'
import { openBrowser } from '../support/browser.ts'
import { overflow } from '../support/page-checks.ts'
import { OPEN_ROUND } from '../support/running-site.ts'

const LIST = `/de/rounds/${OPEN_ROUND}/proposals/`
const ID = 'hill-benches'

const FROM_THE_RIGHT = 'repair-cafe'

/** What a resident writes who writes from the right, with a paragraph from the left in it. */
const HEBREW = {
  title: 'בית קפה לתיקונים 2026',
  summary: 'מביאים את המנורה, ומתקנים ביחד.',
  name: 'שכנים מהרחוב',
  body: 'אנחנו מתקנים ביחד.\n\nWe mend together.\n\n- מנורה\n- lamp',
}

const ADDRESS = `https://example.org/${'prices-of-benches-'.repeat(20)}`
const COLUMNS = Array.from({ length: 12 }, (_, at) => `Nachbarschaft${at}`)

/** What a resident may write that no page was drawn for. */
const BODY = [
  ADDRESS,
  `**${'Bank'.repeat(60)}** and \`${'code'.repeat(60)}\``,
  `| ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(COLUMNS.length)}\n| ${COLUMNS.join(' | ')} |`,
  `${'> '.repeat(60)}deep`,
  Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- level ${at}`).join('\n'),
].join('\n\n')

let folder: string
let host: Host
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hard-words-'))
  const contentDir = join(folder, 'content')
  await cp(resolve('content'), contentDir, { recursive: true })
  await harden(join(contentDir, `rounds/${OPEN_ROUND}/proposals/${ID}.md`))
  await turn(join(contentDir, `rounds/${OPEN_ROUND}/proposals/${FROM_THE_RIGHT}.md`))
  const siteDir = join(folder, 'site')
  await buildSite({ contentDir, outDir: siteDir, siteUrl: 'https://tranebro.example' })
  host = await startHost({ siteDir, functions: [], port: 0 })
  browser = await openBrowser()
}, 400_000)

afterAll(async () => {
  await browser.close()
  await host.close()
  await rm(folder, { recursive: true, force: true })
})

async function harden(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const fields = text.slice(0, text.indexOf('\n---\n', 4))
  const hard = fields
    .replace(/^title:.*$/m, `title: ${'W'.repeat(TITLE_LENGTH.most)}`)
    .replace(/^summary:.*$/m, `summary: ${'M'.repeat(SUMMARY_LENGTH.most)}`)
    .replace(/^( {2}name:) (?!.*\blatitude).*$/gm, `$1 ${'Ö'.repeat(80)}`)
  expect(hard).toMatch(/W{80}[^]*M{200}[^]*Ö{80}/)
  await writeFile(file, `${hard}\n---\n\n${BODY}\n`)
}

async function turn(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  const fields = text
    .slice(0, text.indexOf('\n---\n', 4))
    .replace(/^title:.*$/m, `title: ${HEBREW.title}`)
    .replace(/^summary:.*$/m, `summary: ${HEBREW.summary}`)
    .replace(/^( {2}name:).*$/gm, `$1 ${HEBREW.name}`)
  await writeFile(file, `${fields}\n---\n\n${HEBREW.body}\n`)
}

async function open(path: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
  await page.goto(host.url + path)
  return page
}

describe.each([320, 390, 1280])('one word as long as a text may be, at %i px', (width) => {
  test.each([LIST, `${LIST}${ID}/`, `${LIST}${ID}/poster/`, LIST.replace('proposals', 'vote')])(
    'makes no page wider: %s',
    async (path) => {
      const page = await open(path, width)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      expect(await overflow(page)).toBe(0)
      await page.context().close()
    },
  )

  test('leaves the card and its button whole', async () => {
    const page = await open(LIST, width)
    const card = page.locator('.card', { has: page.locator(`[data-choose="${ID}"]`) })
    const button = card.locator(`[data-choose="${ID}"]`)
    const [around, inside] = await Promise.all([card.boundingBox(), button.boundingBox()])
    if (around === null || inside === null) throw new Error('not on the page')
    expect(inside.x + inside.width).toBeLessThanOrEqual(around.x + around.width)
    await button.click()
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
    await page.context().close()
  })
})

describe('a text that is written from the right', () => {
  /** The direction of the innermost element that holds each of the words. */
  const directions = (page: Page, words: readonly string[]) =>
    page.evaluate((words) => {
      const all = [...document.querySelectorAll('main *')]
      const holding = (text: string) => (each: Element) =>
        each.checkVisibility() && each.textContent.includes(text)
      return words.map((text) => {
        const found = all.findLast(holding(text))
        return found && getComputedStyle(found).direction
      })
    }, words)

  test.each([
    [LIST, [HEBREW.title, HEBREW.summary]],
    [`${LIST}${FROM_THE_RIGHT}/`, [HEBREW.title, HEBREW.summary, HEBREW.name]],
    [`${LIST}${FROM_THE_RIGHT}/poster/`, [HEBREW.title, HEBREW.summary]],
    [LIST.replace('proposals', 'vote'), [HEBREW.title, HEBREW.summary]],
  ])('runs from the right, and the page about it from the left: %s', async (path, words) => {
    const page = await open(path, 390)
    expect(await directions(page, words)).toEqual(words.map(() => 'rtl'))
    const around = await page.evaluate(() => getComputedStyle(document.body).direction)
    expect(around).toBe('ltr')
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })

  test('leaves each part of it to its own letters', async () => {
    const page = await open(`${LIST}${FROM_THE_RIGHT}/`, 390)
    const sides = await page.evaluate(() =>
      [...document.querySelectorAll('.prose :is(p, li)')].slice(0, 4).map((part) => {
        const line = document.createRange()
        line.selectNodeContents(part)
        const [text, box] = [line.getBoundingClientRect(), part.getBoundingClientRect()]
        return text.left - box.left < box.right - text.right ? 'left' : 'right'
      }),
    )
    expect(sides).toEqual(['right', 'left', 'right', 'left'])
    await page.context().close()
  })
})
