/**
 * Checks of a page in the browser: accessibility by axe, and what the page asks of others.
 *
 * Talks to a page of playwright-core. Invariant: axe runs inside the page as it is, with the page's own
 * content policy in force.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import * as v from 'valibot'

const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
)

const ViolationsSchema = v.array(
  v.object({ id: v.string(), nodes: v.array(v.object({ target: v.array(v.unknown()) })) }),
)

/** What axe objects to, by all of its rules that are not experiments: rule and places, one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const found: unknown = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  )
  return v
    .parse(ViolationsSchema, found)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

export type Watch = {
  /** Addresses that were asked for, without those of the page's own origin. */
  readonly elsewhere: readonly string[]
  /** Errors on the console, and errors that nobody caught. */
  readonly errors: readonly string[]
}

/** Notes from now on what a page asks for, and what goes wrong in it. */
export function watch(page: Page, origin: string): Watch {
  const [elsewhere, errors]: [string[], string[]] = [[], []]
  page.on('request', (request) => {
    const { protocol, origin: from } = new URL(request.url())
    if (from !== origin && protocol !== 'data:') elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    // The browser's own line on a page that is missing; the test of that page asked for it.
    const missing =
      message.text().includes('status of 404') && message.location().url === page.url()
    if (message.type() === 'error' && !missing) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return { elsewhere, errors }
}

/**
 * What lies under something else while it has the focus (WCAG 2.2, 2.4.11), by walking through the page with
 * the tabulator key: tag, name and text of each.
 */
export async function coveredFocus(page: Page): Promise<readonly string[]> {
  const covered = new Set<string>()
  const stops = await page.locator('a[href], button, input, select, textarea, summary').count()
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return undefined
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const places = [0.1, 0.5, 0.9].flatMap((x) =>
        [0.1, 0.5, 0.9].map((y) => [left + x * (right - left), top + y * (bottom - top)] as const),
      )
      const isSeen = places.some(([x, y]) => {
        const above = document.elementFromPoint(x, y)
        return above !== null && (element.contains(above) || above.contains(element))
      })
      return isSeen ? undefined : `${element.tagName} ${element.textContent.trim().slice(0, 40)}`
    })
    if (found !== undefined) covered.add(found)
  }
  return [...covered]
}

/** Animations and transitions that take longer than a moment. */
export function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
      const lengths = [animationName === 'none' ? '0s' : animationDuration, transitionDuration]
      return lengths
        .join()
        .split(',')
        .some((length) => parseFloat(length) > 0.1)
        ? [`${element.tagName} ${lengths.join(' ')}`]
        : []
    }),
  )
}

/** What can be pressed on the page and is less wide or high than so many pixels: its name, width and height. */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((pixels) => {
    const targets = document.querySelectorAll<HTMLElement>(
      'a[href], button, select, summary, input:not([type="hidden"])',
    )
    return [...targets].flatMap((target) => {
      if (!target.checkVisibility()) return []
      const isChosen = target instanceof HTMLInputElement && /checkbox|radio/.test(target.type)
      const pressed = isChosen ? (target.closest('label') ?? target.labels?.[0] ?? target) : target
      const { width, height } = pressed.getBoundingClientRect()
      if (width >= pixels && height >= pixels) return []
      const name = (pressed.textContent || target.getAttribute('name') || '').trim().slice(0, 40)
      return [`${target.tagName} ${name}: ${Math.round(width)} x ${Math.round(height)}`]
    })
  }, least)
}

/** Notes what moves on the pages that this one comes to, and answers with a way to ask for it. */
export async function watchShifts(page: Page): Promise<() => Promise<readonly number[]>> {
  await page.addInitScript(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(Reflect.get(entry, 'value') as number)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => Reflect.get(window, 'seen') as number[])
}

/** How many pixels of the page lie beyond the right edge of the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}
