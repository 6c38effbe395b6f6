/**
 * Taking the letters: printing them part by part, and saving the two tables.
 *
 * Talks to the page, its print window and its downloads. Invariant: no code is on paper or in a file before it
 * is ready to vote, and none is on the screen. Decided in docs/decisions/0024.
 */
import {
  officeRows,
  printHouseRows,
  voteLink,
  type AddressedLetter,
  type ListWords,
} from '../domain/addressed-letter.ts'
import { printSheet } from '../domain/csv.ts'
import {
  CARDS_A_SHEET,
  lettersOn,
  printParts,
  sheetCount,
  type PrintPart,
} from '../domain/print-part.ts'
import type { CodeWords } from '../i18n/code-words.ts'
import type { Format } from '../i18n/format.ts'
import { letterDrawer, type LetterPaper } from './draw-letter.ts'
import { saveFile } from './save-file.ts'

export type Taking = {
  readonly letters: readonly AddressedLetter[]
  readonly paper: LetterPaper
  readonly round: string
  readonly siteUrl: string
  readonly language: string
  readonly files: { readonly codes: string; readonly office: string }
  readonly list: ListWords
  readonly words: CodeWords
  readonly format: Format
  /** Makes the codes ready; a sentence where that is not possible. */
  readonly activate: () => Promise<string | undefined>
}

/** Starts the step; what it answers with makes the page forget. */
export function startTaking(root: HTMLElement, taking: Taking): () => void {
  const ended = new AbortController()
  const { signal } = ended
  let isBusy = false
  /** One thing at a time, and nothing before the codes are ready. */
  const take = async (work: () => Promise<void> | void) => {
    if (isBusy) return
    isBusy = true
    const trouble = await taking.activate()
    if (!signal.aborted) showTrouble(root, trouble)
    if (trouble === undefined && !signal.aborted) {
      await work()
      button(root, 'finish').disabled = false
    }
    isBusy = false
  }
  showParts(root, taking, (part, told) => {
    void take(() => printPart(root, taking, part).then(() => tell(told, taking.words.printed)))
  })
  const onSave = (name: 'codes' | 'office', rowsOf: () => readonly (readonly string[])[]) =>
    button(root, `save-${name}`).addEventListener(
      'click',
      () =>
        void take(() => {
          saveFile(taking.files[name], printSheet(rowsOf(), separatorOf(taking.language)))
          tell(spot(root, `[data-saved="${name}"]`), taking.words.saved)
        }),
      { signal },
    )
  onSave('codes', () =>
    printHouseRows(taking.letters, { words: taking.list, linkOf: linkOf(taking) }),
  )
  onSave('office', () => officeRows(taking.letters, taking.list))
  return () => {
    ended.abort()
    clear(root)
  }
}

/** Spreadsheets in English expect commas, those in the other languages semicolons. */
function separatorOf(language: string): ';' | ',' {
  return language === 'en' ? ',' : ';'
}

function showParts(
  root: HTMLElement,
  { letters, paper, words, format }: Taking,
  print: (part: PrintPart, told: HTMLElement) => void,
): void {
  const sheets = sheetCount(letters.length, paper.layout)
  const all = spot(root, '[data-all-at-once]')
  const atOnce = all.querySelector('input')
  const show = () => {
    const parts = atOnce?.checked ? [{ first: 1, last: sheets }] : printParts(sheets)
    const items = parts.map((part) => {
      const [first, last] = [format.number(part.first), format.number(part.last)]
      const text = sheets === 1 ? words.printOne : words.print(first, last)
      const press = make('button', { type: 'button', className: 'button', textContent: text })
      const told = make('span', {})
      told.setAttribute('role', 'status')
      press.addEventListener('click', () => print(part, told))
      const item = make('li', {})
      item.append(press, told)
      return item
    })
    spot(root, '[data-parts]').replaceChildren(...items)
  }
  all.hidden = printParts(sheets).length < 2
  if (atOnce) Object.assign(atOnce, { checked: false, onchange: show })
  show()
}

/** Puts the sheets where only the printer sees them. */
async function printPart(root: HTMLElement, taking: Taking, part: PrintPart): Promise<void> {
  const { letters, paper } = taking
  const of = sheetCount(letters.length, paper.layout)
  const each = paper.layout === 'letters' ? 1 : CARDS_A_SHEET
  const link = linkOf(taking)
  const placed = lettersOn(part, letters, paper.layout).map((letter, at) => ({
    ...{ letter, of, link: link(letter) },
    sheet: part.first + Math.floor(at / each),
  }))
  const sheets = sheetsOf(document)
  sheets.replaceChildren(...letterDrawer(root.parentElement ?? root, paper)(placed))
  document.documentElement.toggleAttribute('data-sheets', true)
  await Promise.all(
    [...sheets.querySelectorAll('img')].map((image) => image.decode().catch(() => {})),
  )
  window.print()
}

function linkOf({ siteUrl, round }: Taking): (letter: AddressedLetter) => string {
  return (letter) => voteLink(siteUrl, round, letter)
}

function showTrouble(root: HTMLElement, sentence: string | undefined): void {
  const notice = spot(root, '[data-take-trouble]')
  notice.hidden = sentence === undefined
  tell(spot(notice, 'p'), sentence ?? '')
  if (sentence !== undefined) notice.scrollIntoView({ block: 'center' })
}

function clear(root: HTMLElement): void {
  document.documentElement.toggleAttribute('data-sheets', false)
  sheetsOf(document).replaceChildren()
  for (const place of ['[data-parts]', '[data-saved="codes"]', '[data-saved="office"]'])
    spot(root, place).replaceChildren()
  showTrouble(root, undefined)
  button(root, 'finish').disabled = true
}

/** Outside of everything else, so that the printer can be shown nothing but them. */
function sheetsOf({ body }: Document): HTMLElement {
  const known = body.querySelector<HTMLElement>(':scope > .letter-sheets')
  if (known) return known
  const fresh = Object.assign(document.createElement('div'), { className: 'letter-sheets' })
  body.append(fresh)
  return fresh
}

function tell(place: HTMLElement, text: string): void {
  place.textContent = text
}

function make<Name extends 'button' | 'li' | 'span'>(
  name: Name,
  facts: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), facts)
}

function button(root: HTMLElement, action: string): HTMLButtonElement {
  const found = root.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)
  if (found === null) throw new Error(`the page has no button ${action}`)
  return found
}

function spot(root: HTMLElement, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector) ?? root
}
