/**
 * The count at the desk in a real browser: from closed boxes to a certified and a corrected result.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: the boxes are sealed and the result is
 * published on the page; only the end of voting is moved into the past in the store, for nobody waits for it here.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { castAll, endVoting } from '../support/ended-voting.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 3, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => void dialog.accept())
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const head = () => site.ports.publisher.head('content')

/** Every letter votes for one proposal, and voting is over. */
async function voteAndEnd(): Promise<void> {
  const content = await site.ports.content.round(OPEN_ROUND)
  await castAll(
    site,
    site.letters.map(() => content?.proposals[0]?.id ?? ''),
  )
  await endVoting(site)
}

async function showRound({ page, go }: DeskPerson): Promise<void> {
  await go('count/')
  await page.locator('#count-round').selectOption(OPEN_ROUND)
  await page.locator('[data-step="show"] button').click()
  await deskReady(page)
}

async function send({ page }: DeskPerson, step: string): Promise<string> {
  await page.locator(`[data-step="${step}"] button`).click()
  await deskReady(page)
  return page.locator('[data-done]').innerText()
}

describe('Count', () => {
  test('shows no outcome before the boxes are sealed, and seals them', async () => {
    await showRound(clerk)
    const { page } = clerk
    await expect.poll(() => page.locator('[data-if="not-sealed"]').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-step="seal"]').isVisible()).toBe(false)
    await voteAndEnd()
    await showRound(clerk)
    await expect.poll(() => page.locator('[data-if="boxes"]').isVisible()).toBe(false)
    expect(await send(clerk, 'seal')).toBe('The boxes are sealed.')
    await expect.poll(() => page.locator('[data-if="agree"]').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-list="rows"] tr').count()).toBe(18)
    await expect.poll(() => page.locator('[data-list="boxes"]').innerText()).toContain('3 ballots')
  })

  test('tells of few ballots nothing by other rules', async () => {
    await send(clerk, 'others')
    await expect
      .poll(() => clerk.page.locator('[data-list="others"] li').allInnerTexts())
      .toEqual(['The whole council: too few ballots to tell, for their secrecy.'])
  })

  test('reads the winners out from the last to the first, and prints nothing else', async () => {
    const { page } = clerk
    const content = await site.ports.content.round(OPEN_ROUND)
    const last = page.locator('[data-list="winners"] li').last()
    await expect.poll(() => last.innerText()).toContain(content?.proposals[0]?.title)
    await expect.poll(() => last.innerText()).toContain('with 3 votes')
    await expect.poll(() => last.innerText()).toMatch(/\skr\.$/)
    const sums = page.locator('.read-out [data-fill="sums"]')
    await expect.poll(() => sums.innerText()).toMatch(/^3 ballots, .* funded\. Turnout: 0\.2% of/)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.read-out').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-list="rows"]').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.site-header').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })

  test('has no fault for those who do not see it, and fits 320 px', async () => {
    expect(await axeViolations(clerk.page)).toEqual([])
    await clerk.page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(clerk.page)).toBe(0)
    await clerk.page.setViewportSize({ width: 1024, height: 768 })
  })

  test('certifies in one commit, which was shown before, and corrects in another', async () => {
    const { page } = clerk
    const before = await head()
    await expect
      .poll(() => page.locator('[data-fill="certify-shown"]').innerText())
      .toMatch(/^Final result, number 1: \d+ files, 1 commit, 1 deploy\.$/)
    expect(await send(clerk, 'certify')).toContain('The result is certified.')
    const certified = await head()
    expect(certified).not.toBe(before)
    expect(await send(clerk, 'correct')).toBe('Write the reason first.')
    expect(await head()).toBe(certified)
    await page.locator('#correct-reason').fill('A cost was written with a comma.')
    expect(await send(clerk, 'correct')).toBe('The correction is published.')
    expect(await head()).not.toBe(certified)
    await expect
      .poll(() => page.locator('[data-fill="published"]').innerText())
      .toBe('Number 2 is published: correction.')
  })
})
