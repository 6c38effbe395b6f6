/**
 * The desk's room of rounds in a real browser: a round from each template, a copy, an edit, two clerks at once.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: what is told is held against the
 * repository, and every round that the desk makes is one that the site is built from.
 */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '../../src/adapters/content/read-content.ts'
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
import { OPEN_ROUND, openVoting, startSite, type RunningSite } from '../support/running-site.ts'

const TITLE = 'Tranebro Decides 2026'

let site: RunningSite
let browser: Browser
let ida: DeskPerson
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  ida = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida' })
  ;({ page } = ida)
  page.on('dialog', (dialog) => void dialog.accept())
}, 180_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const file = (round: string) => join(site.contentDir, 'rounds', round, 'round.md')
const textOf = (round = OPEN_ROUND) => readFile(file(round), 'utf8')
const done = (on = page) => on.locator('[data-done]:not(:empty)').innerText()
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: site.contentDir }).toString().trim()
const commits = () => Number(git('rev-list', '--count', 'HEAD'))
const field = (name: string, on = page) => on.locator(`[data-field="${name}"]`)
const rows = (list: string, on = page) => on.locator(`[data-rows="${list}"] [data-row]`)
const step = (name: string, on = page) =>
  rows('phases', on).filter({ has: on.locator(`option[value="${name}"]:checked`) })
const listed = async (name: string, on = page) =>
  (await on.locator(`[data-list="${name}"] > li`).allInnerTexts()).map((text) =>
    text.replace(/\u00a0/g, ' ').trim(),
  )

async function enter(on = ida): Promise<void> {
  await on.go('rounds/')
  const leave = on.page.getByRole('button', { name: 'Throw it away' })
  if (await leave.isVisible()) await press(leave, on.page)
}

async function press(button: Locator, on = page): Promise<void> {
  await button.click()
  await deskReady(on)
}

const edit = (title = TITLE, on = page) =>
  press(on.getByRole('button', { name: `Edit ${title}` }), on)
const preview = (on = page) => press(on.getByRole('button', { name: 'See what will change' }), on)
const publish = (on = page) => press(on.getByRole('button', { name: 'Publish', exact: true }), on)

async function begin(from: string, title: string): Promise<void> {
  await enter()
  await page.locator('#round-begin').selectOption(from)
  await page.locator('#new-title').fill(title)
  if (from.startsWith('copy:')) await page.locator('#new-year').fill('2028')
  else await page.locator('#new-start').fill('2028-03-06')
  await press(page.getByRole('button', { name: 'Fill in the form' }))
}

