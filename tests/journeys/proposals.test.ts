import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { axeViolations, overflow, watchShifts } from '../support/page-checks.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite({ letters: 0 }), openBrowser()])
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

const FEW = `/en/rounds/${OPEN_ROUND}/proposals/`

async function openPage(path: string, given: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...given })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const cards = (page: Page) => page.locator('[data-cards] > li')
const titles = (page: Page) => page.locator('[data-cards] h3').allTextContents()
const said = (page: Page, text: string) => page.locator('[data-said]', { hasText: text }).waitFor()
const find = (page: Page) => page.getByLabel('Search', { exact: true })
const query = (page: Page) => new URL(page.url()).search

async function visitOrder(path: string): Promise<string> {
  const page = await openPage(path)
  await expect.poll(() => query(page)).toMatch(/^\?order=[a-z0-9]{4}$/)
  return (await titles(page)).join('|')
}

describe('the order', () => {
  test('is another one for each visitor, and none of it moves once it is seen', async () => {
    const orders = new Set<string>()
    for (let visit = 0; visit < 4; visit++) orders.add(await visitOrder(FEW))
    expect(orders.size).toBeGreaterThan(1)
  })

  test('is shared by a link, survives a reload, and comes back after reading a proposal', async () => {
    const page = await openPage(FEW)
    await expect.poll(() => query(page)).toContain('order=')
    const order = await titles(page)
    const other = await openPage(new URL(page.url()).pathname + query(page), { locale: 'da' })
    await expect.poll(() => titles(other)).toEqual(order)
    await page.reload()
    await expect.poll(() => titles(page)).toEqual(order)
    await cards(page).nth(3).getByRole('link').click()
    await page.locator('article h1').waitFor()
    await page.goBack()
    await expect.poll(() => titles(page)).toEqual(order)
  })

  test('is drawn anew on request, and said so', async () => {
    const page = await openPage(`${FEW}?order=abcd`)
    const before = await titles(page)
    await page.getByRole('button', { name: 'Draw a new order' }).click()
    await said(page, 'A new order is drawn')
    expect(query(page)).not.toContain('abcd')
    expect((await titles(page)).toSorted()).toEqual(before.toSorted())
  })

  test('can be by cost and by title', async () => {
    const page = await openPage(FEW)
    await page.getByLabel('Order').selectOption('cheap')
    await expect.poll(() => query(page)).toBe('?order=cheap')
    const costs = await page.locator('[data-cards] .price').allTextContents()
    const amounts = costs.map((cost) => Number(cost.replaceAll(/\D/g, '')))
    expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    await page.getByLabel('Order').selectOption('title')
    await expect.poll(() => titles(page)).toEqual((await titles(page)).toSorted())
  })

  test.each([
    ['a first visit', FEW, 390],
    ['a first visit', FEW, 1280],
    ['a link to a search', `${FEW}?q=hall`, 1280],
    ['a link to an empty search', `${FEW}?q=zzz`, 390],
    ['a link to one theme', `${FEW}?theme=ways`, 390],
  ])('moves nothing that was seen, at %s: %s, %i px', async (_, path, width) => {
    const page = await openPage('/favicon.svg', { viewport: { width, height: 844 } })
    const shifts = await watchShifts(page)
    await page.goto(site.url + path)
    await page.waitForLoadState('networkidle')
    expect(
      await page.locator('.results').evaluate((part) => getComputedStyle(part).visibility),
    ).toBe('visible')
    expect(await shifts()).toEqual([])
    // The check itself: what is pushed down on purpose is noted.
    await page.evaluate(() => document.querySelector('main')?.prepend(document.createElement('hr')))
    await expect.poll(async () => (await shifts()).length).toBeGreaterThan(0)
  })
})

