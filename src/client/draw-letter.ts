/**
 * Drawing letters: a copy of the page's template for each, with its code, its QR code and its address.
 *
 * Talks to the page. Invariant: a code goes from here into the sheets and nowhere else; what is typed in a
 * list of addresses becomes text, never HTML. Decided in docs/decisions/0024.
 */
import type { AddressedLetter } from '../domain/addressed-letter.ts'
import type { Layout } from '../domain/print-part.ts'
import { printToken } from '../domain/token.ts'
import { makeCode } from '../site/qr-code.ts'
import { fill } from './fill.ts'

export type LetterPaper = {
  readonly layout: Layout
  readonly first: string
  /** Undefined or the same as the first: one language. */
  readonly second?: string | undefined
  readonly sender: string
  /** The site's own address, as people type it: `budget.example.org`. */
  readonly host: string
  /** The side of the envelope that has the window. */
  readonly side: 'left' | 'right'
}

/** A letter, and on which sheet of how many it stands. */
export type Placed = {
  readonly letter: AddressedLetter
  readonly link: string
  readonly sheet: number
  readonly of: number
}

/** What draws the sheets of one paper. `templates` is where the page keeps them. */
export function letterDrawer(
  templates: ParentNode,
  paper: LetterPaper,
): (placed: readonly Placed[]) => readonly Node[] {
  if (paper.layout === 'cards') return cardDrawer(templates, paper)
  const blank = blankOf(templates, 'letters', paper)
  write(blank, 'sender', paper.sender)
  blank.dataset['side'] = paper.side
  return (placed) => placed.map((each) => drawOne(blank, each))
}

function cardDrawer(
  templates: ParentNode,
  paper: LetterPaper,
): (placed: readonly Placed[]) => readonly Node[] {
  const blank = blankOf(templates, 'card', paper)
  const sheet = blankOf(templates, 'cards', paper)
  return (placed) =>
    [...Map.groupBy(placed, (each) => each.sheet).values()].map((cards) => {
      const copy = copyOf(sheet)
      copy.append(...cards.map((each) => drawOne(blank, each)))
      return copy
    })
}

/** A sheet with the words of its languages, and without code and address. */
function blankOf(
  templates: ParentNode,
  name: string,
  { first, second, host }: LetterPaper,
): HTMLElement {
  const blank = copyOf(contentOf(templates, `[data-sheet="${name}"]`).firstElementChild)
  putWords(blank, 'first', contentOf(templates, `[data-language="${first}"]`))
  const other = second && second !== first ? second : undefined
  blank.toggleAttribute('data-two', other !== undefined)
  if (other === undefined) for (const spot of blank.querySelectorAll('[data-second]')) spot.remove()
  else putWords(blank, 'second', contentOf(templates, `[data-language="${other}"]`))
  // A title that nobody translated stands there once.
  const [title, same] = [...blank.querySelectorAll('h1')]
  if (same && same.textContent === title?.textContent) same.remove()
  for (const spot of spotsOf(blank, 'visit')) spot.textContent = fill(spot.textContent, [host])
  return blank
}

function putWords(blank: HTMLElement, place: 'first' | 'second', words: ParentNode): void {
  for (const spot of blank.querySelectorAll<HTMLElement>(`[data-${place}]`)) {
    const part = words.querySelector(`[data-part="${spot.dataset[place] ?? ''}"]`)
    if (part) spot.append(copyOf(part))
  }
  if (place === 'second') return
  for (const only of blank.querySelectorAll('[data-only-second]')) only.remove()
  const label = words.querySelector('[data-part="qr"]')?.textContent ?? ''
  blank.querySelector('[data-fill="qr"]')?.setAttribute('data-label', label)
}

function drawOne(blank: HTMLElement, { letter, link, sheet, of }: Placed): HTMLElement {
  const copy = copyOf(blank)
  for (const other of copy.querySelectorAll<HTMLElement>('[data-pool]'))
    if (other.dataset['pool'] !== letter.pool) other.remove()
  for (const other of copy.querySelectorAll<HTMLElement>('[data-kind]'))
    if (other.dataset['kind'] !== letter.kind) other.remove()
  write(copy, 'token', printToken(letter.token))
  write(copy, 'serial', letter.serial)
  for (const spot of spotsOf(copy, 'sheet')) spot.textContent = fill(spot.textContent, [sheet, of])
  for (const spot of spotsOf(copy, 'address')) spot.append(...letter.lines.map(lineOf))
  for (const spot of spotsOf(copy, 'qr')) spot.append(drawCode(link, spot.dataset['label'] ?? ''))
  return copy
}

function lineOf(text: string): HTMLElement {
  return Object.assign(document.createElement('span'), { textContent: text })
}

const SVG = 'http://www.w3.org/2000/svg'

function drawCode(link: string, label: string): SVGElement {
  const { size, path } = makeCode(link)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  const squares = document.createElementNS(SVG, 'path')
  squares.setAttribute('d', path)
  squares.setAttribute('shape-rendering', 'crispEdges')
  svg.append(squares)
  return svg
}

function contentOf(templates: ParentNode, selector: string): DocumentFragment {
  const template = templates.querySelector<HTMLTemplateElement>(`template${selector}`)
  if (template === null) throw new Error(`the page has no template ${selector}`)
  return template.content
}

function copyOf(element: Element | null): HTMLElement {
  const copy = element?.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('the template is empty')
  return copy
}

function spotsOf(within: HTMLElement, name: string): NodeListOf<HTMLElement> {
  return within.querySelectorAll<HTMLElement>(`[data-fill="${name}"]`)
}

function write(within: HTMLElement, name: string, text: string): void {
  for (const spot of spotsOf(within, name)) spot.textContent = text
}
