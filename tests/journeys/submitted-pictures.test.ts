/**
 * A resident's picture from the phone to the built site, in a real browser, with script and without.
 *
 * Talks to the built site, the bundled functions, Chromium and git. Invariant: what is kept and published is read
 * as bytes, and holds nothing that the camera noted.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { RoundIdSchema } from '../../src/domain/id.ts'
import { askChanges } from '../../src/service/ask-changes.ts'
import { aPhoto, BAD_PICTURES } from '../support/bad-pictures.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { fillProposal, takeInProposals } from '../support/proposal-form.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

const ALT = 'A cinder path between dark trees'
const round = v.parse(RoundIdSchema, OPEN_ROUND)

let site: RunningSite
let browser: Browser
const contexts: BrowserContext[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET }, prepare: takeInProposals }),
    openBrowser(),
  ])
}, 180_000)

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

async function openForm(script: boolean): Promise<Page> {
  const viewport = { width: 390, height: 844 }
  const context = await browser.newContext({ javaScriptEnabled: script, viewport })
  contexts.push(context)
  const page = await context.newPage()
  await page.goto(`${site.url}/en/rounds/${OPEN_ROUND}/propose/`)
  return page
}

const choose = (page: Page, buffer: Uint8Array, name = 'photo.jpg') =>
  page
    .locator('#picture')
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(buffer) })
const send = (page: Page) => page.getByRole('button', { name: 'Send my proposal' }).click()
const arrived = (page: Page) => page.getByRole('heading', { name: 'Keep this link' }).waitFor()

async function keptPicture(title: string) {
  const stored = (await site.ports.inbox.list(round)).find(
    ({ submission }) => submission.title === title,
  )
  const { id = '', submission } = stored ?? {}
  const digest = submission?.picture?.digest ?? ''
  const bytes = await site.ports.pictures.find({ round, submission: id, digest })
  return { id, alt: submission?.picture?.alt, bytes: Buffer.from(bytes ?? []) }
}

/** A photo of a phone of today, with what a phone writes behind it: 30 MB. */
const heavyPhoto = async () =>
  Buffer.concat([await aPhoto(4000, 3000), Buffer.alloc(30_000_000, 7)])

describe('with script', () => {
  test('a photo of 30 MB is made small and upright, and stays chosen while the form is mended', async () => {
    const page = await openForm(true)
    await fillProposal(page, '')
    await choose(page, await heavyPhoto())
    await page.getByText('The picture is ready.').waitFor()
    const shown = page.locator('[data-preview] img')
    const size = await shown.evaluate((image: HTMLImageElement) => [
      image.naturalWidth,
      image.naturalHeight,
    ])
    expect(size).toEqual([1200, 1600])
    const chosen = await page
      .locator('#picture')
      .evaluate((input: HTMLInputElement) => input.files?.[0]?.size)
    expect(chosen).toBeLessThan(300_000)
    expect(await axeViolations(page)).toEqual([])
    await send(page)
    await page.locator('.error-summary').waitFor()
    await expect
      .poll(() => page.locator('.error-summary li').allInnerTexts())
      .toEqual([
        'Name of the proposal: please fill this in.',
        'What the picture shows: please fill this in.',
      ])
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.locator('#title').fill('Heavy herbs')
    await page.locator('#pictureAlt').fill(ALT)
    await page.context().setOffline(true)
    await send(page)
    await page.getByRole('heading', { name: 'No answer came' }).waitFor()
    await page.context().setOffline(false)
    await send(page)
    await arrived(page)
    const { alt, bytes } = await keptPicture('Heavy herbs')
    expect(alt).toBe(ALT)
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 1200,
      height: 1600,
    })
    expect(bytes.length).toBeLessThan(150_001)
  })

  test.each(BAD_PICTURES.filter(({ fault }) => fault !== 'too-many-pixels'))(
    '$name is refused at once, and the form is as it was',
    async ({ bytes, name, fault }) => {
      const page = await openForm(true)
      await fillProposal(page, 'Bad herbs')
      // What a browser can read of half a file, it draws; the others it refuses.
      const sent =
        fault === 'damaged' ? Buffer.from('\u00ff\u00d8\u00ffnothing', 'latin1') : await bytes()
      await choose(page, sent, name)
      await expect
        .poll(() => page.locator('#picture-error').innerText())
        .toMatch(/^A picture: .*[Cc]hoose/)
      await expect.poll(() => page.locator('#picture').inputValue()).toBe('')
      await expect.poll(() => page.locator('main [name=title]').inputValue()).toBe('Bad herbs')
    },
  )
})

