/**
 * Assessments at the desk in a real browser: what departments say, from the form to the proposal's page.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: the clerk reads that a cost changes before
 * it is published, and no cost changes once voting was opened.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, openVoting, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const head = () => site.ports.publisher.head('content')
const preview = () => clerk.page.locator('[data-if="preview"]')
const entries = () => clerk.page.locator('[data-list="entries"] li')

async function press(selector: string): Promise<void> {
  await clerk.page.locator(selector).first().click()
  await deskReady(clerk.page)
}

const look = () => press('form[data-step="post"] [type="submit"]')

const fileOf = (proposal: string) =>
  readFileSync(join(site.contentDir, 'rounds', OPEN_ROUND, 'proposals', `${proposal}.md`), 'utf8')

async function openProposal(proposal: string, least: number): Promise<void> {
  const { page, go } = clerk
  await go('assessments/')
  await page.locator('#assessments-round').selectOption(OPEN_ROUND)
  await press('form[data-step="show"] button')
  await page.locator('#assessments-proposal').selectOption(proposal)
  await expect.poll(() => page.locator('#assessments-proposal').inputValue()).toBe(proposal)
  await expect.poll(() => entries().count()).toBe(least)
}

describe('Assessments', () => {
  test('are found from the room of submissions, and list what departments said', async () => {
    const { page, go } = clerk
    await go('submissions/')
    await page.getByRole('link', { name: 'Assessments' }).click()
    await deskReady(page)
    await openProposal('lit-path', 3)
    const told = (await entries().allInnerTexts()).join().replaceAll('\u00a0', ' ')
    for (const words of ['Roads and parks', 'Legality: Can be done', 'It costs 14,800 kr.'])
      expect(told).toContain(words)
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
  })

  test('tell all that is wrong at once, and keep what was typed through a reload', async () => {
    const { page } = clerk
    await page.locator('#about').selectOption('cost')
    await page.locator('#date').fill('')
    await page.locator('#cost').fill('fifteen')
    await look()
    await expect
      .poll(() => page.locator('.error-summary li').allInnerTexts())
      .toEqual([
        'Name the department, in at least 2 characters.',
        'Write a day that is today or earlier.',
        'Write at least 5 and at most 4,000 characters.',
        'Write an amount such as 9800 or 9800.50, or leave it empty.',
      ])
    expect(await axeViolations(page)).toEqual([])
    await page.locator('#body').fill('The treasurer')
    await page.locator('#date').fill('2026-11-03')
    await page.locator('#reason').fill('Lamps became *dearer*.')
    await page.locator('#cost').fill('15,200.50')
    await page.reload()
    await deskReady(page)
    await expect.poll(() => page.locator('#assessments-proposal').inputValue()).toBe('lit-path')
    await expect.poll(() => page.locator('#reason').inputValue()).toBe('Lamps became *dearer*.')
    await expect.poll(() => page.locator('#cost').isVisible()).toBe(true)
  })

  test('say that the cost changes, within the limits of the round, and change it in the same commit', async () => {
    const { page } = clerk
    const before = await head()
    await look()
    const told = (await preview().innerText()).replaceAll('\u00a0', ' ')
    for (const words of [
      'The treasurer',
      'Instead of 14,800 kr. the proposal then costs 15,200.50 kr., and',
      '1 commit, 1 deploy',
    ])
      expect(told).toContain(words)
    expect(await axeViolations(page)).toEqual([])
    expect(await head()).toBe(before)
    await press('[data-act="publish"]')
    await expect.poll(() => page.locator('#cost-error').innerText()).toContain('at most 15,000')
    await expect
      .poll(async () => [await head(), await preview().isVisible()])
      .toEqual([before, false])
    await page.locator('#cost').fill('14,950.50')
    await look()
    await expect
      .poll(async () => (await preview().innerText()).replaceAll('\u00a0', ' '))
      .toContain('costs 14,950.50 kr., and')
    await press('[data-act="publish"]')
    await expect
      .poll(() => page.locator('[data-done]').innerText())
      .toContain('/proposals/lit-path/')
    expect(await head()).not.toBe(before)
    expect(fileOf('lit-path')).toContain('cost: 14950.5\n')
    await expect.poll(() => entries().count()).toBe(4)
  })

  test('are read on the proposal’s page in each language, once it is deployed', async () => {
    await site.rebuild()
    const { page } = clerk
    const read = async (language: string) => {
      await page.goto(`${site.url}/${language}/rounds/${OPEN_ROUND}/proposals/lit-path/`)
      expect(await axeViolations(page)).toEqual([])
      return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    }
    expect(await read('en')).toContain('It costs 14,950.50 kr. by this answer.')
    const danish = await read('da')
    for (const words of [
      'Pris: Kan lade sig gøre',
      'Lovlighed: Kan lade sig gøre',
      '14.950,50 kr.',
    ])
      expect(danish).toContain(words)
  }, 120_000)

  test('take one back, and change another in its place', async () => {
    const { page } = clerk
    await openProposal('lit-path', 4)
    await entries()
      .first()
      .getByRole('button', { name: /^Take back/ })
      .click()
    const told = (await preview().innerText()).replaceAll('\u00a0', ' ')
    expect(told).toContain('The proposal itself still costs 14,950.50 kr., as before.')
    await press('[data-act="publish"]')
    await expect.poll(() => page.locator('[data-done]').innerText()).toContain('It is taken back')
    await expect.poll(() => entries().count()).toBe(3)
    expect(fileOf('lit-path')).not.toContain('dearer')
    await entries()
      .last()
      .getByRole('button', { name: /^Change/ })
      .click()
    await page.locator('#reason').fill('The pond is protected, the path is not.')
    await look()
    await expect
      .poll(() => preview().locator('[data-fill="was"]').innerText())
      .toContain('The brick pond')
    await press('[data-act="publish"]')
    expect(fileOf('lit-path')).toContain('reason: The pond is protected, the path is not.\n')
  })

  test('leave the cost alone once voting was opened, and say so', async () => {
    const { page } = clerk
    await site.rebuild()
    await openVoting(site.ports, OPEN_ROUND, 1)
    await openProposal('lit-path', 3)
    await page.locator('#about').selectOption('cost')
    await expect.poll(() => page.locator('#cost').isDisabled()).toBe(true)
    await expect.poll(() => page.locator('#cost-hint').innerText()).toContain('Voting was opened')
    await page.locator('#body').fill('The treasurer')
    await page.locator('#reason').fill('Lamps became cheaper again.')
    await look()
    await expect.poll(() => preview().locator('[data-if="follows"]').isVisible()).toBe(false)
    await press('[data-act="publish"]')
    await expect.poll(() => entries().count()).toBe(4)
    expect(fileOf('lit-path')).toContain('cost: 14950.5\n')
  }, 120_000)
})
