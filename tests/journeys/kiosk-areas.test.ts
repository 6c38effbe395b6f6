/**
 * A round in which each area has money and a ballot box of its own, in a real browser: its codes, and its kiosk.
 *
 * Talks to the built site, the bundled functions and Chromium. Invariant: what was made and what was cast is read
 * from the ballot boxes; one device serves all areas, and each voter begins with the choice of theirs.
 */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitAll } from '../../src/commands/commit-all.ts'
import { copyRound } from '../../src/commands/copy-round.ts'
import { parseLines } from '../../src/domain/csv.ts'
import { parseRoundId, type RoundId } from '../../src/domain/id.ts'
import { printToken, readTyped } from '../../src/domain/token.ts'
import { openRound } from '../../src/service/open-round.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, type DeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { valueOf } from '../support/paper-ballots.ts'
import { codesOnSheets } from '../support/pdf-sheets.ts'
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
let clerk: DeskPerson
/** The clerk's, until it is the device in the hall. */
let page: Page
/** Of the table that a print house gets, by the area of the letter. */
const codes: Record<string, readonly string[]> = {}

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET }, prepare: addAreas }),
    openBrowser(),
  ])
  const id = parseRoundId(ROUND)
  if (id === undefined) throw new Error('the round has no id')
  round = id
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  ;({ page } = clerk)
  confirmDialogs(clerk)
  // Nobody is there to press the button of a print window.
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes')
  })
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

const nameOf = (area: string | undefined) => AREAS.find(({ id }) => id === area)?.name ?? '?'
const seen = () => page.locator('[data-screen]:visible').getAttribute('data-screen')
const recorded = async () => Object.fromEntries((await site.ports.box.counts(round)).recorded)
const issued = async () => Object.fromEntries((await site.ports.box.counts(round)).issued)
const code = (area: string, at: number) => codes[area]?.[at] ?? ''
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

/** Makes what the form says, and answers the rows of the table with codes. */
async function makeCodes(count: number): Promise<readonly (readonly string[])[]> {
  await page.getByRole('button', { name: 'Make the codes' }).click()
  await page.getByRole('heading', { name: `${count} codes are ready` }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the table with codes' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  return parseLines(text.replaceAll(',', ';'))
    .map(({ cells }) => cells)
    .slice(1)
}

async function forgetCodes(): Promise<void> {
  await page.getByRole('button', { name: 'I have printed or saved them' }).click()
  await page.getByRole('heading', { name: 'The codes are forgotten here' }).waitFor()
}

/** What the room says of the codes that are there: letters and reserve of each area. */
async function madeOf(area: string): Promise<readonly string[]> {
  const row = page.locator(`[data-pool-row="${area}"]`)
  return row.locator('[data-fill="live"], [data-fill="reserve"]').allTextContents()
}

const link = (area: string, token: string) =>
  `${site.url}/rounds/${ROUND}/vote/${area}/#${readTyped(token)}`

describe('codes of a round with boxes of areas', () => {
  test('are as many as were ordered of each area, in one order', async () => {
    await clerk.go(`codes/${ROUND}/`)
    await page.locator('[data-made]').waitFor()
    const numbers = { 'live-north': 3, 'reserve-north': 1, 'live-south': 2, 'reserve-south': 0 }
    for (const [field, number] of Object.entries(numbers))
      await page.locator(`#${field}`).fill(String(number))
    const rows = await makeCodes(6)
    // The reserve lies behind all letters.
    expect(rows.map(([, , , area, kind]) => [area, kind])).toEqual([
      ...Array.from({ length: 3 }, () => ['north', '']),
      ...Array.from({ length: 2 }, () => ['south', '']),
      ['north', 'reserve'],
    ])
    expect(await issued()).toEqual({ 'live:north': 3, 'reserve:north': 1, 'live:south': 2 })
    for (const [, token = '', address, area = ''] of rows) expect(address).toBe(link(area, token))
    for (const { id } of AREAS)
      codes[id] = rows.flatMap(([, token = '', , area]) => (area === id ? [readTyped(token)] : []))
    await page.getByRole('button', { name: 'Print sheets 1 to 6' }).click()
    await page.locator('html[data-printed]').waitFor()
    expect(codesOnSheets(await page.pdf({ preferCSSPageSize: true }))).toEqual(
      rows.map(([, , address]) => address),
    )
    await expect
      .poll(() => page.locator('.letter-sheets > .letter').allTextContents())
      .toEqual(rows.map(([, , , area]) => expect.stringMatching(`Your area\\s*${nameOf(area)}`)))
    await forgetCodes()
    await page.getByRole('button', { name: 'Make more codes' }).click()
    await expect.poll(() => madeOf('north')).toEqual(['3', '1'])
    await expect.poll(() => madeOf('south')).toEqual(['2', '0'])
  })

  test('go by the column of a list of addresses, whatever it calls the area', async () => {
    const before = await issued()
    await page.getByLabel('I have a list of addresses').check()
    const paste = page.getByLabel('Or paste the rows of your spreadsheet')
    const listed = (third: string) =>
      [
        ['Name', 'Street', 'Town', 'Area'],
        ['Ada', 'Road 1', 'Tranebro', 'South of the stream'],
        ['Bo', 'Road 2', 'Tranebro', 'NORTH'],
        ['Cy', 'Road 3', 'Tranebro', third],
      ]
        .map((cells) => cells.join('\t'))
        .join('\n')
    await paste.fill(listed('Elsewhere'))
    await expect
      .poll(() => page.locator('[data-list-told]').innerText())
      .toBe('The round has no area “Elsewhere”. It stands in row 4.')
    await paste.fill(listed('south'))
    await page.locator('[data-list-told]').getByText('3 addresses.').waitFor()
    for (const [area, number] of [
      ['north', '1'],
      ['south', '2'],
    ] as const) {
      await expect.poll(() => page.locator(`#live-${area}`).inputValue()).toBe(number)
      await page.locator(`#reserve-${area}`).fill('0')
    }
    const rows = await makeCodes(3)
    expect(rows.map(([, , , area, , person]) => [person, area])).toEqual([
      ['Bo', 'north'],
      ['Ada', 'south'],
      ['Cy', 'south'],
    ])
    for (const [, token = '', address, area = ''] of rows) expect(address).toBe(link(area, token))
    expect(await issued()).toEqual({ ...before, 'live:north': 4, 'live:south': 4 })
    await forgetCodes()
  })
})

describe('a kiosk of a round with boxes of areas', () => {
  beforeAll(async () => {
    valueOf(await openRound(site.ports, round))
    await goToRoom(clerk, 'voting', ROUND)
    await page.locator('#kiosk-name').fill('The hall')
    await page.locator('[data-step="kiosk"] button').click()
    await page.waitForURL(`${site.url}/en/rounds/${ROUND}/kiosk/`)
  })

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
