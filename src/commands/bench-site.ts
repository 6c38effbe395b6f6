/**
 * `npm run bench -- site [--language LANGUAGE] [--page NAME] [--json]`: what every page type costs a reader on
 * a phone.
 *
 * Talks to a built site and a browser of its own. With --json it prints a list of { page, bytes, requests,
 * scriptBytes, pictureBytes, lcp, cls, performance, accessibility, bestPractices, seo }; lcp in milliseconds,
 * scores of 100. Invariant: bytes are what a real browser took, the rest is Lighthouse's own, at its defaults
 * for phones. Decided in docs/decisions/0019.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { readCouncil } from '../adapters/content/read-content.ts'
import type { Language } from '../domain/council.ts'
import { askLighthouse, type Judged } from './ask-lighthouse.ts'
import { buildSite } from './build.ts'
import { copyExample } from './host/example-content.ts'
import { startHost } from './host/host.ts'
import { listen, stopListening } from './host/listen.ts'
import { PROJECT_DIR } from './host/project.ts'
import { openBrowser } from './open-browser.ts'
import { loadPage, type PageLoad } from './page-load.ts'
import { pageTypes, type PageType } from './page-types.ts'
import { Refused } from './refused.ts'

const EXAMPLE = join(PROJECT_DIR, 'content')

/** A page that says it is missing is no page to judge; this is the same one at an address of its own. */
const MISSING = { name: 'missing', path: '/404.html' }

type Row = Judged & Pick<PageLoad, 'bytes' | 'requests' | 'scriptBytes' | 'pictureBytes'>
type NamedRow = Row & { readonly page: string }

/** Runs the command with the words after its subject. */
export async function benchSite(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      language: { type: 'string' },
      page: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const pages = pagesOf(await languageIn(values.language), values.page)
  const rows = await measureExample(pages, values.json ? () => undefined : console.log)
  if (values.json) console.log(JSON.stringify(rows))
}

async function languageIn(wanted: string | undefined): Promise<Language> {
  const { languages } = await readCouncil(EXAMPLE)
  const found = languages.find((each) => wanted === undefined || each === wanted)
  if (found) return found
  throw new Refused(`--language "${wanted}": the example has ${languages.join(', ')}.`)
}

function pagesOf(language: Language, only: string | undefined): readonly PageType[] {
  const opened = pageTypes(language)
    .filter(({ reach, name }) => reach === undefined && name !== MISSING.name)
    .concat(MISSING)
  const pages = opened.filter(({ name }) => only === undefined || name === only)
  if (pages.length > 0) return pages
  throw new Refused(`--page "${only}": known are ${opened.map(({ name }) => name).join(', ')}.`)
}

/** Builds for the address that it is served at, since pages name their own. */
async function measureExample(
  pages: readonly PageType[],
  tell: (line: string) => void,
): Promise<readonly NamedRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-site-'))
  const [contentDir, siteDir] = [join(folder, 'content'), join(folder, 'site')]
  const [port, debugPort] = [await freePort(), await freePort()]
  await copyExample({ source: EXAMPLE, directory: contentDir, now: Date.now() })
  await buildSite({ contentDir, outDir: siteDir, siteUrl: `http://localhost:${port}` })
  const host = await startHost({ siteDir, functions: [], port })
  const browser = await openBrowser(debugPort)
  try {
    tell(HEAD)
    const rows: NamedRow[] = []
    for (const { name, path } of pages) {
      const row = await measure(browser, host.url + path, debugPort)
      tell(print(name, row))
      rows.push({ page: name, ...row })
    }
    tell(FOOT)
    return rows
  } finally {
    await browser.close()
    await host.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, address: string, debugPort: number): Promise<Row> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  const page = await context.newPage()
  const { bytes, requests, scriptBytes, pictureBytes } = await loadPage(page, address)
  await context.close()
  return {
    ...{ bytes, requests, scriptBytes, pictureBytes },
    ...(await askLighthouse(address, debugPort)),
  }
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  const { port } = new URL(await listen(server, 0))
  await stopListening(server)
  return Number(port)
}

const COLUMNS = 'bytes requests script picture LCP CLS perf a11y best SEO'.split(' ')
const HEAD = `${'page'.padEnd(22)}${COLUMNS.map((name) => name.padStart(9)).join('')}`
const FOOT = `
Bytes by brotli, without pictures; LCP in milliseconds at Lighthouse's defaults for a phone.
* The page asks search engines to leave it alone, which costs it nothing here.`

function print(name: string, row: Row): string {
  const numbers = [row.bytes, row.requests, row.scriptBytes, row.pictureBytes, Math.round(row.lcp)]
  const scores = [row.performance, row.accessibility, row.bestPractices, row.seo]
  const cells = [...numbers, row.cls.toFixed(3), ...scores]
  const line = cells.map((cell) => String(cell).padStart(9)).join('')
  return `${name.padEnd(22)}${line}${row.unlisted ? '*' : ''}`
}
