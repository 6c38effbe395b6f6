/**
 * Voting day at the desk in a real browser: from the opening to a later end.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: every step is taken on the page, and
 * what it did is read from the ballot box.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { parseRoundId, type RoundId } from '../../src/domain/id.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskPerson,
  deskReady,
  inviteToDesk,
  secretOf,
  type DeskPerson,
} from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson
let round: RoundId

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => void dialog.accept())
  const id = parseRoundId(OPEN_ROUND)
  if (id === undefined) throw new Error('the example has another round')
  round = id
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const state = async () => (await site.ports.box.meta(round))?.state ?? 'draft'

async function showRound({ page, go }: DeskPerson, shown = OPEN_ROUND): Promise<void> {
  await go('voting/')
  await page.locator('#voting-round').selectOption(shown)
  await page.locator('[data-step="show"] button').click()
  await deskReady(page)
}

/** Sends the form of a step, and answers what the page says was done. */
async function send({ page }: DeskPerson, step: string): Promise<string> {
  await page.locator(`[data-step="${step}"] button`).click()
  await deskReady(page)
  return (await page.locator('[data-done]').innerText()).replaceAll('\u00a0', ' ')
}

describe('Voting day', () => {
  test('says of a round whose ballots lie elsewhere that nothing of it is here', async () => {
    await showRound(clerk, PAST_ROUND)
    const { page } = clerk
    await expect
      .poll(() => page.locator('[data-fill="elsewhere"]').innerText())
      .toContain('This store holds no ballots of this round')
    await expect.poll(() => page.locator('[data-fill="stands"]').isVisible()).toBe(false)
    expect(await axeViolations(page)).toEqual([])
  })

  test('says why voting cannot open, and shows what opening does before it is done', async () => {
    await showRound(clerk)
    const { page } = clerk
    await expect
      .poll(() => page.locator('[data-if="not-yet"]').innerText())
      .toContain('There are no voting codes')
    await expect.poll(() => page.locator('[data-step="open"]').isVisible()).toBe(false)
    const letters = { pool: 'all', kind: 'live', count: 3, keep: async () => {} } as const
    expect(await makeLetters(site.ports, { ...letters, round })).toMatchObject({ ok: true })
    await showRound(clerk)
    const shown = () => page.locator('[data-step="open"]').innerText()
    await expect.poll(shown).toContain('and 3 codes')
    await expect.poll(shown).toContain('1 commit in the public record, no deploy')
    expect(await state()).toBe('draft')
    expect(await send(clerk, 'open')).toBe('Voting is opened.')
    expect(await state()).toBe('open')
  })

  test('pauses with a reason only, and resumes', async () => {
    expect(await send(clerk, 'pause')).toBe('Write the reason first.')
    expect(await state()).toBe('open')
    await clerk.page.locator('#pause-reason').fill('The hall has no power.')
    expect(await send(clerk, 'pause')).toBe('Voting is paused.')
    expect(await state()).toBe('paused')
    await expect.poll(() => clerk.page.locator('[data-step="pause"]').isVisible()).toBe(false)
    expect(await send(clerk, 'resume')).toBe('Ballots are let in again.')
    expect(await state()).toBe('open')
  })

  test('moves the end later, and says so where an earlier one was wanted', async () => {
    const before = (await site.ports.box.meta(round))?.closesAt ?? Infinity
    await clerk.page.locator('#new-end').fill('2020-05-17T20:00')
    await send(clerk, 'extend')
    await expect
      .poll(() => clerk.page.locator('[data-told]').innerText())
      .toContain('The new end is not later')
    await clerk.page.locator('#new-end').fill('2099-05-17T20:00')
    await send(clerk, 'extend')
    await expect.poll(() => clerk.page.locator('[data-told]').innerText()).toContain('too far away')
    const later = new Date(before + 7 * 86_400_000)
    const day = later.toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' })
    await clerk.page.locator('#new-end').fill(`${day}T20:00`)
    expect(await send(clerk, 'extend')).toMatch(/^Voting now ends .+ at 20:00\./)
    expect((await site.ports.box.meta(round))?.closesAt).toBeGreaterThan(before)
    await expect.poll(() => clerk.page.locator('[data-if="other-end"]').isVisible()).toBe(true)
    await expect.poll(() => clerk.page.locator('[data-step="close"]').isVisible()).toBe(false)
  })

  test('shows no round but the one that is chosen, also where an answer is still on its way', async () => {
    const { page } = clerk
    const shown = page.locator('[data-if="told"]')
    await expect.poll(() => shown.isVisible()).toBe(true)
    await page.locator('#voting-round').selectOption(PAST_ROUND)
    await expect.poll(() => shown.isVisible()).toBe(false)
    await page.locator('#voting-round').selectOption(OPEN_ROUND)
    let goOn = () => {}
    const held = new Promise<void>((done) => (goOn = done))
    await page.route('**/api/desk/show-voting', async (route) => {
      await held
      await route.continue()
    })
    await page.locator('form[data-step="show"] button').click()
    await page.locator('[data-desk][aria-busy="true"]').waitFor()
    await page.locator('#voting-round').selectOption(PAST_ROUND)
    goOn()
    await deskReady(page)
    await expect.poll(() => shown.isVisible()).toBe(false)
    await page.unroute('**/api/desk/show-voting')
    await page.locator('form[data-step="show"] button').click()
    await expect.poll(() => shown.isVisible()).toBe(true)
    await expect
      .poll(() => page.locator('[data-fill="stands"]').innerText())
      .toMatch(/^Tranebro Decides 2025: /)
    await deskReady(page)
    await page.locator('#voting-round').selectOption(OPEN_ROUND)
    await page.locator('form[data-step="show"] button').click()
    await expect.poll(() => shown.isVisible()).toBe(true)
  })

  test('shows a teller turnout in numbers, and none of the steps', async () => {
    const secret = secretOf(await inviteToDesk(clerk, 'Bo Lind'))
    const teller = await aDeskPerson(browser, site, { secret, language: 'da' })
    await showRound(teller)
    const turnout = async () => {
      const row = await teller.page.locator('[data-list="turnout"] tr').innerText()
      return row.split('\t').map((cell) => cell.trim())
    }
    await expect
      .poll(turnout)
      .toEqual([
        ...['Hele kommunen', expect.any(String), '3', '0', '0', '0', '0', '0', expect.any(String)],
      ])
    await expect.poll(() => teller.page.locator('[data-step="pause"]').isVisible()).toBe(false)
    await teller.page.context().close()
  })

  test('has no fault for those who do not see it, and fits 320 px', async () => {
    await showRound(clerk)
    expect(await axeViolations(clerk.page)).toEqual([])
    await clerk.page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(clerk.page)).toBe(0)
  })
})
