/**
 * The browser of the tests: the one that `npm run screenshots` opens too.
 *
 * Talks to nothing itself. Invariant: no test opens a browser another way, and none acts on a page before the
 * scripts ran that it asks for once it is drawn, however it came to that page; a reader is never that quick.
 */
import type { Browser, Locator, Page } from 'playwright-core'
import { openBrowser as open } from '../../src/commands/open-browser.ts'

/** What a reader does to a part of a page. */
const DEEDS = [
  'check',
  'click',
  'fill',
  'focus',
  'press',
  'pressSequentially',
  'selectOption',
  'setInputFiles',
  'uncheck',
] as const

/** The pages that went somewhere, and whose scripts nobody waited for since. */
const fresh = new WeakSet<Page>()

/** The prototypes of locators whose deeds wait: one in a process. */
const taught = new WeakSet<object>()

/** The caller closes it. */
export async function openBrowser(port?: number): Promise<Browser> {
  const browser = await open(port)
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    if (options?.javaScriptEnabled !== false) context.on('page', waitForScripts)
    return context
  }
  return browser
}

function waitForScripts(page: Page): void {
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) fresh.add(page)
  })
  replace(page, ['goto', 'reload'], async (go) => {
    const answer = await go()
    await scriptsRan(page)
    return answer
  })
  replace(page.keyboard, ['press', 'type'], async (type) => {
    await scriptsRan(page)
    return type()
  })
  const locators = Object.getPrototypeOf(page.locator('html')) as Locator
  if (taught.has(locators)) return
  taught.add(locators)
  replace(locators, DEEDS, async (act, locator) => {
    // What is waited for here belongs to the page that the deed is meant for, not to the one before it.
    await locator.first().waitFor({ state: 'attached' })
    await scriptsRan(locator.page())
    return act()
  })
}

/** Puts `instead` in the place of some methods; it is given what the method would do, and on what. */
function replace<On extends object>(
  on: On,
  names: readonly (keyof On)[],
  instead: (act: () => Promise<unknown>, self: On) => Promise<unknown>,
): void {
  for (const name of names) {
    const method = on[name] as (...given: unknown[]) => Promise<unknown>
    Object.assign(on, {
      [name](this: On, ...given: unknown[]) {
        return instead(() => method.apply(this, given), this)
      },
    })
  }
}

/** The place of a script goes when it has run. Where a test stops the script, the page goes on without it. */
async function scriptsRan(page: Page): Promise<void> {
  if (!fresh.delete(page)) return
  await page.waitForLoadState('domcontentloaded')
  const places = page.locator('script[nomodule]')
  await places
    .first()
    .waitFor({ state: 'detached', timeout: 3_000 })
    .catch(() => undefined)
}
