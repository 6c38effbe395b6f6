/**
 * The desk's room of submissions in a real browser: a clerk reads, edits, asks, merges, rejects and publishes.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: what is told after a step is held
 * against the inbox and the repository.
 */
import { execFileSync } from 'node:child_process'
import type { Browser, Locator, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { SubmissionSchema } from '../../src/domain/submission.ts'
import { keepSubmission } from '../../src/service/keep-submission.ts'
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
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const round = v.parse(RoundIdSchema, OPEN_ROUND)

let site: RunningSite
let browser: Browser
let ida: DeskPerson
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET }, prepare: withoutLot }),
    openBrowser(),
  ])
  for (const title of ['A herb garden', 'Herbs for all', 'A roof pool', 'Something nice'])
    await sendIn(title)
  ida = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida' })
  ;({ page } = ida)
  page.on('dialog', (dialog) => void dialog.accept())
}, 180_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function withoutLot(contentDir: string): Promise<void> {
  const file = join(contentDir, 'rounds', OPEN_ROUND, 'round.md')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^lot:\n(?: {2}.*\n)+/m, ''))
}

async function sendIn(title: string): Promise<void> {
  const content = await site.ports.content.round(OPEN_ROUND)
  if (content === undefined) throw new Error('no round to send in for')
  const submission = v.parse(SubmissionSchema, {
    ...{ title, summary: `${title}: for everyone who lives here.`, cost: '4500.50' },
    description: 'Twelve pots by the kitchen.\nCall 12 34 56 78 and <b>ask</b>.',
    ...{ theme: 'green', proposerKind: 'group', proposerName: 'Class 5', language: 'en' },
    ...{ contactName: 'Somebody Private', contact: 'private@example.org' },
  })
  await keepSubmission(site.ports, content, { submission })
}

async function enter(page = ida.page): Promise<void> {
  await page.goto(`${site.url}/en/desk/submissions/`)
  await deskReady(page)
  await page.locator('#submissions-round').selectOption(OPEN_ROUND)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.locator('[data-list="waiting"] > li').first().waitFor()
  await deskReady(page)
}

const row = (title: string, page = ida.page) =>
  page.locator('[data-list="waiting"] > li').filter({ has: page.locator('h3', { hasText: title }) })
/** Opens a part that is not open already. */
const unfold = (within: Locator, name: string) =>
  within
    .locator('summary', { hasText: name })
    .evaluate((found) => found.closest('details')?.setAttribute('open', ''))
const done = () => ida.page.locator('[data-done]:not(:empty)').innerText()
const states = async () =>
  Object.fromEntries(
    (await site.ports.inbox.list(round)).map(({ state, submission }) => [submission.title, state]),
  )

