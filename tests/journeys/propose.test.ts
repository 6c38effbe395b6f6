import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { approveSubmissions } from '../../src/service/approve-submissions.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import * as v from 'valibot'
import { LANGUAGES } from '../../src/domain/council.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { dictionary } from '../../src/i18n/dictionary.ts'
import { openBrowser } from '../support/browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { fillProposal, takeInProposals } from '../support/proposal-form.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const TITLE = 'A <b>herb</b> garden & more'

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []
const round = v.parse(RoundIdSchema, OPEN_ROUND)

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, prepare: takeInProposals }),
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

async function openPage(path: string, script: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 390, height: 844 },
  })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

const fill = (page: Page) => fillProposal(page, TITLE)

/** Back, as the next person at a shared computer would. */
async function findsNothingBack(page: Page): Promise<void> {
  await page.goBack()
  await page.waitForURL('**/propose/')
  for (const name of ['title', 'contactName', 'contact'])
    await expect.poll(() => page.locator(`main [name=${name}]`).inputValue()).toBe('')
}

describe.each([
  ['with script', true],
  ['without script', false],
])('proposing %s', (_, script) => {
  test('says by field what needs another look, and keeps what was typed', async () => {
    const page = await openPage(`/en/rounds/${OPEN_ROUND}/propose/`, script)
    await fill(page)
    await page.locator('main [name=cost]').fill('20,000')
    await page.locator('main [name=title]').fill('')
    await page.locator('main form button:not([type=button])').last().click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
    await page.locator('.error-summary a').first().click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title')
    if (script) expect(await axeViolations(page)).toEqual([])
    await expect.poll(() => page.locator('main [name=cost]').inputValue()).toBe('20,000')
    await expect
      .poll(() => page.locator('main [name=description]').inputValue())
      .toContain('class 5')
    await expect
      .poll(() => page.locator('main [name=proposerKind][value=group]').isChecked())
      .toBe(true)
    await expect.poll(() => page.locator('main select[name=theme]').inputValue()).toBe('green')
  })

  test('ends with a private link, at which the proposal can be looked at and withdrawn', async () => {
    const page = await openPage(`/en/rounds/${OPEN_ROUND}/propose/`, script)
    await fill(page)
    await page.locator('main form button:not([type=button])').last().click()
    const link = page.locator('[data-fill-href=self]').first()
    await link.waitFor()
    const address = (await link.getAttribute('value')) ?? (await link.getAttribute('href')) ?? ''
    expect(address).toMatch(new RegExp(`^${site.url}/submissions/${OPEN_ROUND}/[A-Za-z0-9_-]{22}$`))
    if (script) await findsNothingBack(page)
    await page.goto(address)
    await expect
      .poll(() => page.locator('main').textContent())
      .toContain('A <b>herb</b> garden & more')
    await expect.poll(() => page.locator('main').textContent()).not.toContain('private@example.org')
    await page.locator('form[action$=withdraw] button').click()
    await page.goto(address)
    await expect.poll(() => page.locator('form[action$=withdraw]').count()).toBe(0)
  })
})

