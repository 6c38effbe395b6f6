/**
 * A kiosk of a round in which each area has money and a ballot box of its own, in a real browser.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: what was cast is read from the ballot
 * boxes; one device serves all areas, and each voter begins with the choice of theirs.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitAll } from '../../src/commands/commit-all.ts'
import { copyRound } from '../../src/commands/copy-round.ts'
import { makeLetters } from '../../src/commands/make-letters.ts'
import { parseRoundId, type RoundId } from '../../src/domain/id.ts'
import { printToken } from '../../src/domain/token.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { openRound } from '../../src/service/open-round.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { valueOf } from '../support/paper-ballots.ts'
import { confirmDialogs, goToRoom } from '../support/round-actors.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const ROUND = 'by-area'
const AREAS = [
  { id: 'north', name: 'North of the stream', budget: 40_000 },
  { id: 'south', name: 'South of the stream', budget: 30_000 },
] as const

let site: RunningSite
let browser: Browser
let round: RoundId
/** The device in the hall. */
let page: Page
const letters: Record<string, readonly Letter[]> = {}

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET }, prepare: addAreas }),
    openBrowser(),
  ])
  const id = parseRoundId(ROUND)
  if (id === undefined) throw new Error('the round has no id')
  round = id
  for (const { id: pool } of AREAS) {
    const request = { round, pool, kind: 'live', count: 3, keep: async () => {} } as const
    letters[pool] = valueOf(await makeLetters(site.ports, request))
  }
  valueOf(await openRound(site.ports, round))
  const clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  confirmDialogs(clerk)
  await goToRoom(clerk, 'voting', ROUND)
  await clerk.page.locator('#kiosk-name').fill('The hall')
  await clerk.page.locator('[data-step="kiosk"] button').click()
  await clerk.page.waitForURL(`${site.url}/en/rounds/${ROUND}/kiosk/`)
  page = clerk.page
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function addAreas(contentDir: string): Promise<void> {
  await copyRound(contentDir, {
    ...{ from: OPEN_ROUND, to: ROUND },
    fields: { title: 'Tranebro by area', areas: AREAS, budget: undefined, eligible: undefined },
    proposal: (_, at) => ({ area: AREAS[at % 2]?.id }),
  })
  await commitAll(contentDir, 'A round by area')
}

const seen = () => page.locator('[data-screen]:visible').getAttribute('data-screen')
const recorded = async () => Object.fromEntries((await site.ports.box.counts(round)).recorded)
const code = (area: string, at: number) => letters[area]?.[at]?.token ?? ''
const offered = () =>
  page
    .locator('kiosk-ballot [name="choices"]')
    .evaluateAll((fields) => fields.map((field) => Object(field).value as string))

async function ofArea(area: string): Promise<readonly string[]> {
  const { proposals = [] } = (await site.ports.content.round(ROUND)) ?? {}
  const own = proposals.filter((each) => each.area === area && each.standing === 'ballot')
  return own.map(({ id }) => id).toSorted()
}

/** By the keyboard, as everything here. */
async function chooseArea(name: string): Promise<void> {
  await expect.poll(seen).toBe('start')
  await page.getByRole('link', { name }).press('Enter')
  await expect.poll(seen).toBe('vote')
}

/** A handheld scanner: keys at once, then Enter. */
async function scan(token: string): Promise<void> {
  await page.keyboard.type(token)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#token').inputValue()).toBe(printToken(token as never))
}

async function castFor(id: string): Promise<void> {
  await page.locator(`[value="${id}"]`).focus()
  await page.keyboard.press('Space')
  await page.locator('.meter button').press('Enter')
  await page.locator('[data-part="check"]').waitFor()
  await page.locator('[data-cast] button:visible').first().press('Enter')
}

describe('a kiosk of a round with boxes of areas', () => {
  test('begins with the choice of the area, without a fault and at any width', async () => {
    await expect.poll(seen).toBe('start')
    await expect
      .poll(() => page.locator('.areas a').allInnerTexts())
      .toEqual(AREAS.map(({ name }) => name))
    for (const width of [390, 768, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await axeViolations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
    }
  })

  test('offers the proposals of the area alone, and keeps it in another language', async () => {
    await chooseArea('North of the stream')
    await expect.poll(() => page.locator('.area-of').innerText()).toBe('North of the stream')
    expect((await offered()).toSorted()).toEqual(await ofArea('north'))
    expect(await axeViolations(page)).toEqual([])
    await page.locator('a[hreflang="da"]').press('Enter')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('da')
    expect((await offered()).toSorted()).toEqual(await ofArea('north'))
  })

  test('puts the ballot into the box of the area, and asks the next voter for theirs', async () => {
    const [choice = ''] = await ofArea('north')
    await scan(code('north', 0))
    await castFor(choice)
    await expect.poll(seen).toBe('receipt')
    await page.locator('[data-act="done"]').press('Enter')
    await expect.poll(seen).toBe('start')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await expect.poll(() => page.locator('.areas a').count()).toBe(2)
    expect(await recorded()).toEqual({ 'kiosk:north': 1 })
  })

  test('refuses the code of another area, puts nothing in a box, and takes the right one', async () => {
    await chooseArea('South of the stream')
    const [choice = ''] = await ofArea('south')
    await scan(code('north', 1))
    await castFor(choice)
    await expect
      .poll(() => page.locator('.error-summary').innerText())
      .toContain('Your voting code belongs to another area')
    expect(await recorded()).toEqual({ 'kiosk:north': 1 })
    await page.locator('[data-act="over"]').press('Enter')
    await chooseArea('South of the stream')
    await expect.poll(() => page.locator('#token').inputValue()).toBe('')
    await scan(code('south', 0))
    await castFor(choice)
    await expect.poll(seen).toBe('receipt')
    expect(await recorded()).toEqual({ 'kiosk:north': 1, 'kiosk:south': 1 })
    await page.locator('[data-act="done"]').press('Enter')
  })

  test('keeps a letter that was scanned before its area was chosen', async () => {
    await expect.poll(seen).toBe('start')
    await page.keyboard.type(code('south', 1))
    await page.keyboard.press('Enter')
    const line = () => page.locator('[data-scanned]').innerText()
    await expect.poll(line).toBe('Your code is read. Now choose your area.')
    await page.locator('a[hreflang="da"]').press('Enter')
    await expect.poll(line).toBe('Din kode er læst. Vælg nu dit område.')
    await page.getByRole('link', { name: 'South of the stream' }).press('Enter')
    await expect
      .poll(() => page.locator('#token').inputValue())
      .toBe(printToken(code('south', 1) as never))
    await page.locator('[data-act="over"]').press('Enter')
    await expect.poll(line).toBe('')
    await chooseArea('South of the stream')
    await expect.poll(() => page.locator('#token').inputValue()).toBe('')
    await page.locator('[data-act="over"]').press('Enter')
  })

  test('comes back to the choice of the area when nobody touches it', async () => {
    await page.clock.install()
    await page.reload()
    await expect.poll(seen).toBe('start')
    await page.keyboard.type(code('north', 2))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-scanned]').innerText()).not.toBe('')
    await page.clock.runFor(61_000)
    await expect.poll(() => page.locator('[data-scanned]').innerText()).toBe('')
    await chooseArea('North of the stream')
    await scan(code('north', 2))
    await page.clock.runFor(61_000)
    await expect.poll(seen).toBe('start')
    await expect.poll(() => page.locator('.areas a').count()).toBe(2)
    expect(await page.content()).not.toContain(code('north', 2))
  })
})
