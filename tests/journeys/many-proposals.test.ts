/**
 * A round with more proposals than a page can hold, on a phone: its list, with script and without, and its ballot.
 *
 * The short form has 130 proposals, so that there are three pages; the long one (TEST_HEAVY=1) has 5,000, and
 * prints how much is sent and how long the page is busy, on a processor slowed down to a fourth. What is sent has
 * its limits in both.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { onBallot, type Proposal } from '../../src/domain/proposal.ts'
import { WHOLE } from '../../src/domain/id.ts'
import { printToken } from '../../src/domain/token.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { openBrowser } from '../support/browser.ts'
import { busyMeter } from '../support/busy-meter.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { writeManyProposals } from '../support/many-proposals.ts'
import { axeViolations, overflow, watch, watchShifts } from '../support/page-checks.ts'
import { openVoting, startSite, type RunningSite } from '../support/running-site.ts'

const MANY = { id: 'many', count: IS_HEAVY ? 5_000 : 130 }
const LIST = `/en/rounds/${MANY.id}/proposals/`
const VOTE = `/en/rounds/${MANY.id}/vote/`
const PAGES = Math.ceil(MANY.count / 60)
/** The last street party: one in twelve is. */
const PARTY = `number ${MANY.count - ((MANY.count + 1) % 12)}`
const PHONE = { viewport: { width: 390, height: 844 } }

let site: RunningSite
let browser: Browser
let letters: readonly Letter[]
let proposals: readonly Proposal[]
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite({ letters: 0, prepare }), openBrowser()])
  letters = await openVoting(site.ports, MANY.id, 2)
  const content = await site.ports.content.round(MANY.id)
  proposals = content ? onBallot(content.proposals, content.round, WHOLE) : []
}, 1_200_000)

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** In one language, for what is built grows with each. */
async function prepare(contentDir: string): Promise<void> {
  const council = join(contentDir, 'council.md')
  const text = await readFile(council, 'utf8')
  await writeFile(council, text.replace(/^languages:.*$/m, 'languages: [en]'))
  await writeManyProposals(contentDir, MANY)
}

async function openPage(
  path: string,
  given: BrowserContextOptions = {},
  by: Browser = browser,
): Promise<Page> {
  const context = await by.newContext({ ...PHONE, ...given })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const cards = (page: Page) => page.locator('[data-cards] > li')
const titles = (page: Page) => page.locator('[data-cards] h3').allTextContents()
const find = (page: Page) => page.getByLabel('Search', { exact: true })
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).click()
const headed = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const numbered = (count: number) => count.toLocaleString('en')

/** Waits until the list has an order of its own, and shows it. */
async function drawn(page: Page): Promise<void> {
  await expect.poll(() => new URL(page.url()).search).toMatch(/^\?order=[a-z0-9]{4}$/)
  await page.locator('proposal-list:not([data-waiting])').waitFor()
  await expect.poll(() => cards(page).count()).toBe(60)
}

/** Waits until the list says that so many fit. */
async function fit(page: Page, count: number): Promise<void> {
  const all = numbered(MANY.count)
  const said =
    60 < count && count < MANY.count
      ? `${numbered(count)} of ${all} fit, 60 of them shown`
      : `${Math.min(60, count)} of ${all} shown`
  await expect.poll(() => page.locator('[data-said]').textContent()).toContain(said)
}