describe('the room of submissions', () => {
  test('shows what waits, as text, on a screen of any width', async () => {
    await enter()
    await expect.poll(() => page.locator('[data-list="waiting"] > li').count()).toBe(4)
    await expect.poll(() => row('A herb garden').innerText()).toContain('<b>ask</b>')
    await expect.poll(() => row('A herb garden').innerText()).toMatch(/From Class 5.*4,500\.50/)
    await expect
      .poll(() => row('A herb garden').locator('.notice:visible').innerText())
      .toContain('phone number')
    expect(await page.content()).not.toContain('private@example.org')
    await page
      .locator('details')
      .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')))
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
    await row('A herb garden').getByRole('button', { name: 'Show the contact' }).click()
    await page.getByText('Somebody Private: private@example.org').waitFor()
  })

  test('hides a contact again after five minutes, and when the page is left', async () => {
    await enter()
    await page.clock.install()
    const shown = () => row('A herb garden').locator('[data-fill="contact"]').innerText()
    const show = async () => {
      await expect.poll(shown).toBe('')
      await row('A herb garden').getByRole('button', { name: 'Show the contact' }).click()
      await expect.poll(shown).toBe('Somebody Private: private@example.org')
    }
    await show()
    await page.clock.fastForward('04:50')
    expect(await shown()).not.toBe('')
    await page.clock.fastForward('00:11')
    await expect.poll(shown).toBe('')
    await show()
    // As a browser does that keeps the whole page for "back".
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    })
    expect(await page.content()).not.toContain('private@example.org')
    await page.clock.resume()
  })

  test('keeps an edition beside what was sent in, and tells the second of two clerks', async () => {
    await enter()
    const mine = row('A herb garden')
    await unfold(mine, 'Edit for publication')
    await mine.locator('[name="description"]').fill('Twelve pots by the kitchen.')
    await expect.poll(() => mine.locator('[name="cost"]').inputValue()).toBe('4500.50')
    await mine.locator('[name="cost"]').fill('4,000')
    await mine.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    const stored = (await site.ports.inbox.list(round)).find(({ edition }) => edition)
    expect(stored).toMatchObject({ edition: { cost: 400_000 }, submission: { cost: 450_050 } })
    await unfold(row('A herb garden'), 'Edit for publication')
    await expect
      .poll(() => row('A herb garden').locator('[data-fill="sent-description"]').innerText())
      .toContain('12 34 56 78')
    if (stored === undefined) throw new Error('nothing was kept')
    const { submission } = stored
    const text = { submission, edition: undefined }
    await site.ports.inbox.decide(round, stored.id, ['waiting'], { state: 'waiting', text })
    await row('A herb garden').getByRole('button', { name: 'Keep this text' }).click()
    await page.locator('[data-told] h2').waitFor()
    await expect
      .poll(() => page.locator('[data-told]').innerText())
      .toContain('Somebody else changed it')
    await expect
      .poll(() => row('A herb garden').innerText())
      .toMatch(/Call 12 34 56 78 and <b>ask<\/b>/)
  })

  test('loses nothing that was typed to a step on another one, nor to a reload', async () => {
    await sendIn('A bird table')
    await sendIn('A fish tank')
    await enter()
    const [table, tank] = [row('A bird table'), row('A fish tank')]
    const [title, summary, words] = [
      table.locator('[data-form="edit"] [name="title"]'),
      table.locator('[data-form="edit"] [name="summary"]'),
      table.locator('[data-form="ask"] [name="words"]'),
    ]
    await unfold(table, 'Edit for publication')
    await title.fill('A bird table by the school')
    await unfold(table, 'Ask for changes')
    await words.fill('Who cleans it?')
    await table.getByRole('checkbox', { name: 'Choose for' }).check()
    await unfold(tank, 'Reject')
    await tank.getByLabel('The reason').fill('We have one.')
    await tank.getByRole('button', { name: 'Reject with this reason' }).click()
    await expect.poll(done).toBe('It was rejected.')
    await expect.poll(() => title.isVisible()).toBe(true)
    await expect.poll(() => title.inputValue()).toBe('A bird table by the school')
    await expect
      .poll(() => table.getByRole('checkbox', { name: 'Choose for' }).isChecked())
      .toBe(true)
    await page.reload()
    await enter()
    await expect.poll(() => title.isVisible()).toBe(true)
    await expect.poll(() => title.inputValue()).toBe('A bird table by the school')
    await expect.poll(() => words.inputValue()).toBe('Who cleans it?')
    await expect.poll(() => table.getByText('The text was changed after').isVisible()).toBe(false)
    await summary.fill('For the birds of the whole school.')
    await table.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    await expect.poll(() => table.getByText('The text was changed after').isVisible()).toBe(false)
    await expect.poll(() => words.inputValue()).toBe('Who cleans it?')
    await unfold(table, 'Edit for publication')
    const sent = table.locator('[data-form="edit"] blockquote:visible')
    await expect
      .poll(() => sent.allInnerTexts())
      .toEqual(['A bird table', 'A bird table: for everyone who lives here.'])
    await table.getByRole('button', { name: 'Ask the proposer' }).click()
    await expect.poll(done).toBe('It lies with the proposer now.')
  })

  test('writes a change in for somebody who calls, and tells what came of the others', async () => {
    await enter()
    const asked = page.locator('[data-list="asked"] > li').filter({ hasText: 'A bird table' })
    await expect.poll(() => asked.innerText()).toContain('Who cleans it?')
    await expect.poll(() => asked.locator('[name="chosen"]').isVisible()).toBe(false)
    await unfold(asked, 'Edit for publication')
    await asked
      .locator('[data-form="edit"] [name="description"]')
      .fill('The class cleans it, each week.')
    await asked.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    await expect
      .poll(() => row('A bird table').locator('[data-fill="description"]').innerText())
      .toContain('The class cleans it')
    await expect.poll(() => row('A bird table').innerText()).toContain('Green')
    const ended = page.locator('[data-list="others"] > li').filter({ hasText: 'A fish tank' })
    await expect.poll(() => ended.innerText()).toMatch(/rejected[^]*We have one\./)
    await unfold(row('A bird table'), 'Reject')
    await row('A bird table').getByLabel('The reason').fill('It stands there already.')
    await row('A bird table').getByRole('button', { name: 'Reject with this reason' }).click()
    await expect.poll(done).toBe('It was rejected.')
  })

  test('tells the second of two clerks in two browsers, and does only what the first one chose', async () => {
    const bo = await aDeskPerson(browser, site, {
      secret: secretOf(await inviteToDesk(ida, 'Bo', 'clerk')),
    })
    bo.page.on('dialog', (dialog) => void dialog.accept())
    const told = () => bo.page.locator('[data-told]').innerText()
    await sendIn('Two at once')
    await enter()
    await enter(bo.page)
    for (const each of [ida.page, bo.page]) {
      await unfold(row('Two at once', each), 'Edit for publication')
      await row('Two at once', each).locator('[name="title"]').waitFor()
    }
    await row('Two at once').locator('[name="title"]').fill('Two at once, by Ida')
    await row('Two at once', bo.page).locator('[name="title"]').fill('Two at once, by Bo')
    await row('Two at once').getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    await row('Two at once', bo.page).getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(told).toContain('Somebody else changed it')
    for (const load of [async () => {}, () => enter(bo.page)]) {
      await load()
      await expect
        .poll(() => row('Two at once', bo.page).locator('h3').innerText())
        .toBe('Two at once, by Ida')
      await expect
        .poll(() => row('Two at once', bo.page).locator('[name="title"]').inputValue())
        .toBe('Two at once, by Bo')
      await expect
        .poll(() => row('Two at once', bo.page).getByText('The text was changed').isVisible())
        .toBe(true)
    }
    await unfold(row('Two at once'), 'Reject')
    await row('Two at once').getByLabel('The reason').fill('We have one of these.')
    await row('Two at once').getByRole('button', { name: 'Reject with this reason' }).click()
    await expect.poll(done).toBe('It was rejected.')
    const before = commits()
    await row('Two at once', bo.page).getByRole('checkbox', { name: 'Choose for' }).check()
    await bo.page.getByRole('button', { name: 'Publish the chosen ones' }).click()
    await bo.page.locator('[data-told] h2').waitFor()
    await expect.poll(told).toContain('A colleague dealt with this submission just now')
    const ended = bo.page.locator('[data-list="others"] > li').filter({ hasText: 'Two at once' })
    await expect.poll(() => ended.innerText()).toMatch(/not sent:[^]*Two at once, by Bo/)
    await ended.getByRole('button', { name: 'Throw it away' }).click()
    await expect.poll(() => ended.innerText()).not.toContain('by Bo')
    expect(commits()).toBe(before)
    const stored = await site.ports.inbox.list(round)
    const [it] = stored.filter(({ submission }) => submission.title === 'Two at once')
    expect(it).toMatchObject({ state: 'rejected', edition: { title: 'Two at once, by Ida' } })
    await bo.context.close()
  })

  test('speaks to a clerk who enters one for somebody, and not where there is a result', async () => {
    await page.goto(`${site.url}/en/desk/submissions/${OPEN_ROUND}/`)
    await deskReady(page)
    await page.getByText('The person’s own name').click()
    await expect.poll(() => page.getByText('at most 4 MB').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Enter this submission' }).click()
    await expect
      .poll(() => page.locator('.error-summary').innerText())
      .toContain('Consent of this person to show the name: tick the box')
    await expect
      .poll(() => page.locator('.error-summary').innerText())
      .toContain('Name of this person: please fill this in.')
    await page.goto(`${site.url}/en/desk/submissions/tranebro-decides-2025/`)
    await deskReady(page)
    await expect.poll(() => page.locator('main').innerText()).toContain('This round has a result')
    await expect.poll(() => page.locator('form[data-enter]').count()).toBe(0)
  })

  test('asks, rejects, merges, and publishes in one commit', async () => {
    await enter()
    const mine = row('A herb garden')
    await unfold(mine, 'Edit for publication')
    await mine.locator('[name="description"]').fill('Twelve pots by the school kitchen.')
    await mine.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    await unfold(row('Something nice'), 'Ask for changes')
    await row('Something nice').getByRole('button', { name: 'Ask the proposer' }).click()
    await page.getByRole('heading', { name: 'Something is missing' }).waitFor()
    await row('Something nice').getByLabel('What should be changed?').fill('What is it?')
    await row('Something nice').getByRole('button', { name: 'Ask the proposer' }).click()
    await expect.poll(done).toBe('It lies with the proposer now.')
    await unfold(row('A roof pool'), 'Reject')
    await row('A roof pool').getByLabel('The reason').fill('The roof is too weak.')
    await row('A roof pool').getByRole('button', { name: 'Reject with this reason' }).click()
    await expect.poll(done).toBe('It was rejected.')
    await page.getByRole('button', { name: 'Merge the chosen ones' }).click()
    await page.getByRole('heading', { name: 'Nothing is chosen' }).waitFor()
    for (const title of ['A herb garden', 'Herbs for all'])
      await row(title).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Merge the chosen ones' }).click()
    await page.getByText('“A herb garden” goes on for all of them.').waitFor()
    const before = commits()
    await row('A herb garden').getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Publish the chosen ones' }).click()
    await page.getByText('Published in one commit: 1.').waitFor()
    expect(commits()).toBe(before + 1)
    expect(await states()).toEqual({
      'A herb garden': 'published',
      'Herbs for all': 'merged',
      'A roof pool': 'rejected',
      'Something nice': 'changes-asked',
      'Two at once': 'rejected',
      'A bird table': 'rejected',
      'A fish tank': 'rejected',
    })
    await expect.poll(() => page.getByText('Nothing is waiting to be read.').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-list="others"] > li').count()).toBe(6)
    await expect.poll(() => page.locator('[data-list="asked"] > li').count()).toBe(1)
    const ended = (title: string) =>
      page.locator('[data-list="others"] > li').filter({ hasText: title })
    const into = ended('Herbs for all').getByRole('link')
    await expect.poll(() => into.innerText()).toBe('A herb garden')
    await into.click()
    await expect.poll(() => page.locator('li:target b').innerText()).toBe('A herb garden')
    await expect
      .poll(() => page.locator('li:target').getByRole('link').getAttribute('href'))
      .toBe(`/en/rounds/${OPEN_ROUND}/proposals/a-herb-garden/`)
  })
})

function commits(): number {
  const counted = execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: site.contentDir })
  return Number(counted.toString())
}
