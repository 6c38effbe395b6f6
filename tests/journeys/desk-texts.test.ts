/**
 * The desk's room of texts in a real browser: a clerk chooses, changes, copies and prints.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: what is copied and what is printed is
 * what stands in the field.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskPerson,
  inviteToDesk,
  joinDesk,
  secretOf,
  signInAgain,
  type DeskPerson,
} from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida' })
  ;({ page } = clerk)
  await clerk.context.grantPermissions(['clipboard-read', 'clipboard-write'])
}, 180_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const shown = (kind: string) => page.locator(`[data-texts]:visible [data-kind="${kind}"]`)
const copied = () => page.evaluate(() => navigator.clipboard.readText())

describe('the room of texts', () => {
  test('leads to the texts of a round, and begins with those that are due', async () => {
    await clerk.go('texts/')
    await page.getByRole('link', { name: 'Tranebro Decides 2025' }).click()
    await page.locator('[data-desk][data-ready]').waitFor()
    await expect.poll(() => page.locator('#texts-moment').inputValue()).toBe('result')
    const press = await shown('press').locator('textarea').inputValue()
    expect(press).toMatch(/^Six proposals get the money/)
    expect(press).toContain('– Twelve apple trees on the school road: ')
    expect(press).toContain(`${site.url}/rounds/${PAST_ROUND}/result/`)
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
  })

  test('copies what was changed, in each language, and keeps it while others are looked at', async () => {
    await clerk.go(`texts/${OPEN_ROUND}/`)
    await page.locator('#texts-moment').selectOption('voting')
    await page.locator('#texts-language').selectOption('da')
    const field = shown('email').locator('textarea')
    await expect
      .poll(() => field.inputValue())
      .toMatch(/^Emne: Jeres forslag er med i afstemningen/)
    await field.fill('Kære alle\nStem nu.')
    await page.locator('#texts-language').selectOption('de')
    await expect
      .poll(() => shown('email').locator('textarea').inputValue())
      .toContain('Liebe Vorschlagende')
    await page.locator('#texts-language').selectOption('da')
    await shown('email').getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => shown('email').getByRole('status').innerText()).toBe('Copied')
    expect((await copied()).replaceAll('\r', '')).toBe('Kære alle\nStem nu.')
    const links = page.locator('a[href*="/poster/"]')
    await expect.poll(() => links.count()).toBe(9)
    await expect.poll(() => page.locator(`a[href$="/desk/codes/${OPEN_ROUND}/"]`).count()).toBe(1)
  })

  test('keeps what was changed over a reload, until it is taken back or somebody signs out', async () => {
    await clerk.go(`texts/${OPEN_ROUND}/`)
    const post = () => shown('post').locator('textarea')
    const restore = () => shown('post').getByRole('button', { name: 'Take back my changes' })
    await page.locator('#texts-moment').selectOption('voting')
    const original = await post().inputValue()
    expect(original).toContain(site.url)
    await expect.poll(() => restore().isVisible()).toBe(false)
    await post().fill('Vote, all of you.')
    await page.reload()
    await page.locator('[data-desk][data-ready]').waitFor()
    await page.locator('#texts-moment').selectOption('voting')
    await expect.poll(() => post().inputValue()).toBe('Vote, all of you.')
    await clerk.go(`texts/${PAST_ROUND}/`)
    await page.locator('#texts-moment').selectOption('voting')
    await expect.poll(() => post().inputValue()).not.toBe('Vote, all of you.')
    await clerk.go(`texts/${OPEN_ROUND}/`)
    await page.locator('#texts-moment').selectOption('voting')
    await restore().click()
    await expect.poll(() => post().inputValue()).toBe(original)
    await expect.poll(() => restore().isVisible()).toBe(false)
    await post().fill('Vote, all of you.')
    await page.locator('[data-sign-out]').click()
    await page.waitForURL('**/en/desk/sign-in/')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Vote')
    await page.locator('[data-act="sign-in"]').click()
    await page.locator('[data-signed-in]:visible').waitFor()
  })

  test('shows nobody what another person changed, however that one left', async () => {
    const secret = secretOf(await inviteToDesk(clerk, 'Bo Lind', 'clerk'))
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
    const post = () => shown('post').locator('textarea')
    const enter = async () => {
      await clerk.go(`texts/${OPEN_ROUND}/`)
      await page.locator('#texts-moment').selectOption('voting')
    }
    await enter()
    await post().fill('Vote, all of you.')
    await clerk.context.clearCookies()
    await page.locator('[data-sign-out]').click()
    await page.waitForURL('**/en/desk/sign-in/')
    expect(await kept()).not.toContain('Vote')

    await signInAgain(clerk)
    await enter()
    await post().fill('Vote, all of you.')
    await clerk.context.clearCookies()
    await signInAgain(clerk)
    await enter()
    await expect.poll(() => post().inputValue()).toBe('Vote, all of you.')

    await clerk.context.clearCookies()
    await joinDesk(clerk, secret)
    expect(await kept()).not.toContain('Vote')
    await enter()
    await expect.poll(() => post().inputValue()).toContain(site.url)
  })

  test('prints a text alone on a sheet', async () => {
    await clerk.go(`texts/${OPEN_ROUND}/`)
    await page.evaluate(() => {
      window.print = () => {}
    })
    await page.locator('#texts-moment').selectOption('last')
    await shown('notice').getByRole('button', { name: 'Print' }).click()
    await page.emulateMedia({ media: 'print' })
    const sheet = await page.locator('body').innerText()
    expect(sheet.trim()).toMatch(/^Voting ends \w+ \d+ \w+ at 20:00\n/)
    expect(sheet).toContain(`${site.url}/rounds/${OPEN_ROUND}/`)
    expect(sheet).not.toMatch(/Sign out|Copy|Press release|Tranebro Decides 2026: /)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'screen' })
  })
})
