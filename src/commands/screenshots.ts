/**
 * `npm run screenshots`: pictures of every page type of the example council, for eyes to look at.
 *
 * Talks to a site and a browser of its own, and writes into one folder that git ignores. Invariant: what is
 * seen is the built site on the local host, with its own policy. Decided in docs/decisions/0007.
 */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { readCouncil } from '../adapters/content/read-content.ts'
import { LANGUAGES, type Language } from '../domain/council.ts'
import { startSite } from './example-site.ts'
import { PROJECT_DIR } from './host/project.ts'
import { runCommand } from './host/run-command.ts'
import { openBrowser } from './open-browser.ts'
import { addDeskRounds, fillDesk } from './desk-example.ts'
import { deskPages, kioskPages, proposePages } from './desk-page-types.ts'
import { codesOf, pageTypes, type PageType } from './page-types.ts'
import { Refused } from './refused.ts'
import { LOOKS, takePictures } from './take-pictures.ts'

const USAGE = `Usage: npm run screenshots [-- --language ${LANGUAGES.join('|')}] [--page NAME]`

/** Enough for the pages that take a code, in each look and language. */
const LETTERS = 100

/** Only a site with an address has codes on its posters. */
const SITE_URL = 'https://tranebro.example'

const OUT = join(PROJECT_DIR, 'screenshots')

await runCommand(async () => {
  const { values } = parseArgs({
    options: { language: { type: 'string' }, page: { type: 'string' } },
  })
  const { languages } = await readCouncil(join(PROJECT_DIR, 'content'))
  const wanted = languages.filter(
    (each) => values.language === undefined || each === values.language,
  )
  const names = everyPage('en').map(({ name }) => name)
  if (values.page !== undefined && !names.includes(values.page))
    throw new Refused(`There is no page type "${values.page}". Known are ${names.join(', ')}.`)
  if (wanted.length === 0) throw new Refused(USAGE)
  if (values.page === undefined)
    for (const language of wanted) await rm(join(OUT, language), { recursive: true, force: true })
  const count = await takeAll(wanted, values.page)
  console.log(`\n${count} pictures in ${relative(process.cwd(), OUT) || '.'}/`)
}, USAGE)

/** Of residents, clerks, tellers and voters in a hall. */
function everyPage(language: Language): readonly PageType[] {
  const [residents, kiosks] = [pageTypes(language), kioskPages(language)]
  return [...residents, ...proposePages(language), ...kiosks, ...deskPages(language)]
}

async function takeAll(languages: readonly Language[], only?: string): Promise<number> {
  const secret = randomBytes(24).toString('base64url')
  const site = await startSite({
    ...{ letters: LETTERS, siteUrl: SITE_URL, prepare: addDeskRounds },
    settings: { SETUP_SECRET: secret },
  })
  const takeCode = codesOf(site.letters)
  const browser = await openBrowser()
  let count = 0
  try {
    const held = await fillDesk(site, browser, secret)
    for (const language of languages)
      for (const look of LOOKS) {
        const folder = join(OUT, language)
        const pages = everyPage(language).filter(({ name }) => only === undefined || name === only)
        const request = { siteUrl: site.url, look, folder, takeCode, pages, held }
        const files = await takePictures(browser, request)
        for (const file of files) console.log(`  ${relative(process.cwd(), file)}`)
        count += files.length
      }
  } finally {
    await browser.close()
    await site.close()
  }
  return count
}
