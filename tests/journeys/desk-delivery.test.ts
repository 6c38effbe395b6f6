/**
 * Delivery at the desk in a real browser: an update of a funded project, from the form to the residents' pages.
 *
 * Talks to the built site, the bundled function and Chromium. Invariant: the clerk reads the update before it is
 * published, in one commit.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { SETUP_SECRET } from '../support/desk.ts'
import { aDeskPerson, deskReady, type DeskPerson } from '../support/desk-browser.ts'
import { axeViolations, overflow } from '../support/page-checks.ts'
import { PAST_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let clerk: DeskPerson
const asked: string[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    startSite({ letters: 0, settings: { SETUP_SECRET } }),
    openBrowser(),
  ])
  clerk = await aDeskPerson(browser, site, { secret: SETUP_SECRET, name: 'Ida Holm' })
  clerk.page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.accept()
  })
}, 240_000)

afterAll(async () => {
  await browser.close()
  await site.close()
})

const head = () => site.ports.publisher.head('content')

async function post(): Promise<string> {
  await clerk.page.locator('form[data-step="post"] button').click()
  await deskReady(clerk.page)
  return clerk.page.locator('[data-done]').innerText()
}

describe('Delivery', () => {
  test('lists the funded projects of a round, and what was told of each', async () => {
    const { page, go } = clerk
    await go('delivery/')
    await page.locator('#delivery-round').selectOption(PAST_ROUND)
    await page.locator('form[data-step="show"] button').click()
    await deskReady(page)
    await page.locator('#delivery-proposal').selectOption('apple-trees')
    await expect
      .poll(() => page.locator('[data-list="updates"] li').first().innerText())
      .toContain('The first eleven apples')
    expect(await axeViolations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBe(0)
    await page.setViewportSize({ width: 1024, height: 768 })
  })

  test('tells what is wrong, and keeps what was typed', async () => {
    const { page } = clerk
    const before = await head()
    await page.locator('#delivery-date').fill('2026-09-30')
    await page.locator('#delivery-text').fill('The guards came off.')
    await page.locator('#delivery-spent').fill('about ten')
    expect(await post()).toContain('Write an amount such as')
    expect(await page.locator('#delivery-spent').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#delivery-text').inputValue()).toBe('The guards came off.')
    expect([await head(), asked]).toEqual([before, []])
  })

  test('keeps it over a reload, with the round and the project', async () => {
    const { page, go } = clerk
    await go('delivery/')
    expect(await page.locator('#delivery-round').inputValue()).toBe(PAST_ROUND)
    expect(await page.locator('#delivery-proposal').inputValue()).toBe('apple-trees')
    expect(await page.locator('#delivery-date').inputValue()).toBe('2026-09-30')
    expect(await page.locator('#delivery-text').inputValue()).toBe('The guards came off.')
    expect(await page.locator('#delivery-spent').inputValue()).toBe('about ten')
    expect(await page.locator('[data-list="updates"] li').first().innerText()).toContain(
      'The first eleven apples',
    )
  })

  test('shows the update first, and publishes it in one commit', async () => {
    const { page } = clerk
    const before = await head()
    await page.locator('#delivery-spent').fill('11,250.50')
    await page.locator('#delivery-done').check()
    expect(await post()).toContain(`/en/rounds/${PAST_ROUND}/proposals/apple-trees/`)
    for (const words of ['Finished', 'The guards came off.', '11,250.50', '1 commit, 1 deploy'])
      expect(asked.join()).toContain(words)
    expect(await head()).not.toBe(before)
    expect(await page.evaluate(() => sessionStorage.getItem('desk-delivery'))).toBe(null)
    expect(await page.locator('[data-list="updates"] li').first().innerText()).toContain(
      'The guards came off.',
    )
  })

  test('and residents read it, once it is deployed', async () => {
    await site.rebuild()
    const { page } = clerk
    for (const path of ['proposals/apple-trees/', 'result/']) {
      await page.goto(`${site.url}/da/rounds/${PAST_ROUND}/${path}`)
      const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
      expect(text).toContain('The guards came off.')
      expect(text).toContain('Færdigt')
      expect(text).toContain('Brugt indtil nu: 11.250,50 kr.')
    }
  }, 120_000)
})