describe('without script', () => {
  test('says that a picture must be chosen again, and keeps everything else', async () => {
    const page = await openForm(false)
    await fillProposal(page, 'Plain herbs')
    await page.locator('#pictureAlt').fill(ALT)
    await page.locator('main [name=summary]').fill('')
    await choose(page, await aPhoto())
    await send(page)
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('#picture-error').innerText()).toContain('choose it again')
    await expect.poll(() => page.locator('#pictureAlt').inputValue()).toBe(ALT)
    await expect.poll(() => page.locator('main [name=title]').inputValue()).toBe('Plain herbs')
    await page.locator('main [name=summary]').fill('Herbs for everyone.')
    await send(page)
    await expect.poll(() => page.locator('#picture-error').innerText()).toContain('choose the file')
    await choose(page, await aPhoto())
    await send(page)
    await arrived(page)
    const { alt, bytes } = await keptPicture('Plain herbs')
    expect(alt).toBe(ALT)
    expect(bytes.includes('Phone of Ada')).toBe(false)
  })

  test.each(BAD_PICTURES)(
    '$name is refused: $fault, and the form comes back filled',
    async ({ bytes, name }) => {
      const page = await openForm(false)
      await fillProposal(page, 'Bad herbs')
      await page.locator('#pictureAlt').fill(ALT)
      await choose(page, await bytes(), name)
      await send(page)
      await page.locator('.error-summary').waitFor()
      await expect.poll(() => page.locator('.error-summary li').count()).toBe(1)
      await expect
        .poll(() => page.locator('#picture-error').innerText())
        .toMatch(/^A picture: .{40}/)
      await expect
        .poll(() => page.locator('main [name=description]').inputValue())
        .toContain('class 5')
      await expect.poll(() => page.locator('#pictureAlt').inputValue()).toBe(ALT)
    },
  )

  test('above 4 MB it says so, and keeps what was typed', async () => {
    const page = await openForm(false)
    await fillProposal(page, 'Too heavy herbs')
    await choose(page, Buffer.concat([await aPhoto(), Buffer.alloc(4_200_000)]))
    await send(page)
    await expect.poll(() => page.locator('#picture-error').innerText()).toContain('at most 4 MB')
    await expect.poll(() => page.locator('main [name=title]').inputValue()).toBe('Too heavy herbs')
  })

  test('a proposal that is changed keeps its picture, or loses it where that is asked', async () => {
    const page = await openForm(false)
    await fillProposal(page, 'Changed herbs')
    await page.locator('#pictureAlt').fill(ALT)
    await choose(page, await aPhoto())
    await send(page)
    await arrived(page)
    const address = page.url().replace('?received', '')
    const again = async () => {
      const { id } = await keptPicture('Changed herbs')
      await askChanges(site.ports, { roundId: OPEN_ROUND, id, question: 'Where is it?' })
      await page.goto(`${address}/edit`)
    }
    await again()
    await expect
      .poll(() => page.getByText('A picture is with your proposal already.').isVisible())
      .toBe(true)
    await expect.poll(() => page.locator('#pictureAlt').inputValue()).toBe(ALT)
    await page.locator('#pictureAlt').fill('The same path at noon')
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('heading', { name: 'Waiting to be read' }).waitFor()
    expect((await keptPicture('Changed herbs')).alt).toBe('The same path at noon')
    await again()
    await page.getByLabel('Take the picture away').check()
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByRole('heading', { name: 'Waiting to be read' }).waitFor()
    expect((await keptPicture('Changed herbs')).alt).toBeUndefined()
  })
})

