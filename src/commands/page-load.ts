/**
 * What a page costs its reader: the answers that a browser takes for it, and whether what was seen moves.
 *
 * Talks to a page of playwright-core. Invariant: counted is what travels, as the host compressed it, and
 * nothing that the reader has not asked for by opening the page is left out. Decided in docs/decisions/0019.
 */
import type { Page, Request } from 'playwright-core'

export type PageLoad = {
  /** Of all bodies but pictures, as they travel. */
  readonly bytes: number
  readonly requests: number
  readonly scriptBytes: number
  readonly pictureBytes: number
  /** Addresses on other hosts, and those that are not there. */
  readonly wrong: readonly string[]
  /** Cumulative layout shift, by every shift that was no answer to the reader. */
  readonly shift: number
  /** What moved: tags with their classes, and text that is in none. */
  readonly moved: readonly string[]
}

/** Opens an address in a new page and waits until it asks for nothing more. */
export async function loadPage(page: Page, address: string): Promise<PageLoad> {
  const asked: Request[] = []
  page.on('request', (request) => asked.push(request))
  await page.addInitScript(noteShifts)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const { origin } = new URL(address)
  const sizes = await Promise.all(asked.map(sizeOf))
  const bytesOf = (kind: (size: Size) => boolean) =>
    sizes.filter(kind).reduce((sum, { bytes }) => sum + bytes, 0)
  const isPicture = ({ kind }: Size) => kind === 'image'
  const shifts = await page.evaluate(() => window.shifts)
  return {
    bytes: bytesOf((size) => !isPicture(size)),
    requests: sizes.filter((size) => !isPicture(size)).length,
    scriptBytes: bytesOf(({ kind }) => kind === 'script'),
    pictureBytes: bytesOf(isPicture),
    wrong: sizes
      .filter(({ url, kind, ok }) => new URL(url).origin !== origin || (!ok && kind !== 'document'))
      .map(({ url }) => url),
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    moved: shifts.flatMap(({ moved }) => moved),
  }
}

type Size = {
  readonly url: string
  readonly kind: string
  readonly bytes: number
  readonly ok: boolean
}

async function sizeOf(request: Request): Promise<Size> {
  const response = await request.response()
  const bytes = response === null ? 0 : Number(response.headers()['content-length'] ?? 0)
  return { url: request.url(), kind: request.resourceType(), bytes, ok: response?.ok() ?? false }
}

type Shift = { readonly value: number; readonly moved: readonly string[] }
type LayoutShift = PerformanceEntry & {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node?: Node | null }[]
}

declare global {
  interface Window {
    shifts: Shift[]
  }
}

/** Runs in the page, before anything of it. */
function noteShifts(): void {
  window.shifts = []
  const observer = new PerformanceObserver((list) => {
    // The browser's own list of types knows no layout shift.
    for (const entry of list.getEntries() as LayoutShift[])
      if (!entry.hadRecentInput)
        window.shifts.push({
          value: entry.value,
          moved: entry.sources.map(({ node }) =>
            node instanceof Element
              ? `<${node.localName} class="${node.getAttribute('class') ?? ''}">`
              : (node?.textContent ?? ''),
          ),
        })
  })
  observer.observe({ type: 'layout-shift', buffered: true })
}
