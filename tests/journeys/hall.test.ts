/**
 * A village hall without internet in a real browser: its laptop is prepared at the office, people vote at its kiosk,
 * its sealed box is carried back as a file, and the result counts it.
 *
 * Talks to two sites on this machine, the office's and that of `npm run hall` in a process of its own, and to
 * Chromium. Invariant: from the hall to the office goes nothing but the file; only the ends of voting are moved into
 * the past in the stores, for nobody waits for them here.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser, Page } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitAll } from '../../src/commands/commit-all.ts'
import { verifyElection } from '../../src/commands/verify.ts'
import { toBase64url } from '../../src/domain/encoding.ts'
import { readHallFile } from '../../src/domain/hall-file.ts'
import { HallIdSchema, RoundIdSchema } from '../../src/domain/id.ts'
import { receiptMessage } from '../../src/domain/receipt.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import {
  aDeskPerson,
  deskReady,
  inviteToDesk,
  secretOf,
  type DeskPerson,
} from '../support/desk-browser.ts'
import { castAtOffice } from '../support/halls.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { picture, printCodes } from '../support/round-actors.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const HALLS = `halls:
  - id: north
    name: The northern hall
  - id: mill
    name: The mill
`

const folder = mkdtempSync(join(tmpdir(), 'hall-'))
let office: RunningSite
let browser: Browser
let clerk: DeskPerson
/** What the pages asked the clerk. */
const questions: string[] = []
let laptop: ChildProcess | undefined
/** Always the same, as passkeys ask. */
let laptopUrl: string
/** The codes of the hall, as they stand on its paper. */
let codes: readonly string[]
/** What the hall's people write on their note. */
let note: string
/** The same person at the desk of the laptop. */
let atHall: DeskPerson
let receipt: string