describe('the list', () => {
  test('begins with others for each visitor, and none of it moves once it is seen', async () => {
    const firsts = new Set<string>()
    for (let visit = 0; visit < 3; visit++) {
      const page = await openPage('/favicon.svg')
      const shifts = await watchShifts(page)
      await page.goto(site.url + LIST)
      await drawn(page)
      firsts.add((await titles(page)).slice(0, 5).join('|'))
      await page.waitForLoadState('networkidle')
      expect(await shifts()).toEqual([])
    }
    expect(firsts.size).toBeGreaterThan(1)
  })

  test('shows sixty at a time, and takes the reader to the next ones', async () => {
    const page = await openPage(LIST)
    const seen = watch(page, site.url)
    await expect.poll(() => cards(page).count()).toBe(60)
    await find(page).fill('the')
    await fit(page, MANY.count)
    await expect.poll(() => page.locator('.pages:visible').count()).toBe(0)
    await press(page, 'Show more')
    await expect.poll(() => page.locator('[data-said]').textContent()).toContain('120 of ')
    const focus = await page.evaluate(() =>
      [...document.querySelectorAll('[data-cards] a')].findIndex(
        (link) => link === document.activeElement,
      ),
    )
    expect(focus).toBe(60)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    expect(seen).toEqual({ elsewhere: [], errors: [] })
  })

  test('is narrowed down by theme, by area and by cost, each and together', async () => {
    const page = await openPage(LIST)
    await press(page, 'Filter and order')
    const [theme, area] = [page.getByLabel('Theme'), page.getByLabel('Area')]
    const cost = page.getByLabel('Cost', { exact: true })
    await theme.selectOption('green')
    await fit(page, proposals.filter((each) => each.theme === 'green').length)
    await theme.selectOption('')
    await area.selectOption('lakeside')
    await fit(page, proposals.filter((each) => each.area === 'lakeside').length)
    await area.selectOption('')
    await cost.selectOption({ label: '5,000 kr. to 10,000 kr.' })
    const costsSo = ({ cost: hundredths }: Proposal) =>
      hundredths >= 500_000 && hundredths <= 1_000_000
    await fit(page, proposals.filter(costsSo).length)
    await theme.selectOption('green')
    await area.selectOption('lakeside')
    const together = proposals.filter(
      (each) => each.theme === 'green' && each.area === 'lakeside' && costsSo(each),
    )
    expect(together.length).toBeGreaterThan(0)
    await fit(page, together.length)
  })

  test('has the order of a link in another browser too, and the same after a reload', async () => {
    const page = await openPage(LIST)
    await press(page, 'Filter and order')
    await press(page, 'Draw a new order')
    await expect.poll(() => new URL(page.url()).search).toMatch(/^\?order=[a-z0-9]{4}$/)
    await press(page, 'Show more')
    await expect.poll(() => cards(page).count()).toBe(120)
    const order = await titles(page)
    const another = await openBrowser()
    try {
      const { pathname, search } = new URL(page.url())
      const other = await openPage(pathname + search, { locale: 'da' }, another)
      await expect.poll(() => titles(other)).toEqual(order.slice(0, 60))
      await press(other, 'Show more')
      await expect.poll(() => titles(other)).toEqual(order)
      await other.reload()
      await expect.poll(() => titles(other)).toEqual(order.slice(0, 60))
      await contexts.pop()?.close()
    } finally {
      await another.close()
    }
  })

  test('asks for its file once the search has the focus, and finds one by its name', async () => {
    const page = await openPage(`${LIST}page/2/`)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const times = () => asked.filter((path) => path === `/en/rounds/${MANY.id}/proposals.json`)
    await page.reload()
    await page.mouse.wheel(0, 5_000)
    await page.waitForLoadState('networkidle')
    expect(times()).toEqual([])
    await find(page).focus()
    await expect.poll(times).toHaveLength(1)
    await find(page).fill(`strassenfest ${PARTY}`)
    await fit(page, 1)
    await expect.poll(() => new URL(page.url()).pathname).toBe(LIST)
    const card = cards(page).first()
    await expect.poll(() => card.locator('.price').textContent()).toMatch(/^\d+,\d00\skr\.$/)
    const title = await card.locator('h3').innerText()
    expect(times()).toHaveLength(1)
    await card.getByRole('link').click()
    await headed(page, title)
  })

  test('moves nothing that was seen, at a link to a search', async () => {
    const page = await openPage('/favicon.svg', { viewport: { width: 1280, height: 844 } })
    const shifts = await watchShifts(page)
    await page.goto(`${site.url}${LIST}?theme=green&order=abcd`)
    await fit(page, proposals.filter((each) => each.theme === 'green').length)
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toEqual([])
  })

  test('says that it does not answer where its file cannot be had, and leaves the page', async () => {
    const page = await openPage(LIST)
    await drawn(page)
    const drawnFirst = await titles(page)
    await page.route('**/proposals.json', (route) => route.abort())
    await page.goto(site.url + LIST)
    await page.locator('proposal-list[data-ready]:not([data-waiting])').waitFor()
    const before = await titles(page)
    expect(before).not.toEqual(drawnFirst)
    await find(page).fill('library')
    const said = page.locator('[data-said]')
    await said.filter({ hasText: 'The search does not answer just now' }).waitFor()
    expect(await titles(page)).toEqual(before)
    await page.unroute('**/proposals.json')
    await find(page).fill(`strassenfest ${PARTY}`)
    await fit(page, 1)
  })

  test('has pages of their own for what cannot be voted on, and for a proposal whose id is 2', async () => {
    const page = await openPage(LIST)
    const off = MANY.count / 25
    await page.getByRole('link', { name: `${Math.floor(off)} more proposals cannot be` }).click()
    await expect.poll(() => cards(page).count()).toBe(Math.min(60, Math.floor(off)))
    await page.goto(`${site.url}${LIST}2/`)
    await expect.poll(() => page.locator('h1').textContent()).toContain('number 1')
  })
})

