/**
 * What is open now: on each page that says it, at each time of a round, and without script.
 *
 * Talks to the running site, with the clock of the browser moved. Invariant: at any time there is one action to
 * press first, and it is the one whose time it is.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findPeriod, periodsOf, type Period, type PhaseName } from '../../src/domain/phase.ts'
import { openBrowser } from '../support/browser.ts'
import { OPEN_ROUND, PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const MINUTE = 60_000
const PAGES = [
  ['the front page', '/en/'],
  ['the round', `/en/rounds/${OPEN_ROUND}/`],
  ['a proposal', `/en/rounds/${OPEN_ROUND}/proposals/lit-path/`],
] as const

let site: RunningSite
let browser: Browser
let periods: readonly Period[]
let context: BrowserContext | undefined

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite({ letters: 0 }), openBrowser()])
  const content = await site.ports.content.round(OPEN_ROUND)
  const council = await site.ports.content.council()
  periods = periodsOf(content?.round.phases ?? [], council.timeZone)
})

afterEach(() => context?.close())

afterAll(async () => {
  await browser.close()
  await site.close()
})

function period(phase: PhaseName): Period {
  const found = findPeriod(periods, phase)
  if (!found) throw new Error(`the example has no ${phase}`)
  return found
}

async function openPage(path: string, at?: number): Promise<Page> {
  context = await browser.newContext({ javaScriptEnabled: at !== undefined })
  const page = await context.newPage()
  if (at !== undefined) await page.clock.setFixedTime(at)
  await page.goto(site.url + path)
  return page
}

/** The words of the buttons that are filled, which the eye takes first. */
const firstActions = (page: Page) =>
  page.locator('main a.button:visible:not(.quiet)').allInnerTexts()
const badge = (page: Page) => page.locator('main .badge:visible').first().innerText()

describe.each(PAGES)('%s', (_, path) => {
  test.each([
    ['before submission', () => period('submission').startsAt - MINUTE, 'Read the proposals'],
    ['in submission', () => period('submission').startsAt, 'Send in a proposal'],
    ['after submission', () => period('submission').endsAt, 'Read the proposals'],
    ['in voting', () => period('voting').startsAt, 'Vote with your code'],
    ['in its last minute', () => period('voting').endsAt - MINUTE, 'Vote with your code'],
    ['after voting', () => period('voting').endsAt, 'Read the proposals'],
  ])('has one first action %s', async (_name, at, action) => {
    const page = await openPage(path, at())
    await expect.poll(() => firstActions(page)).toEqual([action])
    const words = { vote: 'Voting is open', propose: 'Proposals are welcome until' }
    const isSaid = action.startsWith('Vote') ? words.vote : words.propose
    if (action !== 'Read the proposals') await expect.poll(() => badge(page)).toContain(isSaid)
  })

  test('says the dates without script, with a way to each', async () => {
    const page = await openPage(path)
    await expect.poll(() => badge(page)).toMatch(/^Voting .+ at \d\d:\d\d – .+ at \d\d:\d\d$/)
    const words = await page.locator('main .actions:visible a.button').allInnerTexts()
    expect(words).toEqual(expect.arrayContaining(['Vote with your code', 'Send in a proposal']))
  })
})

test.each([
  ['the list', `/en/rounds/${OPEN_ROUND}/proposals/`],
  ['a result', `/en/rounds/${PAST_ROUND}/result/`],
  ['a round that is over', `/en/rounds/${PAST_ROUND}/`],
  ['a page of the guide', '/en/guide/how-it-works/'],
])('%s reads the same without script as with it, a list in its own order', async (_, path) => {
  const textOf = async (at?: number) => {
    const page = await openPage(path, at)
    const headings = await page.locator('main').locator('h1, h2, h3').allInnerTexts()
    await context?.close()
    return headings.toSorted()
  }
  const plain = await textOf()
  expect(plain.length).toBeGreaterThan(0)
  expect(await textOf(Date.now())).toEqual(plain)
})