beforeAll(async () => {
  laptopUrl = `http://localhost:${await freePort()}`
  ;[office, browser] = await Promise.all([
    startSite({ letters: 3, settings: { SETUP_SECRET }, prepare: nameHalls }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, office, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => {
    questions.push(dialog.message())
    void dialog.accept()
  })
}, 300_000)

afterAll(async () => {
  laptop?.kill()
  await browser.close()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

/** On a phone and on a small laptop, and for those who do not see it. */
async function expectFits(page: Page): Promise<void> {
  for (const [width, height] of [
    [390, 800],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await overflow(page)).toBe(0)
  }
  expect(await axeViolations(page)).toEqual([])
}

async function nameHalls(contentDir: string): Promise<void> {
  const file = join(contentDir, 'rounds', OPEN_ROUND, 'round.md')
  const text = readFileSync(file, 'utf8').replace(/^ {2}floor: .*\n/m, '')
  writeFileSync(
    file,
    text.replace(/^budget:/m, `${HALLS}budget:`).replace(/^publication:/m, '$&\n  floor: 5'),
  )
  await commitAll(contentDir, 'Name the halls')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the command in a process of its own, and answers what it tells once it serves, or does not. */
function startHall(port: string, words: readonly string[]) {
  const { PATH, NODE_COMPILE_CACHE, BUNDLES_DIR } = process.env
  const command = ['--disable-warning=ExperimentalWarning', 'src/commands/hall.ts', ...words]
  const env = { PATH, NODE_COMPILE_CACHE, BUNDLES_DIR, PORT: port, DATA_DIR: folder }
  const started = spawn('node', command, { env })
  const told = new Promise<string>((serves, failed) => {
    let said = ''
    started.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('Ctrl-C')) serves(said)
    })
    started.stderr.on('data', (text: Buffer) => (said += text.toString()))
    started.on('exit', () => failed(new Error(said)))
  })
  return { started, told }
}

/** The laptop of the hall. */
async function startLaptop(...words: readonly string[]): Promise<string> {
  const { started, told } = startHall(new URL(laptopUrl).port, words)
  laptop = started
  return told
}

async function stopLaptop(): Promise<void> {
  const stopped = new Promise((done) => laptop?.on('exit', done))
  laptop?.kill()
  await stopped
}

async function showRound({ page, go }: DeskPerson, room: 'count' | 'voting'): Promise<void> {
  await go(`${room}/`)
  await page.locator(`#${room}-round`).selectOption(OPEN_ROUND)
  await page.locator('[data-step="show"] button').click()
  await deskReady(page)
}

async function closeVoting(person: DeskPerson): Promise<void> {
  await showRound(person, 'voting')
  expect(await send(person, 'close')).toBe('The boxes are closed.')
}

async function send({ page }: DeskPerson, step: string): Promise<string> {
  await page.locator(`[data-step="${step}"] button`).click()
  await deskReady(page)
  return page.locator('[data-done]').innerText()
}

/** Sends the form and keeps the file that is offered. */
async function download(person: DeskPerson, step: string): Promise<string> {
  const offered = person.page.waitForEvent('download')
  await send(person, step)
  const file = await offered
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

function endVoting(directory: string): void {
  const database = new DatabaseSync(join(directory, 'chest.sqlite'))
  database.prepare('UPDATE meta SET closesAt = ?').run(Date.now() - 300_000)
  database.close()
}

async function voteAtKiosk(page: Page, token: string, proposal: string): Promise<string> {
  await page.keyboard.type(token)
  await page.keyboard.press('Enter')
  await page.locator(`[value="${proposal}"]`).check()
  await page.locator('.meter button').click()
  await page.locator('[data-part="check"]').waitFor()
  await page.locator('[data-cast] button:visible').first().click()
  await page.locator('.receipt-code:visible').waitFor()
  const code = await page.locator('.receipt-code').innerText()
  await page.locator('[data-act="done"]').click()
  return code.replace(/\s/g, '')
}

describe('a village hall without internet', () => {
  test('gets its laptop prepared at the office', async () => {
    await showRound(clerk, 'count')
    const { page } = clerk
    await expect
      .poll(() => page.locator('[data-list="halls"]').innerText())
      .toMatch(/The northern hall\s+Still out\.\s+The mill\s+Still out\./)
    await page.locator('#hall-to-prepare').selectOption('north')
    // What was named before the first ballot stays named.
    await expect.poll(() => page.locator('#hall-afresh').isVisible()).toBe(false)
    const file = await download(clerk, 'hall-prepare')
    expect(readFileSync(file, 'utf8')).toMatch(
      /^tranebro-decides-2026\.north\.1\.[\dT:-]+Z\.[0-9a-f]{64}\.[\w-]{43}\n$/,
    )
    await expect
      .poll(() => page.locator('code[data-fill="hall-line"]').innerText())
      .toBe(`npm run hall -- ${OPEN_ROUND}.north.hall --content council`)
    expect(await axeViolations(page)).toEqual([])
    await picture(page, 'hall-prepare', '[data-step="hall-prepare"]')
    const told = await startLaptop(file, '--content', office.contentDir)
    expect(told).toContain(`${laptopUrl}/en/desk/`)
    const secret = /join\/#(\S+)/.exec(told)?.[1] ?? ''
    atHall = await aDeskPerson(browser, { url: laptopUrl }, { secret, name: 'Ida Holm' })
    atHall.page.on('dialog', (dialog) => void dialog.accept())
  }, 300_000)

  test('makes its codes and opens its box at its own desk', async () => {
    const { page, go } = atHall
    await go(`codes/${OPEN_ROUND}/`)
    await page.locator('[data-made]').waitFor()
    const printed = await printCodes(atHall, 3)
    codes = printed.map(({ link }) => new URL(link).hash.slice(1))
    await showRound(atHall, 'voting')
    const state = page.locator('[data-fill="stands"]')
    // The schedule opens it too, for it is time.
    if (await page.locator('[data-step="open"]').isVisible()) await send(atHall, 'open')
    await showRound(atHall, 'voting')
    await expect.poll(() => state.innerText()).toContain('open')
  }, 120_000)

  test('starts with no other ballot than the one that it began with', async () => {
    const line = readFileSync(join(folder, `${OPEN_ROUND}.north.hall`), 'utf8')
    const other = join(folder, 'other.hall')
    writeFileSync(other, line.replace(/[0-9a-f]{64}/, 'f'.repeat(64)))
    const port = String(await freePort())
    const { told } = startHall(port, [other])
    await expect(told).rejects.toThrow('Voting was opened here on another ballot')
    // A later sitting is a box of its own, and is told at once where the content is not what it is for.
    writeFileSync(
      other,
      line.replace('.north.1.', '.north.2.').replace(/[0-9a-f]{64}/, 'f'.repeat(64)),
    )
    const later = startHall(port, [other, '--content', office.contentDir])
    await expect(later.told).rejects.toThrow(
      'has another ballot or another day than this file names',
    )
  }, 60_000)

  test('votes at its kiosk, and asks nothing of any other machine', async () => {
    const secret = secretOf(await inviteToDesk(atHall, 'Bo Lind'))
    const helper = await aDeskPerson(browser, { url: laptopUrl }, { secret })
    const asked = new Set<string>()
    helper.context.on('request', (request) => asked.add(new URL(request.url()).origin))
    const { page } = helper
    page.on('dialog', (dialog) => void dialog.accept())
    await showRound(helper, 'voting')
    await page.locator('#kiosk-name').fill('By the door')
    await page.locator('[data-step="kiosk"] button').click()
    await page.waitForURL('**/kiosk/')
    await page.locator('[data-screen="start"]:visible').waitFor()
    receipt = await voteAtKiosk(page, codes[0] ?? '', 'lit-path')
    await voteAtKiosk(page, codes[1] ?? '', 'lit-path')
    expect([...asked].filter((origin) => origin !== laptopUrl && origin !== 'null')).toEqual([])
    // A code of the hall is no code of the office, nor the other way round.
    await page.keyboard.type(office.letters[0]!.token)
    await page.keyboard.press('Enter')
    await page.locator('[value="lit-path"]').check()
    await page.locator('.meter button').click()
    await page.locator('[data-part="check"]').waitFor()
    await page.locator('[data-cast] button:visible').first().click()
    await expect.poll(() => page.locator('.error-summary:visible').count()).toBe(1)
    await helper.context.close()
  })

  test('seals its box, tells nothing of the outcome, and saves it as a file', async () => {
    // It was off over lunch; the file of the office is not needed again.
    await stopLaptop()
    rmSync(join(folder, `${OPEN_ROUND}.north.hall`))
    await startLaptop()
    endVoting(join(folder, 'halls', `${OPEN_ROUND}.north.1`))
    await closeVoting(atHall)
    await showRound(atHall, 'count')
    const { page } = atHall
    await expect
      .poll(() => page.locator('[data-fill="hall-here"]').innerText())
      .toContain('“The northern hall”')
    expect(await send(atHall, 'seal')).toBe('The boxes are sealed.')
    await expect.poll(() => page.locator('[data-if="agree"]').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-if="boxes"]').isVisible()).toBe(false)
    await expect.poll(() => page.locator('[data-if="certify"]').isVisible()).toBe(false)
    await atHall.go('')
    await expect.poll(() => page.locator('main').innerText()).toContain('carry it to the office')
    await showRound(atHall, 'count')
    const file = await download(atHall, 'hall-save')
    note = await page.locator('[data-done]').innerText()
    const box = readHallFile(readFileSync(file, 'utf8'))
    expect(box?.ballots).toHaveLength(2)
    expect(JSON.stringify(box?.ballots)).not.toContain('lit-path')
    expect(JSON.stringify(box)).not.toContain(codes[0])
    expect(await axeViolations(page)).toEqual([])
  }, 300_000)

  test('is waited for at the office, taken in once, and counted', async () => {
    for (const letter of office.letters) await castAtOffice(office.ports, OPEN_ROUND, letter)
    endVoting(dirname(office.contentDir))
    await closeVoting(clerk)
    await showRound(clerk, 'count')
    const { page } = clerk
    const takeIn = page.locator('[data-step="hall-take-in"]')
    await expect.poll(() => page.locator('[data-step="seal"]').isVisible()).toBe(false)
    await expect.poll(() => takeIn.isVisible()).toBe(false)
    expect(await send(clerk, 'hall-look')).toBe('Choose the file first.')
    await page.locator('#hall-file').setInputFiles(join(folder, 'other.hall'))
    await send(clerk, 'hall-look')
    await expect
      .poll(() => page.locator('[data-told]').innerText())
      .toContain('not the file of a hall')
    await expect.poll(() => takeIn.isVisible()).toBe(false)
    await page.locator('#hall-file').setInputFiles(join(folder, `${OPEN_ROUND}.north.box`))
    await send(clerk, 'hall-look')
    const facts = page.locator('[data-list="hall-facts"]')
    await expect.poll(() => facts.innerText()).toMatch(/Hall\s+The northern hall\s+Ballots\s+2\s/)
    // The note says the same as the page.
    const [, head = '', sealed = ''] = /last link (\S+), sealed (.+?)\. All who/.exec(note) ?? []
    expect(head).toMatch(/^\d+:[0-9a-f]{8}$/)
    for (const each of [head, sealed]) await expect.poll(() => facts.innerText()).toContain(each)
    await expectFits(page)
    await picture(page, 'hall-take-in', '#hall-file')
    expect(await send(clerk, 'hall-take-in')).toBe('The box is taken in: The northern hall.')
    expect(questions.at(-1)).toContain('the box of The northern hall, with 2 ballots?')
    await expect
      .poll(() => page.locator('[data-list="halls"]').innerText())
      .toContain(`Taken in: 2 ballots. Last link of its record: ${head}.`)
    expect(await send(clerk, 'hall-give-up')).toBe('Write the reason first.')
    await page.locator('#hall-reason').fill('Nobody came to the mill.')
    // While a box is out, one that was taken in can be given up, too; it comes after those that are out.
    await expect
      .poll(() => page.locator('#hall-lost option').allInnerTexts())
      .toEqual(['The mill', 'The northern hall'])
    await expectFits(page)
    expect(await send(clerk, 'hall-give-up')).toBe('The box is given up: The mill.')
    expect(await send(clerk, 'seal')).toBe('The boxes are sealed.')
    await expect.poll(() => page.locator('[data-if="agree"]').isVisible()).toBe(true)
    await expect.poll(() => page.locator('[data-list="boxes"]').innerText()).toContain('5 ballots')
    expect(await send(clerk, 'certify')).toContain('The result is certified.')
  })

  test('stands in the result, which anyone can verify, and where its voters find their receipts', async () => {
    const report = verifyElection({ folder: join(office.contentDir, 'rounds', OPEN_ROUND) })
    expect(report.findings.filter(({ state }) => state === 'fails')).toEqual([])
    expect(report.findings.find(({ check }) => check === 'halls')?.says).toContain(
      'mill is NOT in it: "Nobody came to the mill."',
    )
    await office.rebuild()
    const { page } = clerk
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/result/`)
    const shown = await page.locator('main').innerText()
    expect(shown).toContain('The northern hall: 2 ballots, 2 at a kiosk.')
    expect(shown).toContain('The mill: its votes are not counted.')
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/find-receipt/`)
    await page.locator('#receipt').fill(receipt)
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="listed"]:visible').waitFor()
    // The mill's laptop signed before it was lost; its key stands in the opening record.
    const [lost, mill] = ['0123456789ABCDEF', v.parse(HallIdSchema, 'mill')]
    const round = v.parse(RoundIdSchema, OPEN_ROUND)
    const { keys } = office.ports
    const signature = await keys.ofHall(round, mill, 1).sign(round, receiptMessage(round, lost))
    await page.locator('#receipt').fill(`${lost}\n${toBase64url(signature)}`)
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="given-up"]:visible').waitFor()
    await expect
      .poll(() => page.locator('[data-if="given-up"]').innerText())
      .toContain('Nobody came to the mill.')
    expect(await axeViolations(page)).toEqual([])
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/was-my-code-used/`)
    await page.locator('#token').fill(codes[0] ?? '')
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="used"]:visible').waitFor()
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/check-election/`)
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="holds"]:visible').waitFor()
  }, 240_000)
})
