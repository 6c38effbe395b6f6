/**
 * The trial of attacks in a real browser: what rendered texts do there, and what they are made of.
 *
 * Talks to a page of playwright-core and to a server of its own, which sends no policy: only the renderer
 * stands between the text and the browser. Invariant: everything that is asked for beside the page is noted.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { inspectParts, offerHit, pokeParts, readAgain, waitForPictures } from './in-page.ts'

/** How the rendered text comes into the page: with it, or put in by script. */
export type Way = 'served' | 'inserted'

export type Renderer = {
  render(text: string): string
  /** What was safe must stay the same when it is made safe again. */
  again(html: string): string
}

export type Trial = {
  /** What the texts, each in a part of one page, could do or became that they must not; empty where all is well. */
  findings(renderer: Renderer, texts: readonly string[], way: Way): Promise<readonly string[]>
  close(): Promise<void>
}

/** Nothing of what we try takes long; a page that does not come to rest was led astray. */
const PATIENCE = 10_000

/** Opens a page and its server; the caller closes both by `close`. */
export async function openTrial(browser: Browser): Promise<Trial> {
  let html = ''
  const server = createServer((request, response) => {
    const isPage = request.url === '/page/'
    response.writeHead(isPage ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(isPage ? pageAround(html) : '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${Object(server.address()).port}/page/`
  const context = await browser.newContext()
  await context.addInitScript(offerHit)
  return {
    async findings(renderer, texts, way) {
      const rendered = texts.map((text) => renderer.render(text))
      html = way === 'served' ? partsOf(rendered) : partsOf(texts.map(() => ''))
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE)
      const noted = noteEvents(page, url)
      const insert = way === 'inserted' ? rendered : []
      const found = await tryOn(page, { url, renderer, count: texts.length, insert })
      await page.close()
      return [...new Set([...noted, ...found])]
    },
    async close() {
      await context.close()
      server.close()
    },
  }
}

function partsOf(rendered: readonly string[]): string {
  return rendered.map((html) => `<div data-part>${html}</div>`).join('')
}

function pageAround(parts: string): string {
  const head = '<meta charset="utf-8"><title>Trial</title><link rel="icon" href="data:,">'
  return `<!doctype html><html lang="en"><head>${head}</head><body><main>${parts}</main></body></html>`
}

/** Notes from now on what the page asks for and what goes wrong in it. */
function noteEvents(page: Page, url: string): readonly string[] {
  const noted: string[] = []
  page.on('request', (request) => {
    if (request.url() !== url && request.url() !== 'data:,')
      noted.push(`asked for ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`error: ${message.text()}`)
  })
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
  page.on('popup', () => noted.push('opened a window'))
  page.on('dialog', (dialog) => {
    noted.push('opened a dialog')
    void dialog.dismiss()
  })
  return noted
}

async function tryOn(
  page: Page,
  given: {
    readonly url: string
    readonly count: number
    readonly renderer: Renderer
    readonly insert: readonly string[]
  },
): Promise<readonly string[]> {
  try {
    await page.goto(given.url)
    await page.evaluate((insert) => {
      for (const [at, html] of insert.entries()) {
        const part = document.querySelector('main')?.children[at]
        if (part) part.innerHTML = html
      }
    }, given.insert)
    await page.evaluate(waitForPictures)
    const { faults, parts } = await page.evaluate(inspectParts, given.count)
    await page.evaluate(pokeParts)
    // A script of an address runs a turn after the click.
    const hit = await page.evaluate(
      () => new Promise((answer) => setTimeout(() => answer('__hit' in window))),
    )
    const again = await page.evaluate(readAgain, parts.map(given.renderer.again))
    const changed = again.filter((html, at) => html !== parts[at])
    return [
      ...faults,
      ...(hit ? ['script ran'] : []),
      ...changed.map((html) => `not the same when read again: ${html}`),
    ]
  } catch (fault) {
    return [`the page was lost: ${String(fault).split('\n')[0]}`]
  }
}
