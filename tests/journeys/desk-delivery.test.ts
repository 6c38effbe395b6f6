/**
 * Delivery at the desk in a real browser: an update of a funded project with its picture, from the form to the
 * residents' pages, changed, and taken back.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: the clerk reads what changes before it is
 * published, in one commit.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhoto } from '../support/bad-pictures.ts'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => void dialog.accept())
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const head = () => site.ports.publisher.head('content')

const ALT = 'A mower between two young trees'
const first = () => clerk.page.locator('[data-list="entries"] li').first()
const preview = () => clerk.page.locator('[data-if="preview"]')

async function press(selector: string): Promise<void> {
  await clerk.page.locator(selector).first().click()
  await deskReady(clerk.page)
}

const look = () => press('form[data-step="post"] [type="submit"]')

async function publish(): Promise<string> {
  await press('[data-act="publish"]')
  return clerk.page.locator('[data-done]').innerText()
}

const pictures = () => readdirSync(join(site.contentDir, 'rounds', PAST_ROUND, 'pictures'))

/** What the built page of the project shows. */
async function residentsPage(path = 'proposals/apple-trees/') {
  await site.rebuild()
  const { page } = clerk
  await page.goto(`${site.url}/da/rounds/${PAST_ROUND}/${path}`)
  return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
}

async function openProject(): Promise<void> {
  const { page, go } = clerk
  await go('delivery/')
  await page.locator('#delivery-round').selectOption(PAST_ROUND)
  await press('form[data-step="show"] button')
  await page.locator('#delivery-proposal').selectOption('apple-trees')
  await expect.poll(() => first().innerText()).toMatch(/apples|guards/)
}

