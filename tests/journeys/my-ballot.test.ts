import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { printToken } from '../../src/domain/token.ts'
import { addBallotRounds } from '../support/ballot-rounds.ts'
import { openBrowser } from '../support/browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 2, prepare: addBallotRounds }),
    openBrowser(),
  ])
})

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

const of = (round: string) => `/en/rounds/${round}/`
const LIST = `${of(OPEN_ROUND)}proposals/`
const VOTE = `${of(OPEN_ROUND)}vote/`

async function openPage(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const bar = (page: Page) => page.locator('my-ballot')
const button = (page: Page, id: string) => page.locator(`[data-choose="${id}"]`)
const box = (page: Page, id: string) => page.locator(`input[name=choices][value="${id}"]`)
const pressed = (page: Page) =>
  page
    .locator('[data-choose][aria-pressed=true]')
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['choose']).toSorted())
const says = (page: Page, text: string | RegExp) =>
  bar(page).getByRole('status').filter({ hasText: text }).waitFor()

describe('choosing on the pages of a round', () => {
  test('is kept over pages and reloads, and is what the vote page shows', async () => {
    const page = await openPage(LIST)
    await expect.poll(() => bar(page).isVisible()).toBe(false)
    await button(page, 'lit-path').click()
    await says(page, '1 on my ballot')
    await says(page, /60,200\skr\. of 75,000\skr\. left/)
    await page.goto(`${site.url}${LIST}repair-cafe/`)
    await page.getByRole('button', { name: 'On my ballot' }).click()
    await says(page, '2 on my ballot')
    await page.reload()
    await says(page, /53,400\skr\. of 75,000\skr\. left/)
    await page.goto(site.url + LIST)
    await expect.poll(() => pressed(page)).toEqual(['lit-path', 'repair-cafe'])
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    await page.getByRole('heading', { name: 'What should be done?' }).waitFor()
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
    await expect.poll(() => box(page, 'repair-cafe').isChecked()).toBe(true)
    await expect.poll(() => page.locator('input[name=choices]:checked').count()).toBe(2)
  })

  test('goes both ways: what the vote page takes back is not chosen here', async () => {
    const page = await openPage(LIST)
    await button(page, 'lit-path').click()
    await button(page, 'repair-cafe').click()
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(true)
    await box(page, 'lit-path').uncheck()
    await page.goBack()
    await expect.poll(() => pressed(page)).toEqual(['repair-cafe'])
    await button(page, 'garden-beds').click()
    await page.goForward()
    await expect.poll(() => box(page, 'garden-beds').isChecked()).toBe(true)
    await expect.poll(() => box(page, 'lit-path').isChecked()).toBe(false)
  })

  test('a press chooses and the next one takes back; too much is said', async () => {
    const page = await openPage(LIST)
    const ids = await page
      .locator('[data-choose]')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['choose'] ?? ''))
    for (const id of ids) await button(page, id).click()
    await says(page, /28,300\skr\. too much/)
    expect(await pressed(page)).toHaveLength(9)
    for (const id of ids) await button(page, id).click()
    await expect.poll(() => bar(page).isVisible()).toBe(false)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('shows what still fits on the ballot', async () => {
    const page = await openPage(LIST)
    for (const id of ['lit-path', 'movement-park', 'hill-benches', 'cargo-bike'])
      await button(page, id).click()
    await says(page, /16,900\skr\. of 75,000/)
    await button(page, 'garden-beds').click()
    await says(page, /3,400\skr\. of 75,000/)
    await page.getByLabel('Cost', { exact: true }).selectOption('left')
    await page.locator('[data-said]', { hasText: '5 of 9 shown' }).waitFor()
    expect(await pressed(page)).toHaveLength(5)
  })

  test('is done by keyboard, on a phone, with nothing for axe to object to', async () => {
    const page = await openPage(`${LIST}?q=choir`, 320)
    await page.locator('[data-said]', { hasText: '1 of 9 shown' }).waitFor()
    await page.locator('[data-cards] a').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await says(page, '1 on my ballot')
    expect(await overflow(page)).toBe(0)
    expect(await axeViolations(page)).toEqual([])
    await expect
      .poll(() => button(page, 'stairwell-choir').getAttribute('aria-pressed'))
      .toBe('true')
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim())
      if (text === 'Go to my ballot') break
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'What should be done?' }).waitFor()
    await expect.poll(() => box(page, 'stairwell-choir').isChecked()).toBe(true)
  })

  test.each([
    ['before', -40],
    ['after', 40],
  ])('is not there %s the time of voting', async (_, days) => {
    const page = await openPage('/favicon.svg')
    await page.clock.setFixedTime(Date.now() + days * 86_400_000)
    for (const path of [LIST, `${LIST}lit-path/`]) {
      await page.goto(site.url + path)
      await page.waitForLoadState('networkidle')
      await expect.poll(() => page.locator('.choose:visible, my-ballot:visible').count()).toBe(0)
    }
  })
})