describe.each([
  ['with script', true],
  ['without script', false],
])('a proposal that the council asks to change, %s', (_, script) => {
  test('is changed at its private link, and waits again', async () => {
    const page = await openPage(`/en/rounds/${OPEN_ROUND}/propose/`, script)
    await fill(page)
    await page.locator('main form button:not([type=button])').last().click()
    const link = page.locator('[data-fill-href=self]').first()
    await link.waitFor()
    const address = (await link.getAttribute('href')) ?? ''
    const stored = (await site.ports.inbox.list(round)).findLast((each) => each.state === 'waiting')
    const { id = '' } = stored ?? {}
    const question = 'Who waters the pots in July?\n<b>Please</b> say.'
    const asked = await askChanges(site.ports, { roundId: OPEN_ROUND, id, question })
    expect(asked).toEqual({ ok: true, value: id })

    await page.goto(address)
    await expect.poll(() => page.locator('blockquote').textContent()).toBe(question)
    if (script) expect(await axeViolations(page)).toEqual([])
    await page.getByRole('link', { name: 'Change my proposal' }).click()
    await page.getByRole('heading', { name: 'Change your proposal' }).waitFor()
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toContain('in July?\n<b>Please</b> say.')
    await expect.poll(() => page.locator('main [name=cost]').inputValue()).toBe('4500')
    await expect.poll(() => page.locator('main select[name=theme]').inputValue()).toBe('green')
    expect(await page.content()).not.toContain('private@example.org')
    await expect.poll(() => page.locator('main [name=contact]').count()).toBe(0)

    await page.locator('main [name=summary]').fill('')
    await page.locator('main [name=cost]').fill('3,900')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('.notice').textContent()).toContain('in July?')
    await expect.poll(() => page.locator('main [name=cost]').inputValue()).toBe('3,900')
    if (script) expect(await axeViolations(page)).toEqual([])
    await page.locator('main [name=summary]').fill('Herbs, watered by the caretaker in July.')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('heading', { name: 'Waiting to be read' }).waitFor()
    await expect.poll(() => page.url()).toBe(`${address}?received`)
    expect(await site.ports.inbox.find(round, id)).toMatchObject({
      state: 'waiting',
      submission: { cost: 390_000, contact: 'private@example.org', title: TITLE },
    })
    await page.goto(`${address}/edit`)
    await page.getByRole('heading', { name: 'Waiting to be read' }).waitFor()
    await page.locator('form[action$=withdraw] button').click()
  })
})

describe.each(LANGUAGES)('proposing in %s', (language) => {
  test('has nothing that axe objects to: the form, its faults, and the page of the private link', async () => {
    const page = await openPage(`/${language}/rounds/${OPEN_ROUND}/propose/`, true)
    const isWhole = async () => {
      expect(await axeViolations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language)
    }
    await isWhole()
    await page.setViewportSize({ width: 320, height: 640 })
    const send = page.locator('main form button:not([type=button])').last()
    await send.click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('.error-summary li').count()).toBeGreaterThan(6)
    await isWhole()
    await fill(page)
    await page.locator('main [name=cost]').fill('4500')
    await send.click()
    await page.locator('[data-fill-href=self]').first().waitFor()
    const { submission } = dictionary(language)
    await expect.poll(() => page.locator('main').textContent()).toContain(submission.keepLink)
    await isWhole()
  })
})

test('what is written from the right is typed from the right', async () => {
  const page = await openPage(`/en/rounds/${OPEN_ROUND}/propose/`, true)
  for (const name of ['title', 'summary', 'description', 'proposerName']) {
    const field = page.locator(`main [name=${name}]`)
    const direction = () => field.evaluate((typed) => getComputedStyle(typed).direction)
    expect(await direction()).toBe('ltr')
    await field.fill('בית קפה לתיקונים')
    expect(await direction()).toBe('rtl')
  }
})

describe('an approved proposal', () => {
  test('is on the site after one commit, as text and never as script', async () => {
    const page = await openPage(`/en/rounds/${OPEN_ROUND}/propose/`, false)
    await fill(page)
    await page.locator('main form button').last().click()
    await page.locator('[data-fill-href=self]').first().waitFor()
    const waiting = (await site.ports.inbox.list(round)).filter(({ state }) => state === 'waiting')
    const approved = await approveSubmissions(
      site.ports,
      OPEN_ROUND,
      waiting.map(({ id }) => ({ id })),
    )
    if (!approved.ok) throw new Error(approved.error.code)
    await site.rebuild()
    const id = approved.value.proposals[0]?.proposal
    const shown = await openPage(`/en/rounds/${OPEN_ROUND}/proposals/${id}/`, true)
    await expect
      .poll(() => shown.locator('h1').textContent())
      .toContain('A <b>herb</b> garden & more')
    await expect.poll(() => shown.locator('main script:not([src])').count()).toBe(0)
    await expect
      .poll(() => shown.locator('main strong', { hasText: 'class 5' }).textContent())
      .toBe('class 5')
  })
})