describe('at the desk', () => {
  let clerk: DeskPerson
  let page: Page
  const row = (title: string) =>
    page
      .locator('[data-list="waiting"] > li')
      .filter({ has: page.locator('h3', { hasText: title }) })
  const done = () => page.locator('[data-done]:not(:empty)').innerText()

  beforeAll(async () => {
    clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida' })
    page = clerk.page
    page.on('dialog', (dialog) => void dialog.accept())
  })

  async function enter(): Promise<void> {
    await clerk.go('submissions/')
    await page.locator('#submissions-round').selectOption(OPEN_ROUND)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await row('Plain herbs').waitFor()
    await deskReady(page)
  }

  test('the picture is seen beside the text, gets another text, and is replaced and taken away', async () => {
    await enter()
    const mine = row('Plain herbs')
    const image = mine.locator('[data-picture] img')
    await mine.locator('figure').scrollIntoViewIfNeeded()
    await image.waitFor()
    await expect.poll(() => image.getAttribute('alt')).toBe(ALT)
    expect(await image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(900)
    await mine.getByText('Edit for publication').click()
    expect(await axeViolations(page)).toEqual([])
    await mine.getByLabel('What the picture shows').fill('Path')
    await mine.getByRole('button', { name: 'Keep this text' }).click()
    await page.getByText('Say in 5 to 250 characters').waitFor()
    await mine.getByLabel('What the picture shows').fill('Pots of herbs by a path')
    const other = await aPhoto(300, 200)
    await mine
      .locator('[type="file"]')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: other })
    await mine.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(done).toBe('The text is kept.')
    await mine.locator('figure').scrollIntoViewIfNeeded()
    await expect.poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(200)
    await mine.getByText('Edit for publication').click()
    await mine.getByLabel('Publish without the picture').check()
    await mine.getByRole('button', { name: 'Keep this text' }).click()
    await expect.poll(() => mine.locator('figure').isVisible()).toBe(false)
    await mine.getByText('Edit for publication').click()
    await mine.getByRole('button', { name: 'Use the text that was sent in' }).click()
    await expect.poll(done).toBe('The text that was sent in will be published.')
    await expect.poll(() => row('Plain herbs').locator('figcaption').innerText()).toBe(ALT)
  })

  test('a bad picture is refused with a sentence, before anything is sent', async () => {
    await enter()
    const mine = row('Plain herbs')
    await mine.getByText('Edit for publication').click()
    const file = { name: 'plan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7') }
    await mine.locator('[type="file"]').setInputFiles(file)
    await expect.poll(() => mine.locator('.field-error').innerText()).toContain('this is a PDF')
  })

  test('publishing is one commit, and the built site has the picture and nothing of the camera', async () => {
    await enter()
    const before = commits()
    await row('Plain herbs').getByRole('checkbox', { name: 'Choose for' }).check()
    await page.getByRole('button', { name: 'Publish the chosen ones' }).click()
    await page.getByText('Published in one commit: 1.').waitFor()
    expect(commits()).toBe(before + 1)
    const changed = execFileSync('git', ['show', '--name-only', '--format=', 'HEAD'], {
      cwd: site.contentDir,
    })
    expect(changed.toString().trim().split('\n')).toEqual([
      `rounds/${OPEN_ROUND}/pictures/plain-herbs.webp`,
      `rounds/${OPEN_ROUND}/proposals/plain-herbs.md`,
    ])
    expect((await keptPicture('Plain herbs')).bytes.length).toBe(0)
    await site.rebuild()
    const built = process.env['SITE_DIR'] ?? ''
    await page.goto(`${site.url}/en/rounds/${OPEN_ROUND}/proposals/plain-herbs/`)
    const image = page.locator('main picture img')
    await expect.poll(() => image.getAttribute('alt')).toBe(ALT)
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.naturalWidth))
      .toBeGreaterThan(400)
    const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    )
    const pictures = files.filter(({ name }) => /^plain-herbs\..*(?:avif|webp|jpg)$/.test(name))
    expect(pictures.length).toBeGreaterThan(2)
    for (const { parentPath, name } of pictures) {
      const bytes = readFileSync(join(parentPath, name))
      expect((await sharp(bytes).metadata()).exif, name).toBeUndefined()
      expect(bytes.includes('Phone of Ada'), name).toBe(false)
    }
  }, 120_000)

  test('a submission is entered for somebody, and its private link is handed over', async () => {
    await clerk.go('submissions/')
    await page.locator(`main a[href$="/desk/submissions/${OPEN_ROUND}/"]`).click()
    await deskReady(page)
    expect(await axeViolations(page)).toEqual([])
    const enterIt = page.getByRole('button', { name: 'Enter this submission' })
    await fillProposal(page, '')
    await page.locator('main [name=cost]').fill('dear')
    await enterIt.click()
    await page.locator('.error-summary').waitFor()
    await expect.poll(() => page.locator('.error-summary li').count()).toBe(2)
    expect(await axeViolations(page)).toEqual([])
    await page.locator('main [name=title]').fill('Herbs on paper')
    await page.locator('main [name=cost]').fill('4,500')
    await choose(page, await aPhoto())
    await page.getByText('The picture is ready.').waitFor()
    await page.locator('#pictureAlt').fill(ALT)
    await enterIt.click()
    await page.getByRole('heading', { name: 'It is entered' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    const link = (await page.locator('copy-link a').innerText()).trim()
    const { alt, bytes } = await keptPicture('Herbs on paper')
    expect([alt, bytes.includes('Phone of Ada'), bytes.length > 0]).toEqual([ALT, false, true])
    await page.getByRole('button', { name: 'Enter another one' }).click()
    await expect.poll(() => page.locator('main [name=title]').inputValue()).toBe('')
    for (const width of [320, 390, 1024]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await overflow(page)).toBe(0)
    }
    await page.goto(link)
    await page.getByRole('heading', { name: 'Waiting to be read' }).waitFor()
  })
})

function commits(): number {
  const counted = execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: site.contentDir })
  return Number(counted.toString())
}
