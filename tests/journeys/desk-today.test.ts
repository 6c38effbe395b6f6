/**
 * The room Today in a real browser: what cannot wait first, and what will stop the vote if nobody looks.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: the hosts are asked at their real
 * addresses; only who answers there is a local GitHub and a server with the numbers of a month.
 */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { copyRound } from '../../src/commands/copy-round.ts'
import { dayNumber, dayOf } from '../../src/domain/calendar-day.ts'
import { FEWEST_NEW_BALLOTS, SHORTEST_INTERVAL_SECONDS } from '../../src/domain/checkpoint.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { openHub } from '../adapters/github-home.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, type DeskPerson } from '../support/desk-browser.ts'
import { castAll } from '../support/ended-voting.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const DAY = 24 * 3_600_000
/** The key to the git host ends in so many days; sixty are soon. */
const KEY_ENDS = new Date(Date.now() + 20 * DAY)
/** Of 500,000 and of 20 that are free: four fifths are nearly all. */
const COMMANDS = 412_345
const DEPLOYS = 17
const SETTINGS = {
  SETUP_SECRET,
  ...{ GITHUB_REPOSITORY: 'council/chest', GITHUB_TOKEN: 'github_pat_for_tests' },
  ...{ UPSTASH_EMAIL: 'clerk@council.example', UPSTASH_API_KEY: 'key', UPSTASH_DATABASE_ID: 'a-1' },
}

let hub: Awaited<ReturnType<typeof openHub>>
let statistics: Server
let site: RunningSite
let browser: Browser
let clerk: DeskPerson
/** What the git host answers nothing to. */
let silentTo: 'nothing' | 'commits' | 'all' = 'nothing'
/** As many as a checkpoint takes. */
const SOME_BALLOTS = Array.from({ length: FEWEST_NEW_BALLOTS }, () => 'lit-path')

beforeAll(async () => {
  const ends = KEY_ENDS.toISOString().slice(0, 19).replace('T', ' ')
  hub = await openHub('', `${ends} UTC`)
  for (let deploys = 1; deploys < DEPLOYS; deploys++) commit(`Deploy ${deploys}`)
  statistics = createServer((_, answer) =>
    answer.end(JSON.stringify({ total_monthly_requests: COMMANDS })),
  ).listen(0, '127.0.0.1')
  await once(statistics, 'listening')
  answerInPlaceOfHosts()
  ;[site, browser] = await Promise.all([
    startSite({ letters: 2 * FEWEST_NEW_BALLOTS, settings: SETTINGS }),
    openBrowser(),
  ])
  await castAll(site, SOME_BALLOTS)
  await advanceRounds(site.ports)
  await addRounds(site.contentDir)
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
  vi.unstubAllGlobals()
  statistics.close()
  await hub.close()
})

function commit(message: string): void {
  const { git } = hub.repository
  const made = git('commit-tree', 'main^{tree}', '-p', 'main', '-m', message)
  git('update-ref', 'refs/heads/main', made)
}

/** The functions run in this process. */
function answerInPlaceOfHosts(): void {
  const ask = globalThis.fetch
  const { port } = statistics.address() as AddressInfo
  vi.stubGlobal('fetch', (input: URL | string, init?: RequestInit) => {
    const { origin, pathname, search } = new URL(input)
    const path = pathname + search
    if (origin === 'https://api.upstash.com') return ask(`http://127.0.0.1:${port}${path}`, init)
    if (origin !== 'https://api.github.com') return ask(input, init)
    const commits = String(init?.body).includes('mutation')
    if (silentTo === 'all' || (silentTo === 'commits' && commits))
      return Promise.reject(new TypeError('no answer'))
    return ask(hub.hub.url + path, init)
  })
}

/** One that should be open and has no codes, and a newer one that is to come. */
async function addRounds(contentDir: string): Promise<void> {
  await copyRound(contentDir, { from: OPEN_ROUND, to: 'late', fields: { title: 'Late round' } })
  const day = (days: number) => dayOf(dayNumber(new Date().toISOString()) + days)
  const phases = [
    { phase: 'submission', from: day(-10), to: day(20) },
    { phase: 'voting', from: day(400), to: day(410) },
  ]
  const fields = { title: 'Next round', phases, events: undefined }
  await copyRound(contentDir, { from: OPEN_ROUND, to: 'next', fields })
}

