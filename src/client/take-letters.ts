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
import { printParts, sheetsOf, type PrintPart } from '../domain/print-part.ts'
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
  const take = takerOf(root, taking, signal)
  /** The end is offered only when every code is on paper or in the table. */
  const complete = () => (button(root, 'finish').disabled = false)
  showParts(root, taking, { complete, print: (part) => take(() => printPart(taking, part)) })
  const onSave = (name: 'codes' | 'office', save: () => void) =>
    button(root, `save-${name}`).addEventListener('click', () => void take(save), { signal })
  onSave('codes', () => {
    const rows = printHouseRows(taking.letters, { words: taking.list, linkOf: linkOf(taking) })
    saveTable(root, taking, { name: 'codes', rows })
    complete()
  })
  onSave('office', () => {
    saveTable(root, taking, { name: 'office', rows: officeRows(taking.letters, taking.list) })
  })
  return () => {
    ended.abort()
    clear(root)
  }
}

/** One thing at a time, and nothing before the codes are ready. */
function takerOf(
  root: HTMLElement,
  { activate }: Pick<Taking, 'activate'>,
  signal: AbortSignal,
): (work: () => Promise<void> | void) => Promise<void> {
  let isBusy = false
  return async (work) => {
    if (isBusy) return
    isBusy = true
    const trouble = await activate()
    if (!signal.aborted) showTrouble(root, trouble)
    if (trouble === undefined && !signal.aborted) await work()
    isBusy = false
  }
}

type Table = {
  readonly name: 'codes' | 'office'
  readonly rows: readonly (readonly string[])[]
}

/** Spreadsheets in English expect commas, those in the other languages semicolons. */
function saveTable(root: HTMLElement, { files, language, words }: Taking, table: Table): void {
  const { name, rows } = table
  saveFile(files[name], printSheet(rows, language === 'en' ? ',' : ';'))
  spot(root, `[data-saved="${name}"]`).textContent = words.saved
}

type PartPress = {
  readonly print: (part: PrintPart) => Promise<void>
  /** Called when all parts went to the printer. */
  readonly complete: () => void
}

function showParts(root: HTMLElement, taking: Taking, { print, complete }: PartPress): void {
  const { length: sheets } = sheetsOf(taking.letters, taking.paper.layout)
  const all = spot(root, '[data-all-at-once]')
  const atOnce = all.querySelector('input')
  const list = spot(root, '[data-parts]')
  const show = () => {
    const parts = atOnce?.checked ? [{ first: 1, last: sheets }] : printParts(sheets)
    list.replaceChildren(
      ...parts.map((part) =>
        partItem(partText(part, taking), async (told) => {
          await print(part)
          if (document.documentElement.dataset['sheets'] !== String(part.first)) return
          told.textContent = taking.words.printed
          if (markNext(list) === undefined) complete()
        }),
      ),
    )
    markNext(list)
  }
  all.hidden = printParts(sheets).length < 2
  if (atOnce) Object.assign(atOnce, { checked: false, onchange: show })
  show()
}

function partText({ first, last }: PrintPart, { words, format }: Taking): string {
  return last === 1 ? words.printOne : words.print(format.number(first), format.number(last))
}

function partItem(text: string, press: (told: HTMLElement) => Promise<void>): HTMLElement {
  const [item, pressed, told] = [
    make('li', {}),
    make('button', { type: 'button' }),
    make('span', {}),
  ]
  pressed.textContent = text
  told.setAttribute('role', 'status')
  pressed.addEventListener('click', () => void press(told))
  item.append(pressed, told)
  return item
}

/** The next part to print is the one that stands out; undefined where none is left. */
function markNext(list: HTMLElement): Element | undefined {
  const items = [...list.children]
  const next = items.find((item) => item.querySelector('span')?.textContent === '')
  for (const item of items)
    item.querySelector('button')?.setAttribute('class', item === next ? 'button' : 'button quiet')
  return next
}

/** Puts the sheets where only the printer sees them. */
async function printPart(taking: Taking, part: PrintPart): Promise<void> {
  const { letters, paper } = taking
  const all = sheetsOf(letters, paper.layout)
  const link = linkOf(taking)
  const placed = all.slice(part.first - 1, part.last).flatMap((sheet, at) =>
    sheet.map((letter) => ({
      ...{ letter, of: all.length, link: link(letter) },
      sheet: part.first + at,
    })),
  )
  const sheets = placeOfSheets(document)
  sheets.replaceChildren(...letterDrawer(document, paper)(placed))
  document.documentElement.dataset['sheets'] = String(part.first)
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
  spot(notice, 'p').textContent = sentence ?? ''
  if (sentence !== undefined) notice.scrollIntoView({ block: 'center' })
}

function clear(root: HTMLElement): void {
  delete document.documentElement.dataset['sheets']
  const atOnce = root.querySelector<HTMLInputElement>('[data-all-at-once] input')
  if (atOnce) atOnce.onchange = null
  placeOfSheets(document).replaceChildren()
  for (const place of ['[data-parts]', '[data-saved="codes"]', '[data-saved="office"]'])
    spot(root, place).replaceChildren()
  showTrouble(root, undefined)
  button(root, 'finish').disabled = true
}

/** Outside of everything else, so that the printer can be shown nothing but them. */
function placeOfSheets({ body }: Document): HTMLElement {
  const known = body.querySelector<HTMLElement>(':scope > .letter-sheets')
  if (known) return known
  const fresh = Object.assign(document.createElement('div'), { className: 'letter-sheets' })
  body.append(fresh)
  return fresh
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
