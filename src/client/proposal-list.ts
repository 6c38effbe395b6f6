/**
 * The list of proposals with script: an order of its own at a first visit, and the search at its first use.
 *
 * Talks to the page and its address. Invariant: what a reader has seen does not move unless asked; without
 * the search the built page stays as it is. Decided in docs/decisions/0035.
 */
import { loadEntries } from './list-data.ts'
import { drawSeed, shuffleCards } from './list-order.ts'
import type { ListSearch } from './list-search.ts'

class ProposalList extends HTMLElement {
  private seed = ''
  private search: Promise<ListSearch> | undefined

  connectedCallback(): void {
    document.addEventListener('DOMContentLoaded', () => {
      if (this.dataset['kind'] !== 'off') this.start()
      this.toggleAttribute('data-ready', true)
    })
  }

  private start(): void {
    if (location.search !== '' || this.drawsUnseen()) void this.open()
    this.querySelector('form')?.addEventListener(
      'focusin',
      () => void this.ask((search) => search.prepare()),
      { once: true },
    )
    this.addEventListener('input', ({ target }) => {
      const isTyped = target instanceof HTMLInputElement && target.type === 'search'
      void this.ask((search) => search.read(isTyped))
    })
    this.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.ask((search) => search.read(false))
    })
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof HTMLElement ? target.dataset['action'] : undefined
      if (action === 'unfold') this.unfold((open) => !open)
      else if (action !== undefined) void this.ask((search) => search.act(action))
    })
    window.addEventListener(
      'popstate',
      () => void this.ask((search) => search.follow(location.search)),
    )
  }

  /**
   * A first visit to the whole list gets an order of its own, where nobody has seen the one it was built in: the
   * cards that stand here, or, of a list in parts, whichever come first. Answers whether these are to be shown yet.
   */
  private drawsUnseen(): boolean {
    const shelf = this.querySelector('[data-cards]')
    if (shelf === null || isSeen(shelf) || location.pathname !== this.dataset['base']) return false
    this.seed = drawSeed()
    history.replaceState(history.state, '', `?order=${this.seed}`)
    if (this.dataset['parts'] !== '1') return true
    shuffleCards(shelf, this.seed)
    return false
  }

  /** Shows what the address asks for; nothing is seen before it is there. */
  private async open(): Promise<void> {
    this.toggleAttribute('data-waiting', true)
    const asked = new URLSearchParams(location.search)
    const picked = [...this.querySelectorAll('select')].some(({ name, options }) =>
      [...options].some(({ value }) => value !== '' && value === asked.get(name)),
    )
    if (picked) this.unfold(() => true)
    await this.ask((search) => search.open(location.search))
    this.removeAttribute('data-waiting')
  }

  /** On a phone the controls that say nothing yet wait behind a button. */
  private unfold(next: (open: boolean) => boolean): void {
    const button = this.querySelector('[aria-expanded]')
    const open = button?.getAttribute('aria-expanded') === 'true'
    button?.setAttribute('aria-expanded', String(next(open)))
  }

  /** A script in one file can import nothing else: the search is another one, which says what it brought. */
  private async load(): Promise<ListSearch> {
    await import(/* @vite-ignore */ this.dataset['search'] ?? '')
    if (window.ListSearch === undefined) throw new Error('the search did not come')
    return new window.ListSearch(this, this.seed, loadEntries)
  }

  /** The search comes at its first use. */
  private async ask(use: (search: ListSearch) => unknown): Promise<void> {
    this.search ??= this.load()
    try {
      await use(await this.search)
    } catch {
      this.search = undefined
      const said = this.querySelector('[data-said]')
      if (said) said.textContent = this.dataset['failed'] ?? ''
    }
  }
}

/** Whether anybody can have seen the list: once the page was drawn, the styles hide it until this script is there. */
function isSeen(shelf: Element): boolean {
  const isDrawn = performance.getEntriesByType('paint').length > 0
  return isDrawn && getComputedStyle(shelf).visibility !== 'hidden'
}

customElements.define('proposal-list', ProposalList)
