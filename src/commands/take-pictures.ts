/**
 * Pictures of the page types in one language, as one kind of visitor sees them, and sheets as printers do.
 *
 * Talks to a browser, a running site and a folder. Invariant: the whole page is on its picture.
 * Decided in docs/decisions/0007.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { VISITORS, type Held, type Visitor } from './desk-example.ts'
import type { PageType } from './page-types.ts'

export type Look = {
  readonly name: string
  /** Pixels; a picture has one for each, since a browser takes none that is taller than 16,384. */
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
  readonly media: 'screen' | 'print'
}

/** Print is as wide as A4 between margins of 15 mm. */
export const LOOKS: readonly Look[] = [
  look({ name: 'phone', width: 360, height: 740 }),
  look({ name: 'phone-dark', width: 360, height: 740, colorScheme: 'dark' }),
  look({ name: 'desktop', width: 1280, height: 900 }),
  look({ name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' }),
  look({ name: 'print', width: 680, height: 962, media: 'print' }),
]

function look(given: Pick<Look, 'name' | 'width' | 'height'> & Partial<Look>): Look {
  return { colorScheme: 'light', media: 'screen', ...given }
}

/** What a page that is made for paper is printed on. */
const PAPERS = ['A4', 'A3'] as const

export type PictureRequest = {
  readonly siteUrl: string
  readonly look: Look
  readonly folder: string
  /** The next code that nobody has voted with. */
  readonly takeCode: () => string
  readonly pages: readonly PageType[]
  /** What the browsers of visitors hold whom the site knows. */
  readonly held?: Readonly<Partial<Record<Visitor, Held | undefined>>>
}

/** Takes them and answers with the files that it wrote. */
export async function takePictures(
  browser: Browser,
  request: PictureRequest,
): Promise<readonly string[]> {
  const { look, folder, pages, held = {} } = request
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const visitor of VISITORS) {
    const storageState = held[visitor]
    const context = await browser.newContext({
      viewport: { width: widthOf(look, visitor), height: look.height },
      ...{ colorScheme: look.colorScheme, reducedMotion: 'reduce' },
      ...(storageState && { storageState }),
    })
    for (const page of pages.filter(({ as = 'nobody' }) => as === visitor)) {
      const file = join(folder, `${page.name.replaceAll(' ', '-')}-${look.name}.png`)
      await writeFile(file, await takePicture(context, page, request))
      files.push(file)
      if (page.paper && look.media === 'print') files.push(...(await print(context, page, request)))
    }
    await context.close()
  }
  return files
}

/** A clerk's desk must work on the screen of a tablet. */
function widthOf({ width }: Look, visitor: Visitor): number {
  return visitor === 'nobody' ? width : Math.min(width, 1024)
}

/** Scripts that a page asks for once it is drawn have run when their place is gone. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('script[nomodule]').first().waitFor({ state: 'detached' })
}

async function takePicture(
  context: BrowserContext,
  { path, reach }: PageType,
  { siteUrl, look, takeCode }: PictureRequest,
): Promise<Buffer> {
  const page = await context.newPage()
  await open(page, siteUrl + path)
  await reach?.(page, takeCode)
  await page.emulateMedia({ media: look.media })
  await unfold(page)
  const picture = await page.screenshot({ fullPage: true })
  await page.close()
  return picture
}

/** Whole: with the pictures further down, and with what follows a reader in its own place, where it covers nothing. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const image of document.images) {
      image.loading = 'eager'
      // Else its place is painted first and the picture a moment later.
      image.decoding = 'sync'
    }
    for (const part of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(part).position === 'sticky') part.style.position = 'static'
  })
  await page.waitForFunction(() =>
    [...document.images].every((image) => image.complete || !image.checkVisibility()),
  )
  // Asked for a picture before it has painted the page, Chromium answers "Unable to capture screenshot".
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
}

async function print(
  context: BrowserContext,
  { name, path, reach }: PageType,
  { siteUrl, folder, takeCode }: PictureRequest,
): Promise<readonly string[]> {
  const page = await context.newPage()
  await open(page, siteUrl + path)
  await reach?.(page, takeCode)
  const file = name.replaceAll(' ', '-')
  const files = PAPERS.map((format) => ({ format, path: join(folder, `${file}-${format}.pdf`) }))
  for (const sheet of files) await page.pdf({ ...sheet, printBackground: true })
  await page.close()
  return files.map((sheet) => sheet.path)
}
