/**
 * Paper at the desk in real browsers: from the printed ballot to the count, by two tellers and a third.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: every step is taken on the page, and no
 * page, request, answer or stored row holds a code and a choice; only the end of voting is moved in the store.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { voteLink } from '../../src/domain/addressed-letter.ts'
import { printToken } from '../../src/domain/token.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskPerson,
  deskReady,
  inviteToDesk,
  secretOf,
  type DeskPerson,
} from '../support/desk-browser.ts'
import { databaseOf, endVoting } from '../support/ended-voting.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const SHEETS = 50

let site: RunningSite
let browser: Browser
let clerk: DeskPerson
let tim: DeskPerson
let uma: DeskPerson
/** Every body that was sent to the desk or came from it. */
const bodies: string[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: SHEETS + 1, settings: { SETUP_SECRET }, prepare: choosePaper }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  tim = await invite('Tim')
  uma = await invite('Uma')
  for (const { page } of [clerk, tim, uma]) {
    page.on('dialog', (dialog) => void dialog.accept())
    page.on('request', (request) => bodies.push(request.postData() ?? ''))
    page.on('response', (response) => {
      if (response.url().includes('/api/desk/'))
        void response.text().then((text) => bodies.push(text))
    })
  }
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function choosePaper(contentDir: string): Promise<void> {
  const path = join(contentDir, 'rounds', OPEN_ROUND, 'round.md')
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('\nballot:', '\npaper: true\nballot:'),
  )
}

async function invite(name: string): Promise<DeskPerson> {
  return aDeskPerson(browser, site, { secret: secretOf(await inviteToDesk(clerk, name)) })
}

async function openBatch(person: DeskPerson): Promise<void> {
  await person.page.goto('about:blank')
  await person.go(`paper/#${OPEN_ROUND}/hall-1`)
}

const signOf = ({ page }: DeskPerson, name: string) =>
  page.locator(`[data-sign="${name}"]`).innerText()

/** The desk holds up whoever is quicker than hands and a scanner are. */
const asQuickAsHands = ({ page }: DeskPerson) => page.waitForTimeout(350)

/** As a scanner does: the letters, and Enter. */
async function scan(person: DeskPerson, text: string, step = 'hold'): Promise<void> {
  const field = person.page.locator(`[data-step="${step}"] [name="code"]`)
  await field.pressSequentially(text)
  await field.press('Enter')
  await asQuickAsHands(person)
}

async function press({ page }: DeskPerson, step: string): Promise<void> {
  await page.locator(`[data-step="${step}"] button`).click()
  await deskReady(page)
}

/** Types one sheet after the other, by the keyboard alone; answers how many keys each took. */
async function type(person: DeskPerson, sheets: readonly string[]): Promise<readonly number[]> {
  const { page } = person
  const form = page.locator('[data-step="type"]')
  const field = form.locator('[name="choices"]')
  const isReady = () => field.evaluate((element) => element === document.activeElement)
  const counts: number[] = []
  for (const [at, text] of sheets.entries()) {
    let count = 0
    const press = async (key: string) => {
      await page.keyboard.press(key)
      count += 1
    }
    await expect.poll(isReady).toBe(true)
    await expect.poll(() => form.locator('[name="sheet"]').inputValue()).toBe(String(at + 1))
    if (text === 'torn') {
      await press('Tab')
      while ((await form.locator('select').inputValue()) !== text) await press('ArrowDown')
      await press('Shift+Tab')
    } else for (const letter of text) await press(letter)
    await press('Enter')
    counts.push(count)
    await asQuickAsHands(person)
  }
  await expect.poll(() => signOf(person, 'type')).toContain(`Sheet ${sheets.length}:`)
  return counts
}

const tokens = () => site.letters.map(({ token }) => token)

