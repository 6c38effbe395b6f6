import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgetTable, overBudget, type LoadedPage } from '../../src/commands/page-budgets.ts'
import { loadPage } from '../../src/commands/page-load.ts'
import { codesOf, pageTypes, type PageType } from '../../src/commands/page-types.ts'
import { LANGUAGES, type Language } from '../../src/domain/council.ts'
import { openBrowser } from '../support/browser.ts'
import { IS_HEAVY } from '../support/heavy.ts'
import { HTML_RULES } from '../support/html-rules.ts'
import { axeViolations, coveredFocus, moving, overflow, watch } from '../support/page-checks.ts'
import { OPEN_ROUND, startSite, type RunningSite } from '../support/running-site.ts'

let site: RunningSite
let browser: Browser
let takeCode: () => string

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite({ letters: 100 }), openBrowser()])
  takeCode = codesOf(site.letters)
})

afterAll(async () => {
  await browser.close()
  await site.close()
})

const PAGES = pageTypes('en')

const validator = new HtmlValidate(HTML_RULES)

type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number }

/** Every language in both lights and both widths. */
const ALL_LOOKS = LANGUAGES.flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    [390, 1280].map((width) => ({ language, colorScheme, width })),
  ),
)

/** Half of them, in which each two of language, light and width still meet. */
const PAIRED_LOOKS = ALL_LOOKS.filter(
  ({ language, colorScheme, width }) =>
    (LANGUAGES.indexOf(language) % 2 === 0) === ((colorScheme === 'light') === width > 1000),
)

/** The short form has each page once; the long one has every page in every look. */
function looksOf(page: number): readonly (Look & { readonly language: Language })[] {
  return IS_HEAVY ? ALL_LOOKS : PAIRED_LOOKS.filter((_, at) => at === page % PAIRED_LOOKS.length)
}

/** Opens a page of its own; the caller closes its context. */
async function open(
  { path, reach }: Pick<PageType, 'path' | 'reach'>,
  { colorScheme, width }: Look,
  given: BrowserContextOptions = {},
) {
  const options = { colorScheme, viewport: { width, height: 844 }, ...given }
  const page = await (await browser.newContext(options)).newPage()
  const seen = watch(page, site.url)
  const response = await page.goto(site.url + path)
  await reach?.(page, takeCode)
  return { page, seen, response }
}

/** The HTML as the server sends it; the page with errors comes as the answer to a plain form. */
async function htmlOf(name: string, path: string): Promise<string> {
  if (name !== 'vote with errors') return (await fetch(site.url + path)).text()
  const { digest = '' } = (await site.ports.content.round(OPEN_ROUND)) ?? {}
  const fields = { token: 'not a code', ballotDigest: digest, choices: 'lit-path', lang: 'en' }
  const answer = await fetch(`${site.url}/api/rounds/${OPEN_ROUND}/ballots`, {
    method: 'POST',
    headers: { Accept: 'text/html' },
    body: new URLSearchParams(fields),
  })
  const html = await answer.text()
  expect(html).toContain('class="error-summary')
  return html
}

describe.each(PAGES.map((type, at) => ({ ...type, at })))('the page "$name"', (type) => {
  const { name, path, at } = type
  /** Its words are the longest. */
  const inGerman = pageTypes('de')[at] ?? type

  test.each(looksOf(at))(
    'has nothing that axe objects to: $language, $colorScheme, $width px',
    async ({ language, ...look }) => {
      const { page } = await open(pageTypes(language)[at] ?? type, look)
      expect(await axeViolations(page)).toEqual([])
      await page.context().close()
    },
  )

  test('can be read at 400 %, in the colours that the reader forces, and without motion', async () => {
    const given = { forcedColors: 'active', reducedMotion: 'reduce' } as const
    const { page } = await open(inGerman, { colorScheme: 'dark', width: 320 }, given)
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await overflow(page)).toBe(0)
    expect(await coveredFocus(page)).toEqual([])
    expect(await moving(page)).toEqual([])
    await page.context().close()
  })

  test('asks nobody else, sets no cookie, has no error and fits 320 px', async () => {
    const { page, seen, response } = await open(inGerman, {
      colorScheme: 'light',
      width: 320,
    })
    await page.waitForLoadState('networkidle')
    expect(response?.status()).toBe(name === 'missing' ? 404 : 200)
    expect(seen).toEqual({ elsewhere: [], errors: [] })
    expect(await page.context().cookies()).toEqual([])
    expect(await response?.headerValue('set-cookie')).toBeNull()
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })

  test('is valid HTML', async () => {
    const report = await validator.validateString(await htmlOf(name, path), path)
    const faults = report.results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message, selector }) => [line, ruleId, message, selector]),
    )
    expect(faults).toEqual([])
  })
})