const round = (title: string) =>
  clerk.page.locator('[data-list="rounds"] > li').filter({ has: heading(title) })
const heading = (title: string) => clerk.page.getByRole('heading', { level: 2, name: title })
const whenOf = async (title: string) =>
  round(title)
    .locator('[data-list="tasks"] > li')
    .evaluateAll((tasks) => tasks.map((task) => (task as HTMLElement).dataset['when']))
const told = (name: string) => clerk.page.locator(`[data-fill="${name}"]`)
const textOf = (name: string) => told(name).innerText()
const isNotice = (name: string) =>
  told(name).evaluate((element) => element.classList.contains('notice'))

describe('Today', () => {
  test('has what cannot wait before what comes soon, and that before what is only to be known', async () => {
    await clerk.go('')
    await expect
      .poll(() => clerk.page.locator('[data-list="rounds"] h2').allInnerTexts())
      .toEqual(['Late round', 'Next round', 'Tranebro Decides 2026', 'Tranebro Decides 2025'])
    await expect.poll(() => whenOf('Late round')).toEqual(['now', 'now', ...Array(3).fill('known')])
    await expect.poll(() => whenOf('Next round')).toEqual(['soon', 'known', 'known'])
    await expect
      .poll(() => whenOf('Tranebro Decides 2026'))
      .toEqual(Array.from({ length: 4 }, () => 'known'))
    await expect.poll(() => whenOf('Tranebro Decides 2025')).toEqual([])
    await expect
      .poll(() => round('Late round').locator('[data-list="tasks"] > li').first().innerText())
      .toMatch(/^Now\nMake voting codes and print them, before .*\nGo to: Voting codes$/)
  })

  test('warns of a key that ends soon, and of plans that are nearly used', async () => {
    const ends = new Intl.DateTimeFormat('en-GB', {
      ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' },
    })
    await expect.poll(() => textOf('key-soon')).toContain(ends.format(KEY_ENDS))
    await expect.poll(() => textOf('key-soon')).toContain('Nobody can publish after that.')
    await expect.poll(() => told('key-ends').isVisible()).toBe(false)
    await expect.poll(() => textOf('plan-host')).toContain(`published about ${DEPLOYS} times`)
    await expect.poll(() => textOf('plan-store')).toContain('about 412,345 are used')
    for (const plan of ['plan-host', 'plan-store'])
      await expect.poll(() => isNotice(plan)).toBe(true)
    expect(await axeViolations(clerk.page)).toEqual([])
    await clerk.page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(clerk.page)).toBe(0)
    await clerk.page.setViewportSize({ width: 1024, height: 768 })
  })

  test('tells of the last checkpoint, and that one waits where nobody can publish it', async () => {
    const last = () =>
      round('Tranebro Decides 2026').locator('[data-fill="checkpoint"]').innerText()
    await expect.poll(last).toMatch(/^The last checkpoint is number 1, .*\. Everyone can see it\.$/)
    const faults: string[] = []
    await castAll(site, SOME_BALLOTS, FEWEST_NEW_BALLOTS)
    silentTo = 'commits'
    await advanceRounds({
      ...site.ports,
      clock: { now: () => Date.now() + SHORTEST_INTERVAL_SECONDS * 1000 },
      log: { event: () => {}, fault: (name) => void faults.push(name) },
    })
    expect(faults).toEqual(['board-behind'])
    silentTo = 'all'
    await clerk.go('')
    await expect.poll(last).toMatch(/^Checkpoint 2 of .* is not public yet\./)
    await expect
      .poll(() => clerk.page.locator('[data-if="not-publishing"]').innerText())
      .toContain('The place where we publish does not answer.')
    await expect.poll(() => told('key-soon').isVisible()).toBe(false)
  })
})
