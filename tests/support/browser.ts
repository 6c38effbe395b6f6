/**
 * The browser of the tests: the one that `npm run screenshots` opens too.
 *
 * Talks to nothing itself. Invariant: no test opens a browser another way, and none acts on a page before the
 * scripts ran that it asks for once it is drawn; a reader is never that quick.
 */
import type { Browser, Page } from 'playwright-core'
import { openBrowser as open } from '../../src/commands/open-browser.ts'

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
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  page.goto = async (...given) => {
    const answer = await goto(...given)
    await scriptsRan(page)
    return answer
  }
  page.reload = async (...given) => {
    const answer = await reload(...given)
    await scriptsRan(page)
    return answer
  }
}

/** The place of a script goes when it has run. Where a test stops the script, the page goes on without it. */
async function scriptsRan(page: Page): Promise<void> {
  const places = page.locator('script[nomodule]')
  await places
    .first()
    .waitFor({ state: 'detached', timeout: 3_000 })
    .catch(() => undefined)
}