describe('a new round', () => {
  test('from one budget says what its choices lead to, and how residents will read it', async () => {
    await begin('one-budget', 'We Decide 2028')
    expect(await listed('about-rule')).toEqual([])
    await preview()
    await expect
      .poll(() => listed('faults'))
      .toEqual(['Money of the whole round: This is missing.'])
    await page.locator('[data-list="faults"] a').click()
    expect(
      await field('budget')
        .locator('input')
        .evaluate((each) => each === document.activeElement),
    ).toBe(true)
    await expect.poll(() => field('budget').innerText()).toContain('This is missing.')
    await field('budget').locator('input').fill('90,000')
    await expect
      .poll(() => listed('about-rule'))
      .toContain(
        'With this rule one proposal can take everything, because no limit on its cost is lower than the money.',
      )
    await field('proposalCost.max').locator('input').fill('15000')
    await expect
      .poll(async () => (await listed('about-rule')).join())
      .toContain('At least 6 proposals')
    await expect
      .poll(() => step('voting').locator('[data-weekday]').allInnerTexts())
      .toEqual(['Monday 22 May 2028', 'Sunday 11 June 2028'])
    expect(await axeViolations(page)).toEqual([])
    await preview()
    await page.getByText('This round is new.').waitFor()
    expect(await listed('timeline')).toHaveLength(7)
    const before = commits()
    await publish()
    expect(await done()).toBe(
      `Published in 1 commit. The site is being built; in a few minutes it stands at ${site.url}/en/rounds/we-decide-2028/.`,
    )
    expect(commits()).toBe(before + 1)
    expect(await textOf('we-decide-2028')).toContain('budget: 90000\n')
    const first = page.locator('[data-list="rounds"] > li').first()
    await expect.poll(() => first.innerText()).toContain('Published, but not built yet.')
    await press(first.getByRole('button', { name: 'Edit We Decide 2028' }))
    await expect.poll(() => field('budget').locator('input').inputValue()).toBe('90000')
  })

  test('from areas with their own money, and of one day in a hall', async () => {
    await begin('areas', 'Areas Decide 2028')
    for (const [index, money] of ['30000', '20000.50'].entries())
      await rows('areas').nth(index).locator('[data-path="budget"] input').fill(money)
    await rows('areas').nth(1).locator('[data-path="eligible"] input').fill('40')
    await expect
      .poll(() => listed('about-money'))
      .toContain(
        'Only 40 may vote in South. That is fewer than 50, so its ballots stay unpublished and only sums are shown.',
      )
    await preview()
    await publish()
    await begin('one-day', 'One Day 2028')
    await field('budget').locator('input').fill('5000')
    await preview()
    expect(await listed('consequences')).toContain('Days of voting: 1.')
    await publish()
    expect(await done()).toContain('one-day-2028')
  })

  test('as a copy of another one, by whole weeks', async () => {
    await begin(`copy:${OPEN_ROUND}`, 'Tranebro Decides 2028')
    const vote = step('voting').locator('[data-weekday]')
    const days = (await vote.allInnerTexts()).map((day) => day.split(' ')[0])
    await preview()
    await publish()
    expect(await done()).toContain('tranebro-decides-2028')
    const { rounds } = await readContent(site.contentDir)
    const of = (id: string) => rounds.find(({ round }) => round.id === id)
    const [old, copy] = [of(OPEN_ROUND), of('tranebro-decides-2028')]
    expect(copy?.round).toMatchObject({
      budget: old?.round.budget,
      rule: old?.round.rule,
      events: [],
    })
    expect(copy?.round.lot).toBeUndefined()
    expect(copy?.round.translations).toMatchObject({
      da: {
        title: 'Tranebro bestemmer 2028',
        voters: old?.round.translations?.da?.voters,
        events: {},
      },
    })
    expect(copy?.proposals).toEqual([])
    const voting = old?.round.phases.find(({ phase }) => phase === 'voting')
    const weekday = (day = '') =>
      new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
        new Date(`${day.slice(0, 10)}T12:00:00Z`),
      )
    expect(days).toEqual([weekday(voting?.from), weekday(voting?.to)])
  })

  test('stands on the site, once it is built', async () => {
    await site.rebuild()
    for (const id of [
      'we-decide-2028',
      'areas-decide-2028',
      'one-day-2028',
      'tranebro-decides-2028',
    ])
      expect((await fetch(`${site.url}/en/rounds/${id}/`)).status, id).toBe(200)
    expect(await (await fetch(`${site.url}/en/rounds/areas-decide-2028/`)).text()).toContain(
      'South',
    )
  }, 180_000)
})

