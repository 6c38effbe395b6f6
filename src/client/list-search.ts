/**
 * The search of the list of proposals: what its controls and the address ask for becomes what it shows.
 *
 * Talks to the page, its address and the list file. Invariant: a link shows everyone the same list in the
 * same order. Decided in docs/decisions/0035.
 */
import { makeMoney } from '../i18n/money-format.ts'
import { fill } from './fill.ts'
import { ListCards } from './list-cards.ts'
import type { loadEntries } from './list-data.ts'
import type { Entry } from './list-entries.ts'
import { chosenOf, type ListFacts } from './list-filter.ts'
import { readForm, writeForm } from './list-form.ts'
import { drawSeed, shuffleCards } from './list-order.ts'
import { isFiltered, PLAIN, printState, readState, type ListState } from './list-state.ts'
import type { MyBallot } from './my-ballot.ts'

const PART = 60
/** Browsers refuse an address that changes with every letter. */
const ADDRESS_PAUSE = 300

class ListSearch {
  private element: HTMLElement
  private state: ListState
  private shown = PART
  private timer = 0
  private cards: ListCards
  private loads: typeof loadEntries

  /** `loads` is the one that the reader's own ballot uses too, so that the file is fetched once. */
  constructor(element: HTMLElement, seed: string, loads: typeof loadEntries) {
    this.element = element
    this.loads = loads
    this.state = { ...PLAIN, theme: this.word('theme'), seed }
    this.cards = new ListCards(this.one('[data-cards]'), {
      money: makeMoney(document.documentElement.lang, this.word('currency')),
      outcome: (funded) => this.word(funded ? 'yes' : 'no'),
      choose: (title) => fill(this.word('choosing'), [title]),
      address: (id) => `${this.word('base')}${id}/`,
    })
  }

  /** Fetches the list file, which a reader who comes to the search will want next. */
  async prepare(): Promise<void> {
    await this.load().catch(() => undefined)
  }

  /** Shows what an address asks for. An order alone needs no file where the whole list stands here. */
  async open(search: string): Promise<void> {
    this.state = this.write(readState(search))
    this.showView()
    const { order, seed } = this.state
    const isWhole = this.word('parts') === '1' && this.word('kind') === 'all'
    if (isWhole && order === 'lot' && !isFiltered(this.state) && !this.isChanged())
      shuffleCards(this.one('[data-cards]'), seed || this.word('seed'))
    else await this.apply()
  }

  /** Shows what an address asks for that the reader went back to; a skip link leads to the same. */
  async follow(search: string): Promise<void> {
    if (printState(this.state) !== search) await this.open(search)
  }

  /** Shows what the controls say. */
  async read(isTyped: boolean): Promise<void> {
    const form = this.form()
    if (form) await this.change(readForm(form, this.state), isTyped ? ADDRESS_PAUSE : 0)
  }

  /** Does what a button says. */
  async act(action: string): Promise<void> {
    if (action === 'again') await this.drawAgain()
    else if (action === 'more') await this.showMore()
    else if (action === 'all') await this.showAll()
  }

  private async change(state: ListState, pause = 0): Promise<void> {
    const isView = sought(state) === sought(this.state)
    this.state = state
    this.writeAddress(pause)
    this.showView()
    if (isView) return
    this.shown = PART
    await this.apply()
  }

  private async drawAgain(): Promise<void> {
    await this.change(this.write({ ...this.state, order: 'lot', seed: drawSeed() }))
    this.one('[data-said]').textContent += `. ${this.word('drawn')}`
  }

  private async showMore(): Promise<void> {
    const first = this.shown
    this.shown += PART
    await this.apply()
    this.cards.focus(first)
  }

  /** Back to everything; the order and the view stay. */
  private async showAll(): Promise<void> {
    const { order, seed, view } = this.state
    await this.change(this.write({ ...PLAIN, order, seed, view }))
    this.form()?.querySelector<HTMLInputElement>('[name="q"]')?.focus()
  }

  private async apply(): Promise<void> {
    const asked = sought(this.state)
    const entries = await this.load()
    if (asked === sought(this.state)) this.showFound(entries)
  }

  private showFound(entries: readonly Entry[]): void {
    const found = chosenOf(entries, this.state, this.facts(entries))
    const shown = found.slice(0, this.shown)
    this.cards.show(shown)
    this.one('[data-said]').textContent = this.said(shown.length, found.length, entries.length)
    this.one('[data-none]').hidden = found.length > 0
    this.one('[data-more]').hidden = shown.length === found.length
    for (const part of this.built()) part.hidden = true
    document.dispatchEvent(new CustomEvent('cards-shown'))
  }

  /** Whether the cards are not those any more that the page was built with. */
  private isChanged(): boolean {
    return !this.one('[data-none]').hidden || this.cards.count() < Number(this.word('count'))
  }

  private said(shown: number, found: number, all: number): string {
    const [some = '', fit = '', whole = ''] = [shown, found, all].map((each) =>
      each.toLocaleString(document.documentElement.lang),
    )
    return shown === found || found === all
      ? fill(this.word('shown'), [some, whole])
      : fill(this.word('matching'), [some, fit, whole])
  }

  private facts(entries: readonly Entry[]): ListFacts {
    const mine = document.querySelector<MyBallot>('my-ballot')
    return {
      builtSeed: this.word('seed'),
      language: document.documentElement.lang,
      fits: mine?.fits(entries) ?? (() => true),
    }
  }

  private showView(): void {
    this.one('[data-cards]').classList.toggle('lines', this.state.view === 'lines')
  }

  /** The address of the whole list, whichever of its pages this is. */
  private writeAddress(pause = 0): void {
    const write = () =>
      history.replaceState(history.state, '', this.word('base') + printState(this.state))
    window.clearTimeout(this.timer)
    if (pause === 0) write()
    else this.timer = window.setTimeout(write, pause)
  }

  /** Makes the controls say a state, and answers with what they can say of it. */
  private write(state: ListState): ListState {
    const form = this.form()
    return form ? writeForm(form, state) : { ...PLAIN, seed: state.seed }
  }

  private form(): HTMLFormElement | null {
    return this.element.querySelector('form')
  }

  private built(): NodeListOf<HTMLElement> {
    return this.element.querySelectorAll<HTMLElement>('[data-built]')
  }

  private load(): Promise<readonly Entry[]> {
    return this.loads(this.word('file'))
  }

  private word(name: string): string {
    return this.element.dataset[name] ?? ''
  }

  private one(selector: string): HTMLElement {
    const found = this.element.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`the list has no ${selector}`)
    return found
  }
}

/** What is looked for, however it is shown. */
function sought(state: ListState): string {
  return printState({ ...state, view: PLAIN.view })
}

declare global {
  interface Window {
    /** There once this script ran. */
    ListSearch?: typeof ListSearch
  }
}

window.ListSearch = ListSearch

export type { ListSearch }