describe('Paper', () => {
  test('prints ballots with the numbers that are typed, and a stub without a code', async () => {
    await clerk.go(`paper/${OPEN_ROUND}/`)
    const { page } = clerk
    await page.locator('[name="second"]').selectOption('da')
    const content = await site.ports.content.round(OPEN_ROUND)
    const titles = (content?.proposals ?? [])
      .filter(({ standing }) => standing === 'ballot')
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ title }) => title)
    const rows = page.locator('.paper-ballot:visible tbody tr')
    const numbers = async () => (await rows.allInnerTexts()).map((row) => Number.parseInt(row, 10))
    await expect.poll(numbers).toEqual(titles.map((_, at) => at + 1))
    const text = await page.locator('.paper-ballot:visible').innerText()
    expect(text).toContain('Paper gives no receipt')
    expect(text).toContain('Papir giver ingen kvittering')
    expect(text).toContain((content?.digest ?? '').slice(0, 4))
    expect(await axeViolations(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.site-header').isVisible()).toBe(false)
    await expect.poll(() => page.locator('.paper-stub:visible').count()).toBe(1)
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000)
    await page.emulateMedia({ media: 'screen' })
  })

  test('tells residents that paper gives no receipt', async () => {
    await clerk.page.goto(`${site.url}/en/rounds/${OPEN_ROUND}/vote/`)
    await expect
      .poll(() => clerk.page.locator('main').innerText())
      .toContain('Paper gives no receipt')
  })

  test('holds stubs one by one, and says which are refused and why', async () => {
    await tim.go('paper/')
    await tim.page.locator('#paper-round').selectOption(OPEN_ROUND)
    await press(tim, 'show')
    await tim.page.locator('[data-step="begin"] [name="batch"]').fill('Hall 1')
    await press(tim, 'begin')
    expect(await signOf(tim, 'begin')).toContain('small letters')
    await tim.page.locator('[data-step="begin"] [name="batch"]').fill('hall-1')
    await press(tim, 'begin')
    await expect
      .poll(() => tim.page.locator('[data-fill="working"]').innerText())
      .toContain('hall-1')
    const [first, second, ...others] = site.letters
    if (first === undefined || second === undefined) throw new Error('no letters')
    await scan(tim, printToken(first.token).toLowerCase())
    await expect.poll(() => signOf(tim, 'hold')).toContain('Stubs held: 1.')
    await scan(tim, voteLink(site.url, OPEN_ROUND, { pool: 'all', token: second.token }))
    await expect.poll(() => signOf(tim, 'hold')).toContain('Stubs held: 2.')
    await scan(tim, first.token)
    await expect.poll(() => signOf(tim, 'hold')).toContain('Refused. This code is held already')
    await scan(tim, 'NOT A CODE')
    await expect.poll(() => signOf(tim, 'hold')).toContain('no whole voting code')
    await tim.page.locator('[data-step="hold"] [name="code"]').fill('')
    // A scanner is quicker than the desk answers, and nothing of it is lost.
    for (const { token } of others) await scan(tim, token)
    await expect.poll(() => signOf(tim, 'hold')).toContain(`Stubs held: ${SHEETS + 1}.`)
    await scan(tim, first.token, 'release')
    await expect.poll(() => signOf(tim, 'release')).toContain(`Stubs held: ${SHEETS}.`)
    await expect
      .poll(() => tim.page.locator('[data-list="refusals"] li').allInnerTexts())
      .toEqual([
        expect.stringContaining('Scan 4: This is no whole voting code'),
        expect.stringContaining('Scan 3: This code is held already'),
      ])
    await expect.poll(() => tim.page.locator('[data-if="separate-waits"]').isVisible()).toBe(true)
    expect(await axeViolations(tim.page)).toEqual([])
    for (const token of tokens()) expect(await tim.page.content()).not.toContain(token)
  })

  test('survives a reload, and separates after the close with the right number only', async () => {
    await endVoting(site)
    await tim.page.reload()
    await deskReady(tim.page)
    await expect
      .poll(() => tim.page.locator('[data-fill="held"]').innerText())
      .toBe(`Held: ${SHEETS}`)
    await tim.page.locator('[name="sheets"]').fill('12')
    await press(tim, 'separate')
    await expect.poll(() => tim.page.locator('[data-told]').innerText()).toContain('not as many')
    await tim.page.locator('[name="sheets"]').fill(String(SHEETS))
    await press(tim, 'separate')
    await tim.page.locator('[data-step="type"]:visible').waitFor()
  })

  test('lets two people type fifty sheets by the keyboard, and correct their own', async () => {
    const some = ['1 2', '3', '2 1', '1', '0', '1 3', '2', '3 2', '1']
    const sheets = Array.from({ length: SHEETS }, (_, at) =>
      at === SHEETS - 1 ? 'torn' : (some[at % some.length] ?? ''),
    )
    await openBatch(tim)
    const keys = await type(tim, sheets)
    // What is on the sheet and Enter: no key and no step besides.
    expect(keys.slice(0, -1)).toEqual(sheets.slice(0, -1).map(({ length }) => length + 1))
    // A reason is a list beside the field: there, down to it, back, and Enter.
    const reasons = await tim.page.locator('[data-step="type"] option').allInnerTexts()
    expect(keys.at(-1)).toBe(reasons.indexOf('Torn') + 3)
    await openBatch(uma)
    await uma.page.keyboard.type('999')
    await uma.page.keyboard.press('Enter')
    expect(await signOf(uma, 'type')).toContain('“999” cannot be read')
    await uma.page.locator('[data-step="type"] [name="choices"]').fill('')
    await type(
      uma,
      sheets.map((text, at) => (at === 3 ? '2' : text)),
    )
    await uma.page.getByRole('button', { name: 'Change sheet 9' }).click()
    await expect
      .poll(() => uma.page.locator('[data-step="type"] [name="choices"]').inputValue())
      .toBe('1')
    await uma.page.keyboard.press('Enter')
    await expect.poll(() => signOf(uma, 'type')).toContain('Sheet 9: 1 ')
    await expect
      .poll(() => uma.page.locator('[data-fill="progress"]').innerText())
      .toBe(`You typed ${SHEETS} of ${SHEETS} sheets. 0 wait for you.`)
    expect(await axeViolations(uma.page)).toEqual([])
    await press(uma, 'compare')
    await expect
      .poll(() => uma.page.locator('[data-done]').innerText())
      .toContain(`${SHEETS - 1} sheets were read alike`)
    await expect
      .poll(() => uma.page.locator('[data-if="compared"]').innerText())
      .toContain('You typed this sheet')
    await expect.poll(() => uma.page.locator('[data-step="box"]').isVisible()).toBe(false)
  })

  test('shows a third person what differs and nobody’s name, and boxes in one step', async () => {
    await openBatch(clerk)
    const look = clerk.page.locator('[data-list="differences"] li').first()
    const text = await look.innerText()
    expect(text).toContain('Sheet 4')
    expect(text).not.toMatch(/Tim|Uma/)
    const read = async () => {
      const readings = await look.locator('[data-list="readings"] li').allInnerTexts()
      return readings.map((each) => each.charAt(0))
    }
    await expect.poll(read).toEqual(['1', '2'])
    expect(await axeViolations(clerk.page)).toEqual([])
    await look.locator('[name="choices"]').fill('2')
    await look.locator('button').click()
    await deskReady(clerk.page)
    expect(await signOf(clerk, 'look')).toContain('Sheet 4 is settled')
    await press(clerk, 'box')
    await expect
      .poll(() => clerk.page.locator('[data-done]').innerText())
      .toBe(`Ballots in the box: ${SHEETS - 1}. Invalid sheets: 1.`)
    await clerk.page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(clerk.page)).toBe(0)
    await clerk.page.setViewportSize({ width: 1024, height: 768 })
  })

  test('lets a clerk, and no teller, release a batch whose stub nobody has', async () => {
    await openBatch(tim)
    await tim.page.locator('[data-step="begin"] [name="batch"]').fill('lost')
    await press(tim, 'begin')
    await scan(tim, site.letters[0]?.token ?? '')
    await expect.poll(() => signOf(tim, 'hold')).toContain('Stubs held: 1.')
    const form = ({ page }: DeskPerson) => page.locator('[data-step="release-batch"]')
    await expect.poll(() => form(tim).isVisible()).toBe(false)
    await clerk.page.goto('about:blank')
    await clerk.go(`paper/#${OPEN_ROUND}/lost`)
    await expect.poll(() => form(clerk).isVisible()).toBe(true)
    expect(await axeViolations(clerk.page)).toEqual([])
    await clerk.page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(clerk.page)).toBe(0)
    await clerk.page.setViewportSize({ width: 1024, height: 768 })
    await press(clerk, 'release-batch')
    await expect
      .poll(() => clerk.page.locator('[data-done]').innerText())
      .toBe('Batch lost is empty. Codes let go: 1.')
    await expect.poll(() => clerk.page.locator('[data-fill="held"]').innerText()).toBe('Held: 0')
  })

  test('is in turnout and count', async () => {
    await clerk.go('voting/')
    await clerk.page.locator('#voting-round').selectOption(OPEN_ROUND)
    await press(clerk, 'show')
    const turnout = async () => {
      const row = await clerk.page.locator('[data-list="turnout"] tr').innerText()
      return row.split('\t').slice(3, 8)
    }
    await expect.poll(turnout).toEqual(['0', '0', String(SHEETS - 1), '1', String(SHEETS)])
    await clerk.go('count/')
    await clerk.page.locator('#count-round').selectOption(OPEN_ROUND)
    await press(clerk, 'show')
    await press(clerk, 'seal')
    await expect
      .poll(() => clerk.page.locator('[data-list="boxes"]').innerText())
      .toContain(`${SHEETS - 1} ballots`)
  })

  test('has no request, answer or stored row with a code and a choice', () => {
    const withCode = bodies.filter((body) => tokens().some((token) => body.includes(token)))
    expect(withCode).toHaveLength(SHEETS + 4)
    expect(withCode.filter((body) => /reading|choices|invalid/.test(body))).toEqual([])
    // In the store a code is its mark, with what became of it, and the number of its letter.
    const store = databaseOf(site)
    const rowsOf = (table: string) =>
      store
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) => JSON.stringify(row))
    const tables = store
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all()
      .map(({ name }) => String(name))
    const numbers = store.prepare('SELECT k, serial FROM serial').all().flatMap(Object.values)
    expect(numbers).toHaveLength(2 * (SHEETS + 1))
    const uses = store
      .prepare("SELECT state FROM mark WHERE state LIKE 'used:%'")
      .all()
      .flatMap(({ state }) => String(state).split(':').slice(2))
    expect(uses).toHaveLength(2 * SHEETS)
    const holding = tables.filter((table) =>
      rowsOf(table).some((row) => [...numbers, ...uses].some((own) => row.includes(String(own)))),
    )
    expect(holding).toEqual(['mark', 'serial'])
    expect(rowsOf('sheet').length).toBeGreaterThanOrEqual(2 * SHEETS)
    expect(rowsOf('ballot')).toHaveLength(SHEETS - 1)
    store.close()
  })
})