describe('an edited round', () => {
  test('shows the difference first, and leaves what somebody wrote by hand', async () => {
    const before = await textOf()
    await writeFile(
      file(OPEN_ROUND),
      before.replace('budget: 75000', 'budget: 75000 # agreed in May'),
    )
    git('commit', '-qam', 'A note by hand')
    await enter()
    await edit()
    await expect.poll(() => field('title').locator('input').inputValue()).toBe(TITLE)
    await field('summary').locator('textarea').fill('Eighty thousand for neighbours.')
    await field('budget').locator('input').fill('80.5.0')
    await preview()
    expect(await listed('faults')).toEqual([
      'Money of the whole round: Write an amount of money, such as 15000.',
    ])
    await field('budget').locator('input').fill('80,000')
    await rows('events').last().getByRole('button').click()
    await preview()
    expect(await listed('changes')).toEqual([
      expect.stringMatching(
        /^In one or two sentences: 75,000 kr\. .*→ Eighty thousand for neighbours\.$/,
      ),
      'Money of the whole round: 75,000 kr. → 80,000 kr.',
      'Meetings: removed, was Open meeting of the district council',
    ])
    expect(await listed('translations')).toEqual([
      expect.stringContaining('In Danish what is gone is taken out.'),
    ])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
    expect(await axeViolations(page)).toEqual([])
    const count = commits()
    await publish()
    expect(commits()).toBe(count + 1)
    const after = await textOf()
    expect(after).toContain('budget: 80000 # agreed in May\n')
    expect(after).toContain('summary: Eighty thousand for neighbours.\n')
    expect(after).not.toContain('open-meeting')
    expect(await readFile(file(OPEN_ROUND).replace('.md', '.da.md'), 'utf8')).not.toContain(
      'open-meeting',
    )
    await readContent(site.contentDir)
  })

  test('limits what a theme can win, and says so first', async () => {
    await enter()
    await edit()
    const limits = page.locator('[data-rows="rule.caps"]')
    await limits.getByRole('button', { name: 'Add to: Limits for a theme or an area' }).click()
    const theme = rows('rule.caps').locator('select').first()
    await expect
      .poll(async () => (await theme.locator('option').allInnerTexts()).slice(0, 2))
      .toEqual(['every theme', 'Play and movement'])
    await theme.selectOption({ label: 'Play and movement' })
    await preview()
    expect(await listed('faults')).toEqual([
      'Its winners may cost together at most: This is missing.',
    ])
    await rows('rule.caps').locator('[data-path="cost"] input').fill('20,000')
    await rows('themes').first().locator('input').fill('Play')
    await rows('themes').first().locator('input').blur()
    await expect.poll(() => theme.locator('option:checked').innerText()).toBe('Play')
    await preview()
    expect(await listed('changes')).toEqual([
      'Play, Name of the theme: Play and movement → Play',
      'Play, Its winners may cost together at most: new, 20,000 kr.',
    ])
    await publish()
    const { rounds } = await readContent(site.contentDir)
    const changed = rounds.find(({ round }) => round.id === OPEN_ROUND)
    expect(changed?.round.rule.caps).toEqual([{ theme: 'play', cost: 2_000_000 }])
    await edit()
    await rows('rule.caps').getByRole('button').click()
    await rows('themes').first().locator('input').fill('Play and movement')
    await preview()
    expect(await listed('changes')).toEqual([
      'Play and movement, Name of the theme: Play → Play and movement',
      'Limits for a theme or an area: removed, was Play and movement',
    ])
    await publish()
    expect(await textOf()).not.toContain('caps')
  })

  test('keeps what was typed over a reload and without a connection', async () => {
    await enter()
    await edit()
    await field('voters').locator('input').fill('Everyone over nine')
    await rows('themes').first().locator('input').fill('Play, and more')
    await page.waitForTimeout(400)
    await page.reload()
    await deskReady(page)
    await page.getByText('This is what you had typed.').waitFor()
    await expect
      .poll(() => field('voters').locator('input').inputValue())
      .toBe('Everyone over nine')
    await ida.context.setOffline(true)
    await preview()
    await page.getByRole('heading', { name: 'No answer came' }).waitFor()
    await ida.context.setOffline(false)
    await preview()
    expect(await listed('changes')).toEqual([
      expect.stringMatching(/^Who may vote: .* → Everyone over nine$/),
      'Play, and more, Name of the theme: Play and movement → Play, and more',
    ])
    await press(page.getByRole('button', { name: 'Throw it away' }))
    await page.reload()
    await deskReady(page)
    await expect.poll(() => page.locator('#round-form').isVisible()).toBe(false)
  })

  test('tells the second of two clerks, who takes in what the first one changed', async () => {
    const secret = secretOf(await inviteToDesk(ida, 'Bo', 'clerk'))
    const bo = await aDeskPerson(browser, site, { secret })
    bo.page.on('dialog', (dialog) => void dialog.accept())
    await enter()
    await edit()
    await enter(bo)
    await edit(TITLE, bo.page)
    await field('voters').locator('input').fill('Everyone over nine')
    await preview()
    await publish()
    await field('eligible', bo.page).first().locator('input').fill('1300')
    await preview(bo.page)
    await bo.page.getByText('A colleague has changed this round').waitFor()
    await expect
      .poll(() => bo.page.locator('[data-told]').innerText())
      .toContain('This has changed meanwhile')
    await expect
      .poll(() => field('eligible', bo.page).first().locator('input').inputValue())
      .toBe('1300')
    await press(bo.page.getByRole('button', { name: 'Take in the changes' }), bo.page)
    await expect
      .poll(() => field('voters', bo.page).locator('input').inputValue())
      .toBe('Everyone over nine')
    await preview(bo.page)
    expect(await listed('changes', bo.page)).toEqual(['How many may vote: 1240 → 1300'])
    await publish(bo.page)
    const text = await textOf()
    expect(text).toContain('eligible: 1300')
    expect(text).toContain('voters: Everyone over nine')
    await bo.context.close()
  })

  test('stands fast where people vote, once voting was opened', async () => {
    await site.rebuild()
    await openVoting(site.ports, OPEN_ROUND, 3)
    await enter()
    await edit()
    for (const name of ['budget', 'ballot.type', 'rule.method'])
      await expect
        .poll(() => field(name).first().locator('input, select').first().isDisabled(), {
          message: name,
        })
        .toBe(true)
    await expect
      .poll(() => step('voting').locator('input[type="date"]').first().isDisabled())
      .toBe(true)
    await expect
      .poll(() => step('decision').locator('input[type="date"]').first().isDisabled())
      .toBe(false)
    await page.getByText('Voting was opened, so what people vote on stands fast.').waitFor()
    await field('title').locator('input').fill('Tranebro Decides')
    await preview()
    await publish()
    expect(await textOf()).toContain('title: Tranebro Decides\n')
  }, 180_000)
})
