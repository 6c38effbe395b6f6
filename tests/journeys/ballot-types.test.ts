import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLOSING_GRACE_SECONDS } from '../../src/domain/box-state.ts'
import type { Choices } from '../../src/domain/choices.ts'
import { LANGUAGES, type Language } from '../../src/domain/council.ts'
import { RoundIdSchema } from '../../src/domain/id.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { dictionary, type Dictionary } from '../../src/i18n/dictionary.ts'
import { advanceRounds } from '../../src/service/advance-rounds.ts'
import { countRound } from '../../src/service/count-round.ts'
import {
  addBallotRounds,
  BALLOT_ROUNDS,
  LONG_TITLE,
  type BallotRound,
} from '../support/ballot-rounds.ts'
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
  for (const round of ROUNDS) letters.set(round, await openVoting(site.ports, round, 4))
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

type Opened = { readonly page: Page; readonly words: Dictionary; readonly code: string }

/** The ballot of a letter, on a narrow phone. */
async function openBallot(
  round: BallotRound,
  letter: number,
  { script = true, language = 'en' }: { script?: boolean; language?: Language } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width: 320, height: 568 },
  })
  const page = await context.newPage()
  const code = letters.get(round)?.[letter]?.token ?? ''
  await page.goto(`${site.url}/${language}/rounds/${round}/vote/${script ? `#${code}` : ''}`)
  if (!script) await page.locator('#token').fill(code)
  return { page, words: dictionary(language), code }
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
    'by-budget': {
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
async function rankByKeyboard({ page, words: { ballot } }: Opened): Promise<void> {
  for (const id of ['lit-path', 'repair-cafe', 'cargo-bike']) {
    await page.locator(`[data-rank-add="${id}"]`).focus()
    await page.keyboard.press('Enter')
  }
  const cafe = 'A repair café in the old boiler house'
  const line = page.locator('[data-order] [data-id="repair-cafe"]')
  await line.locator('[data-rank="earlier"]').focus()
  await page.keyboard.press('Enter')
  expect(await said(page)).toBe(ballot.moved(cafe, 1))
  // It is the first now, so the focus went to the button beside.
  expect(await focused(page)).toBe(ballot.about(ballot.later, cafe))
  await page.keyboard.press('Space')
  expect(await focused(page)).toBe(ballot.about(ballot.later, cafe))
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
}

const said = (page: Page) => page.locator('[data-said]').textContent()
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function received({ page, words }: Opened): Promise<void> {
  await page.getByRole('heading', { name: words.receipt.heading }).waitFor()
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

/** Each language meets every second kind of ballot, with script or without. */
const languageOf = (round: BallotRound, turn: number): Language =>
  LANGUAGES[(ROUNDS.indexOf(round) + turn) % LANGUAGES.length] ?? 'en'

describe.each(ROUNDS)('a ballot of %s', (round) => {
  test('goes from the letter to the box with script, on a narrow phone, with nothing to object to', async () => {
    const opened = await openBallot(round, 0, { language: languageOf(round, 0) })
    const { page, words, code } = opened
    const { errors } = watch(page, site.url)
    if (round === 'by-rank') await rankByKeyboard(opened)
    else await FILLED[round].fill(page)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.reload()
    await press(page, words.vote.check)
    await page.locator('#token').fill(code)
    expect(await axeViolations(page)).toEqual([])
    await press(page, words.vote.check)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await press(page, words.check.cast)
    await received(opened)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('goes the same way without script, also after a second thought', async () => {
    const opened = await openBallot(round, 1, { script: false, language: languageOf(round, 1) })
    const { page, words } = opened
    await FILLED[round].fill(page)
    await press(page, words.vote.check)
    expect(await overflow(page)).toBe(0)
    await press(page, words.check.change)
    await press(page, words.vote.check)
    await press(page, words.check.cast)
    await received(opened)
    await page.context().close()
  })
})

describe('the order of a ranking', () => {
  test('stays where the voter is when a proposal is removed on its own card', async () => {
    const { page, words } = await openBallot('by-rank', 2)
    const button = page.locator('[data-rank-add]').last()
    await button.focus()
    const before = await page.evaluate(() => scrollY)
    await page.keyboard.press('Enter')
    const card = page.locator('.ballot > li').last()
    await expect
      .poll(() => card.locator('[data-rank-place]').textContent())
      .toBe(words.ballot.place(1))
    await page.keyboard.press('Enter')
    await expect.poll(() => card.locator('[data-rank-place]').textContent()).toBe('')
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(before / 2)
    // The second half of a double click does not take it away again.
    await button.dblclick()
    await expect
      .poll(() => card.locator('[data-rank-place]').textContent())
      .toBe(words.ballot.place(1))
    await page.context().close()
  })

  test('says that it is full, and leads on to the next line where one is removed', async () => {
    const { page, words } = await openBallot('by-rank', 2)
    const full = page.locator('[data-order-full]')
    for (const id of ['lit-path', 'repair-cafe', 'cargo-bike']) {
      await expect.poll(() => full.isVisible()).toBe(false)
      await page.locator(`[data-rank-add="${id}"]`).click()
    }
    await expect.poll(() => full.isVisible()).toBe(true)
    expect(await said(page)).toContain(words.ballot.orderFull)
    const out = (id: string) => page.locator(`[data-order] [data-id="${id}"] [data-rank="out"]`)
    await out('repair-cafe').press('Enter')
    expect(await focused(page)).toBe(
      words.ballot.about(words.ballot.takeOut, LONG_TITLE.fields.title),
    )
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
    await page.context().close()
  })
})

describe('what is typed as points', () => {
  test('is refused in a sentence where it is no number, and stays as it was typed', async () => {
    const { page, words, code } = await openBallot('by-points', 2)
    await field(page, 'points.lit-path').fill('5-3')
    await page.reload()
    await expect.poll(() => field(page, 'points.lit-path').inputValue()).toBe('5-3')
    await page.locator('#token').fill(code)
    await press(page, words.vote.check)
    await page.locator('.error-summary').getByText('whole number such as 3').waitFor()
    await expect.poll(() => field(page, 'points.lit-path').inputValue()).toBe('5-3')
    await page.context().close()
  })

  test('is said once more for each press of a button', async () => {
    const { page } = await openBallot('by-wide-score', 2)
    const lessForPath = page.locator('[data-proposal="lit-path"] [data-step="-1"]')
    for (const points of ['−1 point', '−2 points']) {
      await lessForPath.click()
      expect(await said(page)).toBe(`Light on the path to the hall: ${points}`)
    }
    await page.context().close()
  })

  test('is answered in the words of the refusal while it is too much', async () => {
    const { page } = await openBallot('by-points', 2)
    const over = page.locator('[data-over]')
    await field(page, 'points.lit-path').fill('9')
    await over.getByText('from 1 to 8 points').waitFor()
    await field(page, 'points.lit-path').fill('8')
    await expect.poll(() => over.textContent()).toBe('')
    await field(page, 'points.cargo-bike').fill('4')
    await over.getByText('Take 2 away').waitFor()
    const low = await page.locator('.meter').evaluate((meter) => meter.clientHeight)
    expect(low).toBeLessThan(568 / 3)
    await page.context().close()
  })
})

describe('a person at the same screen', () => {
  test('who opens their letter finds nothing of what was chosen before', async () => {
    const { page } = await openBallot('by-points', 2)
    await field(page, 'points.lit-path').fill('6')
    await page.reload()
    await expect.poll(() => field(page, 'points.lit-path').inputValue()).toBe('6')
    await page.goto(`${site.url}/en/rounds/by-points/`)
    await page.goto(`${site.url}/en/rounds/by-points/vote/#${letters.get('by-points')?.[3]?.token}`)
    await expect.poll(() => field(page, 'points.lit-path').inputValue()).toBe('')
    await expect
      .poll(() => page.locator('[data-chosen]').textContent())
      .toBe('0 of 10 points given')
    await page.context().close()
  })

  test('finds “None of them” still ticked after a reload', async () => {
    const { page } = await openBallot('by-one', 2)
    await radio(page, 'choices', '').check()
    await page.reload()
    await expect.poll(() => radio(page, 'choices', '').isChecked()).toBe(true)
    await page.context().close()
  })
})

describe('a ballot that waits', () => {
  const KEPT = 'ballot:by-rank:all'
  const kept = (page: Page) => page.evaluate((key) => sessionStorage.getItem(key), KEPT)

  test('is sent again exactly as it was, though a proposal is gone from the page', async () => {
    const { page, words, code } = await openBallot('by-rank', 3)
    const sent: unknown[] = []
    await page.route('**/api/**', async (route) => {
      sent.push(route.request().postDataJSON())
      await route.abort('connectionreset')
    })
    await rankByKeyboard({ page, words, code })
    await press(page, words.vote.check)
    await press(page, words.check.cast)
    await page.getByRole('button', { name: words.check.again }).waitFor()
    // As after a deploy without it: the page has no field for the proposal any more.
    await page.route('**/vote/', async (route) => {
      const response = await route.fetch()
      const html = (await response.text()).replaceAll('lit-path', 'new-path')
      await route.fulfill({ response, body: html })
    })
    await page.reload()
    const before = await kept(page)
    await page.locator('#token').pressSequentially(code)
    expect(await kept(page)).toBe(before)
    await press(page, words.check.again)
    await expect.poll(() => sent.length).toBe(2)
    expect(sent[1]).toEqual(sent[0])
    expect(sent[0]).toMatchObject({ choices: FILLED['by-rank'].choices })
    await page.context().close()
  })

  test('of points is counted once, and its receipt comes with the second try', async () => {
    const opened = await openBallot('by-points', 2)
    const { page, words, code } = opened
    await FILLED['by-points'].fill(page)
    await press(page, words.vote.check)
    await page.route('**/api/**', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await press(page, words.check.cast)
    await page.getByRole('button', { name: words.check.again }).waitFor()
    await page.unroute('**/api/**')
    await page.reload()
    await page.locator('#token').fill(code)
    await press(page, words.check.again)
    await received(opened)
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

  test.each(ROUNDS)('%s: hold the same ballot however it was sent, each once', async (round) => {
    // One ballot of points arrived whose answer got lost.
    const count = round === 'by-points' ? 3 : 2
    expect(await boxed(round)).toEqual(Array.from({ length: count }, () => FILLED[round].choices))
  })
})