describe('Delivery', () => {
  test('lists the funded projects of a round, and what was told of each', async () => {
    const { page } = clerk
    await openProject()
    await expect.poll(() => first().innerText()).toContain('The first eleven apples')
    await expect.poll(() => first().innerText()).toContain('Picture: A drawing of a basket')
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
  })

  test('tells all that is wrong at once, and leads there', async () => {
    const { page } = clerk
    const before = await head()
    await page.locator('#delivery-date').fill('')
    await page.locator('#delivery-text').fill('No')
    await page.locator('#delivery-spent').fill('about ten')
    await page.locator('#pictureAlt').fill(ALT)
    await look()
    const summary = page.locator('.error-summary')
    await expect.poll(() => summary.evaluate((box) => box === document.activeElement)).toBe(true)
    await expect
      .poll(() => summary.locator('li').allInnerTexts())
      .toEqual([
        'Write a day that is today or earlier.',
        'Write at least 5 and at most 4,000 characters.',
        'Write an amount such as 9800 or 9800.50, or leave it empty.',
        'Choose the picture too, or empty its text.',
      ])
    for (const id of ['delivery-date', 'delivery-text', 'delivery-spent', 'picture'])
      await expect
        .poll(() => page.locator(`#${id}`).getAttribute('aria-invalid'), { message: id })
        .toBe('true')
    expect(await axeViolations(page)).toEqual([])
    await summary.getByText('Write an amount').click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('delivery-spent')
    await expect
      .poll(async () => [await head(), await preview().isVisible()])
      .toEqual([before, false])
  })

  test('keeps what was typed through a reload', async () => {
    const { page } = clerk
    await page.locator('#delivery-date').fill('2026-09-30')
    await page.locator('#delivery-text').fill('The guards came off.')
    await page.locator('#delivery-spent').fill('11,250.50')
    await page.locator('#delivery-done').check()
    await page.reload()
    await deskReady(page)
    await expect.poll(() => page.locator('[data-done]').innerText()).toContain('is here again')
    await expect.poll(() => page.locator('#delivery-proposal').inputValue()).toBe('apple-trees')
    const kept = ['date', 'text', 'spent'].map((id) => page.locator(`#delivery-${id}`).inputValue())
    expect(await Promise.all(kept)).toEqual(['2026-09-30', 'The guards came off.', '11,250.50'])
    await expect.poll(() => page.locator('#delivery-done').isChecked()).toBe(true)
    await expect.poll(() => page.locator('#pictureAlt').inputValue()).toBe(ALT)
  })

  test('refuses what is no picture, and keeps the rest', async () => {
    const { page } = clerk
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
    await page
      .locator('#picture')
      .setInputFiles({ name: 'drawing.jpg', mimeType: 'image/jpeg', buffer: drawing })
    await expect.poll(() => page.locator('#picture-error').innerText()).toMatch(/^A picture: /)
    await expect
      .poll(() => page.locator('#delivery-text').inputValue())
      .toBe('The guards came off.')
  })

  test('shows the update and its picture first, and publishes both in one commit', async () => {
    const { page } = clerk
    const before = await head()
    const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() }
    await page.locator('#picture').setInputFiles(photo)
    await page.getByText('The picture is ready.').waitFor()
    await look()
    const told = (await preview().innerText()).replaceAll('\u00a0', ' ')
    for (const words of [
      'Finished',
      'The guards came off.',
      '11,250.50 kr.\n',
      '1 commit, 1 deploy',
    ])
      expect(told).toContain(words)
    await expect.poll(() => preview().getByRole('img', { name: ALT }).isVisible()).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
    expect(await head()).toBe(before)
    expect(await publish()).toContain(`/en/rounds/${PAST_ROUND}/proposals/apple-trees/`)
    expect(await head()).not.toBe(before)
    expect(pictures()).toHaveLength(3)
    await expect.poll(() => first().innerText()).toContain('The guards came off.')
    await expect.poll(() => page.locator('#delivery-text').inputValue()).toBe('')
    await page.reload()
    await deskReady(page)
    await expect.poll(() => page.locator('#delivery-text').inputValue()).toBe('')
  })

  test('and residents read it, once it is deployed', async () => {
    for (const path of ['proposals/apple-trees/', 'result/']) {
      const text = await residentsPage(path)
      expect(text).toContain('The guards came off.')
      expect(text).toContain('Færdigt')
      expect(text).toContain('Brugt indtil nu: 11.250,50 kr.')
      const image = clerk.page.getByRole('img', { name: ALT })
      await image.scrollIntoViewIfNeeded()
      const loaded = () => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)
      await expect.poll(loaded).toBeGreaterThan(500)
      const { width = 0, height = 1 } = (await image.boundingBox()) ?? {}
      expect(width / height).toBeCloseTo(1.5, 1)
      expect(await overflow(clerk.page)).toBe(0)
    }
  }, 180_000)

  test('changes what was told, shows both before, and keeps its picture', async () => {
    const { page } = clerk
    await openProject()
    await first()
      .getByRole('button', { name: /^Change/ })
      .click()
    await expect
      .poll(() => page.locator('[data-fill="form-title"]').innerText())
      .toBe('Change an update')
    await expect.poll(() => page.locator('#delivery-spent').inputValue()).toBe('11250.50')
    await expect.poll(() => page.locator('#pictureAlt').inputValue()).toBe(ALT)
    await page.locator('#delivery-text').fill('The guards came off on a Wednesday.')
    await page.reload()
    await deskReady(page)
    await expect
      .poll(() => page.locator('[data-fill="form-title"]').innerText())
      .toBe('Change an update')
    await look()
    await expect
      .poll(() => preview().locator('[data-fill="was"]').innerText())
      .toContain('came off.')
    await expect
      .poll(() => preview().locator('[data-fill="will"]').innerText())
      .toContain('on a Wednesday')
    await publish()
    await expect.poll(() => first().innerText()).toContain('on a Wednesday')
    await expect.poll(() => page.locator('[data-list="entries"] li').count()).toBe(3)
    expect(pictures()).toHaveLength(3)
  })

  test('takes it back with its picture, after it said what follows', async () => {
    const before = await head()
    await first()
      .getByRole('button', { name: /^Take back/ })
      .click()
    const told = await preview().innerText()
    expect(told).toContain('This will be taken back')
    expect(told).toContain('history of the files')
    expect(told).not.toContain('It will stand')
    expect(await publish()).toContain('It is taken back')
    expect(await head()).not.toBe(before)
    await expect.poll(() => first().innerText()).toContain('The first eleven apples')
    expect(pictures()).toHaveLength(2)
    expect(await residentsPage()).not.toContain('The guards came off')
  }, 120_000)

  test('tells the second of two clerks, and keeps what was typed', async () => {
    const { page } = clerk
    await openProject()
    await first()
      .getByRole('button', { name: /^Change/ })
      .click()
    await page.locator('#delivery-text').fill('Twelve apples, not eleven.')
    await look()
    const path = join(site.contentDir, 'rounds', PAST_ROUND, 'proposals/apple-trees.md')
    const theirs = readFileSync(path, 'utf8').replace('The first eleven apples', 'Eleven apples')
    await site.ports.publisher.commit({
      ...{ branch: 'content', message: 'Theirs', expectedHead: await head() },
      files: [{ path: `rounds/${PAST_ROUND}/proposals/apple-trees.md`, text: theirs }],
    })
    await press('[data-act="publish"]')
    await expect
      .poll(() => page.locator('[data-told]').innerText())
      .toContain('This has changed meanwhile')
    await expect.poll(() => page.locator('[data-if="moved"]').isVisible()).toBe(true)
    await expect
      .poll(() => page.locator('#delivery-text').inputValue())
      .toBe('Twelve apples, not eleven.')
    await expect.poll(() => first().innerText()).toContain('Eleven apples')
    expect(readFileSync(path, 'utf8')).toBe(theirs)
  })
})