describe('the next person at the same screen', () => {
  test('finds nothing chosen after a ballot was cast, nor in another tab before', async () => {
    const page = await openPage(LIST)
    await button(page, 'lit-path').click()
    await says(page, '1 on my ballot')
    const [context] = contexts
    const other = await context!.newPage()
    await other.goto(site.url + LIST)
    expect(await pressed(other)).toEqual([])
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    await page.locator('#token').fill(printToken(site.letters[0]!.token))
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
    await page.goto(site.url + LIST)
    await page.waitForLoadState('networkidle')
    expect(await pressed(page)).toEqual([])
    await expect.poll(() => bar(page).isVisible()).toBe(false)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test('cannot change a ballot that waits to be sent again', async () => {
    const page = await openPage(VOTE)
    await page.route('**/api/**', (route) => route.abort('connectionreset'))
    await page.locator('#token').fill(printToken(site.letters[1]!.token))
    await box(page, 'lit-path').check()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await page.getByRole('button', { name: 'Send it again' }).waitFor()
    await page.goto(site.url + LIST)
    await says(page, 'A ballot waits to be sent again.')
    await expect.poll(() => button(page, 'cargo-bike').isDisabled()).toBe(true)
    expect(await pressed(page)).toEqual(['lit-path'])
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    await page.getByRole('button', { name: 'Send it again' }).waitFor()
  })
})

describe('ballots of other types', () => {
  test('one proposal: another one takes its place', async () => {
    const page = await openPage(`${of('by-one')}proposals/`)
    await button(page, 'lit-path').click()
    await button(page, 'repair-cafe').click()
    expect(await pressed(page)).toEqual(['repair-cafe'])
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    await expect.poll(() => box(page, 'repair-cafe').isChecked()).toBe(true)
  })

  test('crosses: as many as the ballot holds', async () => {
    const page = await openPage(`${of('by-crosses')}proposals/`)
    await button(page, 'lit-path').click()
    await says(page, '1 of 5 on my ballot')
    await expect.poll(() => bar(page).getByRole('status').textContent()).not.toContain('kr.')
  })

  test('a ranking: what is chosen comes last, until the order is full', async () => {
    const page = await openPage(`${of('by-rank')}proposals/`)
    for (const id of ['lit-path', 'repair-cafe', 'play-patrol', 'garden-beds'])
      await button(page, id).click()
    await says(page, '3 of 3 on my ballot. Your order is full.')
    await page.getByRole('link', { name: 'Go to my ballot' }).click()
    const ranks = () =>
      Promise.all(
        ['lit-path', 'repair-cafe', 'play-patrol', 'garden-beds'].map((id) =>
          page.locator(`select[name="rank.${id}"]`).inputValue(),
        ),
      )
    await expect.poll(ranks).toEqual(['1', '2', '3', ''])
  })

  test.each(['by-points', 'by-score', 'by-stance'])(
    '%s: a press would not say enough, so there is no button',
    async (round) => {
      const page = await openPage(`${of(round)}proposals/`)
      await expect.poll(() => page.locator('[data-choose], my-ballot').count()).toBe(0)
    },
  )
})
