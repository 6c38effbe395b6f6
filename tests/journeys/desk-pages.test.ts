/**
 * Every page of the desk and of its kiosks with something on it: what it costs, and whether it can be read.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: the pages are those of
 * `npm run screenshots`, in German, whose words are the longest. The long form (TEST_HEAVY=1) looks at each in both
 * lights.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDeskRounds,
  fillDesk,
  type Held,
  type Visitor,
} from '../../src/commands/desk-example.ts'
import { deskPages, kioskPages, proposePages } from '../../src/commands/desk-page-types.ts'
import { budgetTable, overBudget, type LoadedPage } from '../../src/commands/page-budgets.ts'
import { loadPage } from '../../src/commands/page-load.ts'
import { codesOf, type PageType } from '../../src/commands/page-types.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { deskReady } from '../support/desk-browser.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let held: Readonly<Record<Visitor, Held | undefined>>
let takeCode: () => string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 20, settings: { SETUP_SECRET }, prepare: addDeskRounds }),
    openBrowser(),
  ])
  held = await fillDesk(site, browser, SETUP_SECRET)
  takeCode = codesOf(site.letters)
}, 360_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const PAGES = ([proposePages, kioskPages, deskPages] as const).flatMap((pages) => pages('de'))

/** A page of its own in the browser of whoever looks at it; the caller closes its context. */
async function open(
  { as = 'nobody' }: Pick<PageType, 'as'>,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Page> {
  const state = held[as]
  const context = await browser.newContext({
    ...{ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' },
    ...(state && { storageState: state }),
  })
  return context.newPage()
}

/** On a phone by day, and on a small laptop by night. */
const LOOKS = [
  { light: 'light', width: 320, then: 1024 },
  { light: 'dark', width: 1024, then: 320 },
] as const

describe.each(PAGES.map((type, at) => ({ type, at, name: type.name })))(
  'the page "$name"',
  ({ type, at }) => {
    const looks = IS_HEAVY ? LOOKS : LOOKS.filter((_, look) => look === at % LOOKS.length)
    test.each(looks)(
      'has nothing that axe objects to at $width px, $light, and fits $then px too',
      async ({ light, width, then }) => {
        const page = await open(type, width, light)
        await page.goto(site.url + type.path)
        await type.reach?.(page, takeCode)
        expect(await overflow(page)).toBe(0)
        expect(await axeViolations(page)).toEqual([])
        await page.setViewportSize({ width: then, height: 800 })
        expect(await overflow(page)).toBe(0)
        await page.context().close()
      },
    )
  },
)

describe('the bar of rooms', () => {
  const clerks = { as: 'clerk' } as const
  const atVoting = async (width: number) => {
    const page = await open(clerks, width)
    await page.goto(`${site.url}/de/desk/voting/`)
    await deskReady(page)
    return page
  }
  /** Rooms that are not wholly inside the window. */
  const outside = (page: Page) =>
    page.locator('.site-header nav a').evaluateAll((links) =>
      links
        .filter((link) => {
          const { left, right } = link.getBoundingClientRect()
          return left < 0 || right > window.innerWidth
        })
        .map(({ textContent }) => textContent.trim()),
    )

  test.each([1024, 820, 700])(
    'shows every room at %i px, over a turnout that fits',
    async (width) => {
      const page = await atVoting(width)
      await expect.poll(() => outside(page)).toEqual([])
      await page.locator('[data-step="show"] button').click()
      await deskReady(page)
      const hidden = () =>
        page
          .locator('.scrolls:has([data-list="turnout"])')
          .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      if (width > 800) await expect.poll(hidden).toBe(0)
      await page.context().close()
    },
  )

  test('is pushed along on a phone, with the open room in view', async () => {
    const page = await atVoting(390)
    await expect.poll(async () => (await outside(page)).length).toBeGreaterThan(5)
    expect(await outside(page)).not.toContain('Wahltag')
    await page.context().close()
  })
})

test('each is within its budget, and nothing that was seen moves', async () => {
  const pages: LoadedPage[] = []
  const places = new Map(PAGES.map((type) => [type.path, type]))
  for (const type of places.values()) {
    const page = await open(type, 390)
    pages.push({ name: type.name, load: await loadPage(page, site.url + type.path) })
    await page.context().close()
  }
  expect(pages.flatMap(overBudget), budgetTable(pages)).toEqual([])
})