test('without script plain links lead to every proposal, each of which has its page', async () => {
  const page = await openPage(LIST, { javaScriptEnabled: false })
  const seen = new Set<string>()
  const links = page.locator('[data-cards] h3 a')
  for (let number = 1; number <= PAGES; number++) {
    await expect
      .poll(() => page.locator('.pages span').textContent())
      .toBe(`Page ${number} of ${PAGES}`)
    const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    for (const href of found) seen.add(href ?? '')
    if (number < PAGES) await page.locator('a[rel=next]').click()
  }
  await expect.poll(() => page.locator('a[rel=next]').count()).toBe(0)
  expect(seen.size).toBe(MANY.count)
  const lost: string[] = []
  for (const href of seen) {
    const answer = await fetch(site.url + href, { headers: { 'accept-encoding': 'identity' } })
    const isThere = answer.status === 200 && (await answer.text()).includes('<h1')
    if (!isThere) lost.push(href)
  }
  expect(lost).toEqual([])
  await page.locator('a[rel=prev]').click()
  await expect.poll(() => page.url()).toBe(`${site.url}${LIST}page/${PAGES - 1}/`)
}, 600_000)

describe('the ballot', () => {
  test('has all of them, and leads to each text in a new tab', async () => {
    const page = await openPage(VOTE)
    await expect.poll(() => page.locator('.ballot > li').count()).toBe(MANY.count)
    await expect.poll(() => page.locator('.ballot .prose').count()).toBe(0)
    const links = page.locator('.ballot > li a[target=_blank]')
    await expect.poll(() => links.count()).toBe(MANY.count)
    const last = page.locator('.ballot > li').last()
    const title = (await last.locator('.title').textContent())?.trim() ?? ''
    const opening = page.context().waitForEvent('page')
    await last.getByRole('link').click()
    await headed(await opening, title)
    expect(await overflow(page)).toBe(0)
  })

  test.each([
    ['with script', true],
    ['without script', false],
  ])('brings what was chosen into the box: %s', async (_, script) => {
    const page = await openPage(script ? LIST : VOTE, { javaScriptEnabled: script })
    const chosen = page.locator('.ballot > li').filter({ hasText: PARTY }).first()
    if (script) {
      await find(page).fill(`strassenfest ${PARTY}`)
      await fit(page, 1)
      await page.locator('[data-choose]').click()
      await page.getByRole('link', { name: 'Go to my ballot' }).click()
    } else await chosen.locator('input').check()
    await expect.poll(() => chosen.locator('input').isChecked()).toBe(true)
    await expect.poll(() => page.locator('.ballot input:checked').count()).toBe(1)
    await page.locator('#token').fill(printToken(letters[script ? 0 : 1]!.token))
    await press(page, 'Check my ballot')
    await headed(page, 'Is this your ballot?')
    const lines = page.locator('[data-choice]').filter({ visible: true })
    await expect.poll(() => lines.allInnerTexts()).toHaveLength(1)
    await expect.poll(() => lines.innerText()).toContain(PARTY)
    await press(page, 'Put my ballot in the box')
    await page.locator('[data-fill="receipt"]').first().waitFor()
  })
})

test('costs a phone this much', async () => {
  const page = await openPage('/favicon.svg')
  const { during, lines } = await busyMeter(page, { slowed: 4 })
  const list = await during('the list is opened', () => page.goto(site.url + LIST))
  const file = await during('its file comes, and words are looked for', async () => {
    await find(page).fill('the')
    await fit(page, MANY.count)
  })
  expect(list + file).toBeGreaterThan(10_000)
  expect(list + file).toBeLessThan(32_000 + 15 * MANY.count)
  const picked = await during('a theme is picked', async () => {
    await press(page, 'Filter and order')
    await page.getByLabel('Theme').selectOption('green')
    await fit(page, proposals.filter((each) => each.theme === 'green').length)
  })
  const sorted = await during('all are sorted by title', async () => {
    await page.getByLabel('Theme').selectOption('')
    await page.getByLabel('Order').selectOption('title')
    await fit(page, MANY.count)
  })
  const vote = await during('the vote page is opened', () => page.goto(site.url + VOTE))
  expect(vote).toBeGreaterThan(10_000)
  expect(vote).toBeLessThan(35_000 + 35 * MANY.count)
  const boxes = page.locator('.ballot input')
  const ticked = await during('a proposal is ticked', () => boxes.first().check())
  const another = await during('another one is ticked', () => boxes.nth(1).check())
  await expect.poll(() => page.locator('[data-chosen]').innerText()).toContain('2')
  // What a phone has once, it asks for no more.
  expect({ picked, sorted, ticked, another }).toEqual({
    picked: 0,
    sorted: 0,
    ticked: 0,
    another: 0,
  })
  if (IS_HEAVY) console.log(lines().join('\n'))
})
