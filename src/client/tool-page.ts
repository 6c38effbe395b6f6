/**
 * A page that checks without sending anything: a form, what comes out, and the public files it looks in.
 *
 * Talks to the page, and asks its own site for the files that the page names; on a saved page to the files
 * that the reader chooses. Invariant: what is typed is in no address, no header and no storage, and the
 * files asked for are the same whatever is typed. Decided in docs/decisions/0013.
 */

/** Files that a reader has still to choose; `names` with commas between. */
class FilesLacking extends Error {
  override readonly name = 'FilesLacking'
  readonly names: string

  constructor(names: readonly string[]) {
    super('files are lacking')
    this.names = names.join(', ')
  }
}

export type ToolPage = {
  readonly root: HTMLElement
  /** What stands in a field. */
  typed(name: string): string
  /** The published files by name. */
  files(): Promise<ReadonlyMap<string, string>>
  /** Writes a text into its places, `data-fill`. */
  fill(name: string, text: string): void
}

/** `malformed`: what was typed cannot be meant. All else are the names of the blocks to show, `data-if`. */
export type Outcome = 'malformed' | readonly string[]

/** Starts every part of the page that is marked `data-tool` with this name. */
export function startTool(name: string, work: (page: ToolPage) => Promise<Outcome>): void {
  for (const root of document.querySelectorAll<HTMLElement>(`[data-tool="${name}"]`))
    start(root, work)
}

/** The element with this attribute or selector, which the page is known to have. */
export function part(root: HTMLElement, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector) ?? root
}

function start(root: HTMLElement, work: (page: ToolPage) => Promise<Outcome>): void {
  const form = root.querySelector('form')
  if (form === null) return
  root.dataset['ready'] = ''
  // A browser may have saved the page with what came out of it.
  show(root, [])
  if (isSaved()) part(form, 'details').setAttribute('open', '')
  const page = toolPage(root)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (root.hasAttribute('aria-busy')) return
    root.setAttribute('aria-busy', 'true')
    show(root, ['busy'])
    void work(page)
      .catch((fault: unknown): Outcome => {
        if (!(fault instanceof FilesLacking)) return ['failed']
        page.fill('lacking', fault.names)
        return ['lacking']
      })
      .then((outcome) => {
        root.removeAttribute('aria-busy')
        end(root, outcome)
      })
  })
}

function toolPage(root: HTMLElement): ToolPage {
  return {
    root,
    typed: (name) =>
      root.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${name}`)?.value ?? '',
    files: () => readFiles(root),
    fill: (name, text) => {
      for (const spot of root.querySelectorAll(`[data-fill="${name}"]`)) spot.textContent = text
    },
  }
}

/** Shows what came out and moves the reader there. */
function end(root: HTMLElement, outcome: Outcome): void {
  const isMalformed = outcome === 'malformed'
  show(root, isMalformed ? ['malformed'] : outcome)
  const field = part(root, '[data-field]')
  field.toggleAttribute('aria-invalid', false)
  if (isMalformed) field.setAttribute('aria-invalid', 'true')
  const heading = root.querySelector<HTMLElement>('[data-if]:not([hidden]) h2')
  if (isMalformed) field.focus()
  else heading?.focus()
}

function show(root: HTMLElement, blocks: readonly string[]): void {
  for (const block of root.querySelectorAll<HTMLElement>('[data-if]'))
    block.hidden = !blocks.includes(block.dataset['if'] ?? '')
}

/** Whether the page was opened from a disk, where it cannot ask for other files. */
function isSaved(): boolean {
  return location.protocol === 'file:'
}

async function readFiles(root: HTMLElement): Promise<ReadonlyMap<string, string>> {
  const { base = '', files = '' } = root.dataset
  const names = files.split(' ').filter((name) => name !== '')
  const chosen = [...(root.querySelector<HTMLInputElement>('input[type="file"]')?.files ?? [])]
  if (chosen.length === 0 && !isSaved())
    return new Map(
      await Promise.all(names.map(async (name) => [name, await ask(base + name)] as const)),
    )
  const lacking = names.filter((name) => !chosen.some((file) => file.name === name))
  if (lacking.length > 0) throw new FilesLacking(lacking)
  return new Map(
    await Promise.all(
      chosen.map(async (file) => [file.name, decode(await file.arrayBuffer())] as const),
    ),
  )
}

async function ask(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return decode(await response.arrayBuffer())
}

/** Letter for letter: text() would drop the byte order mark of a table. */
function decode(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
