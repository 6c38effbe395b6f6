/**
 * A desk that never answers, in a real browser: every room tells it, says that it takes long before, and keeps what
 * was typed.
 *
 * Talks to the built site, the bundled functions and Chromium, whose long waits pass fifty times as fast.
 * Invariant: an answer that never came is never taken for a yes.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DESK_ROOMS } from '../../src/site/desk-rooms.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson
let page: Page
/** Actions that were asked and never answered. */
let unanswered: string[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida' })
  ;({ page } = clerk)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.addInitScript(hurry)
}, 180_000)

afterEach(async () => {
  unanswered = []
  await page.unroute('**/api/desk/*')
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** In the page: waits of ten seconds and more are fifty times as short, and how long they were is kept. */
function hurry(): void {
  const short = (ms: number) => (ms >= 10_000 ? ms / 50 : ms)
  const end = AbortSignal.timeout.bind(AbortSignal)
  AbortSignal.timeout = (ms) => {
    document.documentElement.dataset['patience'] = String(ms)
    return end(short(ms))
  }
  const later = window.setTimeout.bind(window)
  Object.assign(window, {
    setTimeout: (work: () => void, ms = 0) => later(work, short(ms)),
  })
}

/** The desk takes these questions in, and answers none of them. */
async function silence(isUnanswered: (action: string) => boolean): Promise<void> {
  await page.route('**/api/desk/*', async (route) => {
    const action = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    if (!isUnanswered(action)) return route.fallback()
    unanswered.push(action)
    await new Promise(() => {})
  })
}

const told = () => page.locator('[data-told]').innerText()
const late = () => page.locator('.late').innerText()
const NOT_KNOWN = 'We do not know whether it was done.'

async function tellsSilence(): Promise<void> {
  await expect.poll(late, { timeout: 10_000 }).toContain('This takes longer than usual.')
  await expect.poll(told, { timeout: 10_000 }).toContain(NOT_KNOWN)
  expect(await late()).toBe('')
  await expect.poll(() => page.locator('[data-busy]').isVisible()).toBe(false)
}

describe('a desk that never answers', () => {
  test.each(DESK_ROOMS.map(({ path }) => path))(
    'is told of by the room “%s”, where nobody knows yet who is there',
    async (path) => {
      await silence(() => true)
      await page.goto(`${site.url}/en/desk/${path}${path === '' ? '' : '/'}`)
      await tellsSilence()
      await expect.poll(() => page.locator('[data-inside]').isVisible()).toBe(false)
      const patience = Number(await page.locator('html').getAttribute('data-patience'))
      expect(patience).toBeGreaterThan(60_000)
    },
  )

  test.each(
    DESK_ROOMS.map(({ path }) => path).filter((path) => !['codes', 'texts', 'me'].includes(path)),
  )('is told of by the room “%s”, where it would be shown what there is', async (path) => {
    await silence((action) => action !== 'show-me')
    await page.goto(`${site.url}/en/desk/${path}${path === '' ? '' : '/'}`)
    // Some rooms ask when a round was chosen.
    await expect
      .poll(async () => {
        const choose = page.locator('[data-step="show"] button[type="submit"]:visible')
        if (unanswered.length === 0 && (await choose.count()) > 0) await choose.first().click()
        return unanswered.length
      })
      .toBeGreaterThan(0)
    await tellsSilence()
  })

  test('is told of at the door', async () => {
    await silence(() => true)
    const { context, page: other, go } = await aStranger()
    await go('sign-in/')
    await other.locator('[data-act="sign-in"]').click()
    await expect
      .poll(() => other.locator('[data-told]').innerText(), { timeout: 10_000 })
      .toContain(NOT_KNOWN)
    await context.close()
  })

  test('is told of after a step, and what was typed stands there still', async () => {
    await clerk.go('people/')
    await page.locator('#invite-name').fill('Bo Lind')
    await silence((action) => action === 'invite-person')
    await page.locator('form:has(#invite-name) button[type="submit"]').click()
    await tellsSilence()
    expect(unanswered).toEqual(['invite-person'])
    await expect.poll(() => page.locator('#invite-name').inputValue()).toBe('Bo Lind')
    await expect.poll(() => page.locator('[data-if="invited"]').isVisible()).toBe(false)
  })

  test('is told of in the room of voting codes, and no code is lost or printed', async () => {
    await silence((action) => action === 'show-codes')
    await page.goto(`${site.url}/en/desk/codes/${OPEN_ROUND}/`)
    await page.getByText('These numbers could not be read.').waitFor()
    await page.unroute('**/api/desk/*')
    await clerk.go(`codes/${OPEN_ROUND}/`)
    await silence((action) => ['draft-codes', 'look-up-letter'].includes(action))
    await page.locator('#live-all').fill('2')
    await page.getByRole('button', { name: 'Make the codes' }).click()
    await expect.poll(late, { timeout: 10_000 }).toContain('This takes longer than usual.')
    await page.getByText('no code can vote yet').waitFor({ timeout: 30_000 })
    await page.getByLabel('Number of the lost letter').fill('K7QF-0042')
    await page.getByRole('button', { name: 'Look whether it has voted' }).click()
    await page.getByText('we do not know whether it was done').waitFor()
    await page.unroute('**/api/desk/*')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: /codes are ready/ }).waitFor()
  })
})

/** Somebody whose desk is as silent, before the door. */
async function aStranger(): Promise<Pick<DeskPerson, 'context' | 'page' | 'go'>> {
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.addInitScript(hurry)
  await other.route('**/api/desk/*', () => new Promise(() => {}))
  const go = async (path: string) => {
    await other.goto(`${site.url}/en/desk/${path}`)
    await deskReady(other)
  }
  return { context, page: other, go }
}
