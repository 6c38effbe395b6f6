/**
 * What other rules would have made of the same ballots, in a real browser: after the boxes were sealed.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: what the page says was worked out by hand
 * beforehand, and is no answer of the code.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, type DeskPerson } from '../support/desk-browser.ts'
import { castAll, endVoting } from '../support/ended-voting.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { confirmDialogs, goToRoom, pressStep } from '../support/round-actors.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

/**
 * 75,000 kr., 52 voters. Thirty want dear things, each a little less than the one before; twenty want a choir, and
 * two a café.
 *
 * Most votes first: the five dear things cost 71,600, and neither the choir (4,500) nor the café (6,800) fits.
 * Equal shares, which rise until something does not fit: a share of 225 each pays for the choir, of 500, 1,010.34,
 * 1,524.63 and 2,039.45 each for four dear things, 62,600 in all. The fifth (13,500) would take 2,558.68 each, and
 * the total to 76,100. Of the 12,400 left over the café is bought, for it fits: 69,400.
 * Phragmén’s method buys in the same order, and ends where the fifth does not fit: 62,600.
 */
const DEAR = ['movement-park', 'lit-path', 'hill-benches', 'cargo-bike', 'garden-beds']
const BALLOTS = [
  ...Array.from({ length: 30 }, (_, at) => DEAR.slice(0, 30 - at).join(' ')),
  ...Array.from({ length: 20 }, () => 'stairwell-choir'),
  ...Array.from({ length: 2 }, () => 'repair-cafe'),
]

let site: RunningSite
let browser: Browser
let clerk: DeskPerson

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: BALLOTS.length, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  confirmDialogs(clerk)
  await castAll(site, BALLOTS)
  await endVoting(site)
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

/** Amounts are not broken before their unit. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

describe('With other rules', () => {
  test('has nothing to say before the boxes are sealed', async () => {
    await goToRoom(clerk, 'count', OPEN_ROUND)
    await expect.poll(() => clerk.page.locator('[data-step="others"]').isVisible()).toBe(false)
  })

  test('names what each would have funded, and what only one of them does', async () => {
    const { page } = clerk
    await pressStep(clerk, 'seal')
    await expect
      .poll(async () => plain(await page.locator('[data-list="boxes"]').innerText()))
      .toContain('52 ballots, of which 0 are blank. 71,600 kr. of 75,000 kr. are funded.')
    await pressStep(clerk, 'others')
    const lines = async () =>
      (await page.locator('[data-list="others"] li').allInnerTexts()).map(plain)
    const here = 'Only here: Fourteen growing beds behind Block C.'
    await expect
      .poll(lines)
      .toEqual([
        `equal shares: 69,400 kr. funded. Only there: A repair café in the old boiler house and A choir that sings in stairwells. ${here}`,
        `Phragmén’s method: 62,600 kr. funded. Only there: A choir that sings in stairwells. ${here}`,
      ])
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
  })
})
