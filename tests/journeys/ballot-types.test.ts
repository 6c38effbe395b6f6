import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSING_GRACE_SECONDS } from '../../src/domain/box-state.ts'
import type { Choices } from '../../src/domain/choices.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { countRound } from '../../src/service/count-round.ts'
import { addBallotRounds, BALLOT_ROUNDS, type BallotRound } from '../support/ballot-rounds.ts'
import { openBrowser } from '../support/browser.ts'
import { axeViolations, overflow, watch } from '../support/page-checks.ts'
import { openVoting, startSite, type RunningSite } from '../support/running-site.ts'

const ROUNDS = Object.keys(BALLOT_ROUNDS) as BallotRound[]

let site: RunningSite
let browser: Browser
const letters = new Map<string, readonly Letter[]>()

beforeAll(async () => {
  const started = startSite({ letters: 0, prepare: addBallotRounds })
  ;[site, browser] = await Promise.all([started, openBrowser()])
  for (const round of ROUNDS) letters.set(round, await openVoting(site.ports, round, 2))
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function openBallot(round: BallotRound, letter: number, script: boolean): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 320, height: 800 },
  })
  const page = await context.newPage()
  const token = letters.get(round)?.[letter]?.token ?? ''
  await page.goto(`${site.url}/en/rounds/${round}/vote/${script ? `#${token}` : ''}`)
  if (!script) await page.locator('#token').fill(token)
  return page
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const radio = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`)

/** How a voter fills in each ballot, and what must then lie in the box. */
const FILLED: Readonly<Record<BallotRound, { fill(page: Page): Promise<void>; choices: unknown }>> =
  {
    'by-crosses': {
      fill: async (page) => {
        for (const id of ['lit-path', 'cargo-bike']) await radio(page, 'choices', id).check()
      },
      choices: ['cargo-bike', 'lit-path'],
    },
    'by-one': {
      fill: (page) => radio(page, 'choices', 'lit-path').check(),
      choices: ['lit-path'],
    },
    'by-rank': {
      fill: async (page) => {
        await field(page, 'rank.lit-path').selectOption('2')
        await field(page, 'rank.cargo-bike').selectOption('3')
        await field(page, 'rank.repair-cafe').selectOption('1')
      },
      choices: ['repair-cafe', 'lit-path', 'cargo-bike'],
    },
    'by-points': {
      fill: async (page) => {
        await field(page, 'points.lit-path').fill('7')
        await field(page, 'points.cargo-bike').fill('3')
      },
      choices: [
        { proposal: 'cargo-bike', points: 3 },
        { proposal: 'lit-path', points: 7 },
      ],
    },
    'by-score': {
      fill: async (page) => {
        await radio(page, 'points.lit-path', '5').check({ force: true })
        await radio(page, 'points.cargo-bike', '2').check({ force: true })
      },
      choices: [
        { proposal: 'cargo-bike', points: 2 },
        { proposal: 'lit-path', points: 5 },
      ],
    },
    'by-wide-score': {
      fill: async (page) => {
        await field(page, 'points.lit-path').fill('10')
        await field(page, 'points.cargo-bike').fill('-4')
      },
      choices: [
        { proposal: 'cargo-bike', points: -4 },
        { proposal: 'lit-path', points: 10 },
      ],
    },
    'by-stance': {
      fill: async (page) => {
        await radio(page, 'stance.lit-path', 'for').check({ force: true })
        await radio(page, 'stance.cargo-bike', 'against').check({ force: true })
      },
      choices: [
        { proposal: 'cargo-bike', stance: 'against' },
        { proposal: 'lit-path', stance: 'for' },
      ],
    },
  }

/** Chooses three proposals and moves them into the same order as without script, by keyboard alone. */
async function rankByKeyboard(page: Page): Promise<void> {
  for (const id of ['lit-path', 'repair-cafe', 'cargo-bike']) {
    await page.locator(`[data-rank-add="${id}"]`).focus()
    await page.keyboard.press('Enter')
  }
  const line = page.locator('[data-order] [data-id="repair-cafe"]')
  await line.locator('[data-rank="earlier"]').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('[data-order-status]').textContent()).toContain('is number 1')
  // It is the first now, so the focus went to the button beside.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(await focused()).toBe('Later: A repair café in the old boiler house')
  await page.keyboard.press('Space')
  expect(await focused()).toBe('Later: A repair café in the old boiler house')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check my ballot' }).click()
  await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
  await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
}

/** What lies in the box, once voting is over. */
async function boxed(round: BallotRound): Promise<readonly Choices[]> {
  const id = v.parse(RoundIdSchema, round)
  const meta = await site.ports.box.meta(id)
  const content = await site.ports.content.round(round)
  if (meta === undefined || content === undefined) throw new Error(`${round} is not open`)
  const counted = await countRound(site.ports, content, meta)
  if (!counted.ok) throw new Error(counted.error.code)
  return counted.value.flatMap(({ ballots }) => ballots.map(({ ballot }) => ballot.choices))
}

describe.each(ROUNDS)('a ballot of %s', (round) => {
  test('goes from the letter to the box with script, on a narrow phone, with nothing to object to', async () => {
    const page = await openBallot(round, 0, true)
    const { errors } = watch(page, site.url)
    if (round === 'by-rank') await rankByKeyboard(page)
    else await FILLED[round].fill(page)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.locator('#token').fill(letters.get(round)?.[0]?.token ?? '')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
    await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('goes the same way without script, also after a second thought', async () => {
    const page = await openBallot(round, 1, false)
    await FILLED[round].fill(page)
    await page.getByRole('button', { name: 'Check my ballot' }).click()
    await page.getByRole('button', { name: 'Change my choices' }).click()
    await send(page)
    await page.context().close()
  })
})

describe('the boxes of all ballot types', () => {
  beforeAll(async () => {
    const ends = await Promise.all(
      ROUNDS.map(
        async (round) => (await site.ports.box.meta(v.parse(RoundIdSchema, round)))?.closesAt ?? 0,
      ),
    )
    const after = Math.max(...ends) + (CLOSING_GRACE_SECONDS + 1) * 1000
    await advanceRounds({ ...site.ports, clock: { now: () => after } })
  })

  test.each(ROUNDS)(
    '%s: hold the same ballot twice, sent with script and without',
    async (round) => {
      expect(await boxed(round)).toEqual([FILLED[round].choices, FILLED[round].choices])
    },
  )
})
