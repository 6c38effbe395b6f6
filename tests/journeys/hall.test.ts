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
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../src/adapters/env.ts'
import { compose } from '../../src/adapters/live.ts'
import { commitAll } from '../../src/commands/commit-all.ts'
import { verifyElection } from '../../src/commands/verify.ts'
import { readHallFile } from '../../src/domain/hall-file.ts'
import type { Letter } from '../../src/domain/token-batch.ts'
import { changeRound } from '../../src/service/change-round.ts'
import type { Ports } from '../../src/service/ports.ts'
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
import { OPEN_ROUND, openVoting, startSite, type RunningSite } from '../support/running-site.ts'

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
let laptop: ChildProcess | undefined
let laptopUrl: string
let hall: Ports
let letters: readonly Letter[]
/** The same person at the desk of the laptop. */
let atHall: DeskPerson
let receipt: string

beforeAll(async () => {
  ;[office, browser] = await Promise.all([
    startSite({ letters: 3, settings: { SETUP_SECRET }, prepare: nameHalls }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, office, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => void dialog.accept())
}, 300_000)

afterAll(async () => {
  laptop?.kill()
  await browser.close()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

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

/** Starts the command in a process of its own, and answers what it tells once it serves. */
async function startLaptop(file: string): Promise<string> {
  const port = await freePort()
  laptopUrl = `http://localhost:${port}`
  const words = ['src/commands/hall.ts', file, '--content', office.contentDir]
  const { PATH, NODE_COMPILE_CACHE } = process.env
  laptop = spawn('node', ['--disable-warning=ExperimentalWarning', ...words], {
    env: { PATH, NODE_COMPILE_CACHE, PORT: String(port), DATA_DIR: folder },
  })
  return new Promise((told, failed) => {
    let said = ''
    laptop?.stdout?.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('Ctrl-C')) told(said)
    })
    laptop?.stderr?.on('data', (text: Buffer) => (said += text.toString()))
    laptop?.on('exit', () => failed(new Error(said)))
  })
}

async function showRound({ page, go }: DeskPerson, room: 'count' | 'voting'): Promise<void> {
  await go(`${room}/`)
  await page.locator(`#${room}-round`).selectOption(OPEN_ROUND)
  await page.locator('[data-step="show"] button').click()
  await deskReady(page)
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
    const file = await download(clerk, 'hall-prepare')
    expect(readFileSync(file, 'utf8')).toMatch(
      /^tranebro-decides-2026\.north\.[0-9a-f]{64}\.[\w-]{43}\n$/,
    )
    expect(await axeViolations(page)).toEqual([])
    const told = await startLaptop(file)
    expect(told).toContain(`${laptopUrl}/en/desk/`)
    const secret = /join\/#(\S+)/.exec(told)?.[1] ?? ''
    atHall = await aDeskPerson(browser, { url: laptopUrl }, { secret, name: 'Ida Holm' })
    atHall.page.on('dialog', (dialog) => void dialog.accept())
    const data = join(folder, 'halls', `${OPEN_ROUND}.north`)
    hall = await compose(
      readSettings({
        ...{ STORE: 'sqlite', DATA_DIR: data, SITE_URL: laptopUrl },
        ...{ CONTENT_DIR: join(data, 'content'), HALL: readFileSync(file, 'utf8') },
      }),
    )
    letters = await openVoting(hall, OPEN_ROUND, 3)
  }, 300_000)

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
    receipt = await voteAtKiosk(page, letters[0]!.token, 'lit-path')
    await voteAtKiosk(page, letters[1]!.token, 'lit-path')
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
    endVoting(join(folder, 'halls', `${OPEN_ROUND}.north`))
    expect(await changeRound(hall, OPEN_ROUND, 'close')).toMatchObject({ ok: true })
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
    const box = readHallFile(readFileSync(file, 'utf8'))
    expect(box?.ballots).toHaveLength(2)
    expect(JSON.stringify(box?.ballots)).not.toContain('lit-path')
    expect(JSON.stringify(box)).not.toContain(letters[0]!.token)
    expect(await axeViolations(page)).toEqual([])
  })

  test('is waited for at the office, taken in once, and counted', async () => {
    for (const letter of office.letters) await castAtOffice(office.ports, OPEN_ROUND, letter)
    endVoting(dirname(office.contentDir))
    expect(await changeRound(office.ports, OPEN_ROUND, 'close')).toMatchObject({ ok: true })
    await showRound(clerk, 'count')
    const { page } = clerk
    await expect.poll(() => page.locator('[data-step="seal"]').isVisible()).toBe(false)
    expect(await send(clerk, 'hall-take-in')).toBe('Choose the file first.')
    await page.locator('#hall-file').setInputFiles(join(folder, `${OPEN_ROUND}.north.hall`))
    await send(clerk, 'hall-take-in')
    await expect
      .poll(() => page.locator('[data-told]').innerText())
      .toContain('not the file of a hall')
    await page.locator('#hall-file').setInputFiles(join(folder, `${OPEN_ROUND}.north.box`))
    expect(await send(clerk, 'hall-take-in')).toBe('The box is taken in: The northern hall.')
    await expect
      .poll(() => page.locator('[data-list="halls"]').innerText())
      .toContain('Taken in: 2 ballots.')
    expect(await send(clerk, 'hall-give-up')).toBe('Write the reason first.')
    await page.locator('#hall-reason').fill('Nobody came to the mill.')
    await expect.poll(() => page.locator('#hall-lost').innerText()).toBe('The mill')
    for (const [width, height] of [
      [390, 800],
      [1024, 768],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await overflow(page)).toBe(0)
    }
    expect(await axeViolations(page)).toEqual([])
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
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/was-my-code-used/`)
    await page.locator('#token').fill(letters[0]!.token)
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="used"]:visible').waitFor()
    await page.goto(`${office.url}/en/rounds/${OPEN_ROUND}/check-election/`)
    await page.locator('[data-tool] form button[type="submit"]').click()
    await page.locator('[data-if="holds"]:visible').waitFor()
  }, 240_000)
})