describe('what a page costs its reader', () => {
  const PHONE = { viewport: { width: 360, height: 740 } }
  // German words are the longest.
  const opened = pageTypes('de').filter(({ reach }) => reach === undefined)

  test('is within the budget of its type, and nothing that was seen moves', async () => {
    const context = await browser.newContext(PHONE)
    const pages: LoadedPage[] = []
    for (const { name, path } of opened) {
      const page = await context.newPage()
      pages.push({ name, load: await loadPage(page, site.url + path) })
      await page.close()
    }
    await context.close()
    expect(pages.flatMap(overBudget), budgetTable(pages)).toEqual([])
  })

  test.each(['proposals', 'proposal', 'vote'])(
    'moves nothing where choices were kept: %s',
    async (name) => {
      const page = await (await browser.newContext(PHONE)).newPage()
      await page.goto(`${site.url}/de/rounds/${OPEN_ROUND}/proposals/`)
      for (const id of ['lit-path', 'repair-cafe'])
        await page.locator(`[data-choose="${id}"]`).click()
      const path = opened.find((type) => type.name === name)?.path ?? ''
      const { moved } = await loadPage(page, site.url + path)
      expect(moved).toEqual([])
      const kept = 'my-ballot[data-shown], [value="lit-path"]:checked'
      await expect.poll(() => page.locator(kept).count()).toBe(1)
      await page.context().close()
    },
  )

  test('is told with what is over, and with what moved', async () => {
    const page = await (await browser.newContext(PHONE)).newPage()
    await page.addInitScript(() =>
      addEventListener('load', () => {
        for (const src of ['/a.js', '/b.js', '/c.js'])
          document.body.append(Object.assign(document.createElement('script'), { src }))
        setTimeout(() => document.body.prepend('Late '.repeat(200)), 100)
      }),
    )
    const load = await loadPage(page, `${site.url}/en/`)
    const told = overBudget({ name: 'home', load }).join('\n')
    expect(told).toContain('home: requests 6, at most 3')
    expect(told).toMatch(/home: moves by 0\.\d+: .*<header class="site-header">/)
    await page.context().close()
  })
})

describe('the checks themselves', () => {
  test('find a picture without a text, a request elsewhere, an error and a page that is too wide', async () => {
    const look = { colorScheme: 'light', width: 320 } as const
    // The page's own policy would keep the request from being made at all.
    const { page, seen } = await open({ path: '/en/' }, look, { bypassCSP: true })
    await page.evaluate(async () => {
      const wide = '<p style="width: 900px">Wide</p><img src="/favicon.svg">'
      document.body.insertAdjacentHTML('beforeend', wide)
      console.error('made by the test')
      await fetch('https://elsewhere.example/').catch(() => undefined)
    })
    expect(seen.elsewhere).toEqual(['https://elsewhere.example/'])
    expect(seen.errors).toContain('made by the test')
    expect(await overflow(page)).toBeGreaterThan(0)
    expect((await axeViolations(page)).join()).toContain('image-alt')
    expect(await coveredFocus(page)).toEqual([])
    await page.evaluate(() => {
      const above = '<div style="position: fixed; inset: 0; transition: all 3s">Above</div>'
      document.body.insertAdjacentHTML('beforeend', above)
    })
    expect((await coveredFocus(page)).length).toBeGreaterThan(3)
    expect(await moving(page)).toEqual(['DIV 0s 3s'])
    await page.context().close()
    expect((await validator.validateString('<p><div></div>')).valid).toBe(false)
  })
})
