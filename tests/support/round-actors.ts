/**
 * Those who take part in a round besides the desk: residents who propose and vote, in a browser at phone width.
 *
 * Talks to a running site. Invariant: everything is done on the pages, as a resident does it.
 */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { deskReady, type DeskPerson } from './desk-browser.ts'
import { codesOnSheets } from './pdf-sheets.ts'

/** A page at phone width, with nothing remembered, and the clock of the test. */
export async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.clock.setSystemTime(Date.now())
  return context.newPage()
}

export type Idea = {
  readonly title: string
  readonly summary: string
  readonly description: string
  readonly cost: string
}

/** Fills in the form of a proposal: the public one, or the desk's for somebody who came by. */
export async function fillIdea(page: Page, idea: Idea): Promise<void> {
  for (const [name, value] of Object.entries(idea))
    await page.locator(`main [name=${name}]`).fill(value)
  await page.locator('main select[name=theme]').selectOption({ index: 1 })
  await page.locator('main [name=proposerKind][value=role]').check()
  await page.locator('main [name=proposerName]').fill('A neighbour')
  await page.locator('main [name=contactName]').fill('Somebody Private')
  await page.locator('main [name=contact]').fill('private@example.org')
}

/** Sends a proposal in by the public form. */
export async function propose(page: Page, address: string, idea: Idea): Promise<void> {
  await page.goto(address)
  await fillIdea(page, idea)
  await page.locator('main form button:not([type=button])').last().click()
  await page.locator('[data-fill-href=self]').first().waitFor()
}

/** Votes from the link of a letter's QR code, and answers the receipt. */
export async function voteByPhone(
  page: Page,
  link: string,
  choices: readonly string[],
): Promise<string> {
  await page.goto(link)
  for (const choice of choices) await page.locator(`input[name=choices][value="${choice}"]`).check()
  await page.getByRole('button', { name: 'Check my ballot' }).click()
  await page.getByRole('button', { name: 'Put my ballot in the box' }).click()
  await page.getByRole('heading', { name: 'Your ballot is in the box' }).waitFor()
  const receipt = await page.locator('[data-fill=receipt]').first().textContent()
  return (receipt ?? '').replaceAll(/\s/g, '')
}

/** One voter at a kiosk: a letter under the scanner, the choices, and the receipt. */
export async function voteAtKiosk(
  page: Page,
  link: string,
  choices: readonly string[],
  pictured?: string,
): Promise<void> {
  await page.locator('[data-screen="start"]:visible').waitFor()
  await page.keyboard.type(link)
  await page.keyboard.press('Enter')
  await page.locator('[data-screen="vote"]:visible').waitFor()
  for (const choice of choices) await page.locator(`[value="${choice}"]`).check()
  if (pictured !== undefined) await picture(page, pictured)
  await page.locator('.meter button').click()
  await page.locator('[data-part="check"]').waitFor()
  await page.locator('[data-cast] button:visible').first().click()
  await page.locator('[data-screen="receipt"]:visible').waitFor()
  await page.locator('[data-act="done"]').click()
}

/** A stub under the scanner in the room of paper. */
export async function scanStub({ page }: DeskPerson, text: string): Promise<void> {
  const field = page.locator('[data-step="hold"] [name="code"]')
  await field.fill(text)
  await field.press('Enter')
}

/** What the room of paper says beside a field. */
export function signOf({ page }: DeskPerson, name: string): Promise<string> {
  return page.locator(`[data-sign="${name}"]`).innerText()
}

/** Types sheets one after the other; `torn` is one that is no ballot. */
export async function typeSheets(person: DeskPerson, sheets: readonly string[]): Promise<void> {
  const { page } = person
  const field = page.locator('[data-step="type"] [name="choices"]')
  for (const [at, text] of sheets.entries()) {
    await page.locator('[data-step="type"]:visible').waitFor()
    if (text === 'torn') await page.locator('[data-step="type"] select').selectOption(text)
    else await field.fill(text)
    await field.press('Enter')
    await page.locator('[data-sign="type"]', { hasText: `Sheet ${at + 1}:` }).waitFor()
  }
}

/** Presses a button of a room by its name. */
export async function press({ page }: DeskPerson, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await deskReady(page)
}

/** Presses the button of a step. */
export async function pressStep({ page }: DeskPerson, step: string): Promise<void> {
  await page.locator(`[data-step="${step}"] button`).click()
  await deskReady(page)
}

/** Opens a room of the desk, and shows the round in it where the room asks for one. */
export async function goToRoom({ page, go }: DeskPerson, room: string, round: string) {
  await go(`${room}/`)
  const choice = page.locator('[data-desk] select[id$="-round"]')
  if ((await choice.count()) === 0) return
  await choice.selectOption(round)
  await choice.locator('xpath=ancestor::form').locator('button[type="submit"]').click()
  await deskReady(page)
}

/** Sends the form of a step of a room, and answers what the page says was done. */
export async function takeStep({ page }: DeskPerson, step: string): Promise<string> {
  await page.locator(`[data-step="${step}"] button[type="submit"]`).click()
  await deskReady(page)
  return page.locator('[data-done]').innerText()
}

/** Says yes to every question of the desk, and keeps each. */
export function confirmDialogs({ page }: DeskPerson, asked: string[] = []): void {
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
}

export type Printed = { readonly serial: string; readonly link: string }

/** Makes codes, prints them to a PDF, and reads each sheet: its link by the QR code in the file, and its number. */
export async function printCodes({ page }: DeskPerson, count: number): Promise<readonly Printed[]> {
  await page.evaluate(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes')
  })
  await page.locator('#live-all').fill(String(count))
  await page.getByRole('button', { name: 'Make the codes' }).click()
  await page.getByRole('button', { name: /^Print sheets/ }).click()
  await page.locator('html[data-printed]').waitFor()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const feet = await page.locator('.letter-sheets > .letter .letter-foot').allTextContents()
  const links = codesOnSheets(pdf)
  if (links.length !== feet.length)
    throw new Error(`The PDF has ${links.length} sheets, not ${feet.length}`)
  await page.getByRole('button', { name: 'I have printed or saved them' }).click()
  return links.map((link, at) => {
    const [serial] = /[0-9A-Z]{4}-\d+/.exec(feet[at] ?? '') ?? []
    if (link === undefined || serial === undefined)
      throw new Error(`Sheet ${at + 1} has no code or no number`)
    return { serial, link }
  })
}

/** Takes the picture of this name for the clerk's handbook, where a folder for them is named (`npm run handbook`). */
export async function picture(page: Page, name: string, from?: string): Promise<void> {
  if (from !== undefined && (await page.locator(from).count()) === 0)
    throw new Error(`The picture ${name} has nothing at ${from}`)
  const folder = process.env['HANDBOOK_PICTURES']
  if (folder === undefined) return
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.evaluate((selector) => {
    if (selector === undefined) window.scrollTo(0, 0)
    else document.querySelector(selector)?.scrollIntoView({ block: 'start' })
    window.scrollBy(0, selector === undefined ? 0 : -96)
  }, from)
  await sharp(await page.screenshot())
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`))
  if (before !== null) await page.setViewportSize(before)
}