describe('the search', () => {
  test('needs neither capitals nor marks, and its link shows the same', async () => {
    const page = await openPage(FEW)
    await find(page).fill('REPAIR cafe')
    await said(page, '1 of 9 shown')
    expect(await titles(page)).toEqual(['A repair café in the old boiler house'])
    await expect.poll(() => query(page)).toContain('q=REPAIR+cafe')
    const other = await openPage(FEW + query(page))
    await said(other, '1 of 9 shown')
    await expect.poll(() => find(other).inputValue()).toBe('REPAIR cafe')
    expect(await axeViolations(other)).toEqual([])
  })

  test('stays when the language is switched, and finds what is translated by its words there', async () => {
    const page = await openPage(FEW)
    await find(page).fill('lys')
    await said(page, '0 of 9 shown')
    await page.getByLabel('Order').selectOption('cheap')
    await expect.poll(() => query(page)).toBe('?q=lys&order=cheap')
    await page.locator('.langs summary').click()
    await page.getByRole('link', { name: 'Dansk' }).click()
    await expect.poll(() => titles(page)).toEqual(['Lys på stien til hallen'])
    expect(new URL(page.url()).pathname).toBe(FEW.replace('/en/', '/da/'))
    expect(query(page)).toBe('?q=lys&order=cheap')
    // By keyboard as well, and after the search was changed while the menu stood open.
    await page.locator('.langs summary').press('Enter')
    await page.locator('#find').fill('repair')
    await expect.poll(() => query(page)).toBe('?q=repair&order=cheap')
    await page.getByRole('link', { name: 'Nederlands' }).press('Enter')
    await page.waitForURL(`**${FEW.replace('/en/', '/nl/')}?q=repair&order=cheap`)
  })

  test('goes together with theme and cost, and both stand in the address', async () => {
    const page = await openPage(FEW)
    await page.getByLabel('Theme').selectOption('ways')
    await said(page, '2 of 9 shown')
    await page.getByLabel('Cost', { exact: true }).selectOption({ label: 'Up to 5,000 kr.' })
    await page.getByRole('heading', { name: 'No proposal fits your search' }).waitFor()
    await expect.poll(() => query(page)).toMatch(/theme=ways&cost=0-5000/)
  })

  test('that finds nothing says so, and leads back', async () => {
    const page = await openPage(`${FEW}?q=zzz&view=lines`)
    await page.getByRole('heading', { name: 'No proposal fits your search' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Show all proposals' }).click()
    await said(page, '9 of 9 shown')
    await expect.poll(() => cards(page).count()).toBe(9)
    expect(await find(page).evaluate((field) => field === document.activeElement)).toBe(true)
    expect(query(page)).toBe('?view=lines')
  })

  test('reads an address that somebody made up as no search at all', async () => {
    const page = await openPage(`${FEW}?theme=none&cost=%3Cb%3E&order=%3Cscript%3E&view=x`)
    await expect.poll(() => cards(page).count()).toBe(9)
    await expect.poll(() => page.getByLabel('Theme').inputValue()).toBe('')
  })

  test('finds what was typed before its script and its file were there', async () => {
    const page = await openPage(FEW)
    await page.route(/list-search|proposals\.json/, async (route) => {
      await new Promise((then) => setTimeout(then, 400))
      await route.continue()
    })
    await find(page).pressSequentially('choir')
    await said(page, '1 of 9 shown')
    await expect.poll(() => titles(page)).toEqual(['A choir that sings in stairwells'])
  })

  test('shows a list without pictures, on a phone and in the dark', async () => {
    const given = { colorScheme: 'dark', viewport: { width: 320, height: 700 } } as const
    const page = await openPage(`${FEW}?view=lines`, given)
    await expect.poll(() => page.getByLabel('List').isChecked()).toBe(true)
    await expect.poll(() => page.locator('[data-cards] .picture:visible').count()).toBe(0)
    expect(await overflow(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
  })
})

describe('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 } }
  const unfold = (page: Page) => page.getByRole('button', { name: 'Filter and order' })

  test('the list comes first, and what narrows it down waits behind a button', async () => {
    const page = await openPage(FEW, phone)
    await expect.poll(() => page.getByLabel('Theme').isVisible()).toBe(false)
    await unfold(page).click()
    await page.getByLabel('Theme').selectOption('ways')
    await said(page, '2 of 9 shown')
    expect(await axeViolations(page)).toEqual([])
    await unfold(page).click()
    await expect.poll(() => page.getByLabel('Theme').isVisible()).toBe(false)
  })

  test('a link to one theme shows where the theme was picked', async () => {
    const page = await openPage(`${FEW}?theme=ways`, phone)
    await said(page, '2 of 9 shown')
    await expect.poll(() => page.getByLabel('Theme').inputValue()).toBe('ways')
    await expect.poll(() => page.getByLabel('Theme').isVisible()).toBe(true)
  })
})

describe('by keyboard alone', () => {
  test('a reader finds a proposal and opens it', async () => {
    const page = await openPage(FEW)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await find(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('choir')
    await said(page, '1 of 9 shown')
    for (let presses = 0; presses < 12; presses++) {
      if ((await page.evaluate(() => document.activeElement?.closest('li.card'))) !== null) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'A choir that sings' }).waitFor()
  })
})

describe('without script', () => {
  test('the list stands there in one order, with a page for each theme and no controls', async () => {
    const page = await openPage(FEW, { javaScriptEnabled: false })
    const again = await openPage(FEW, { javaScriptEnabled: false })
    expect(await titles(page)).toEqual(await titles(again))
    await expect.poll(() => cards(page).count()).toBe(9)
    await expect
      .poll(() => page.locator('form:visible, .choose:visible, my-ballot:visible').count())
      .toBe(0)
    await expect.poll(() => page.getByText('The order is drawn by lot').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Paths and benches' }).click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Paths and benches')
    await expect.poll(() => cards(page).count()).toBe(2)
  })
})

describe('a round with a result', () => {
  test('says of each card what became of it, searched or not', async () => {
    const page = await openPage(`/en/rounds/${PAST_ROUND}/proposals/?order=cheap`)
    const outcomes = await page.locator('[data-label]').allTextContents()
    expect(outcomes.map((text) => text.trim()).toSorted()).toContain('Funded')
    await expect.poll(() => page.locator('.choose, my-ballot').count()).toBe(0)
  })
})
