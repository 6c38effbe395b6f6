/**
 * The cards of the list: those that the page was built with, and those made from its templates.
 *
 * Talks to the page. Invariant: a proposal has one card, and its text enters the page as text only.
 * Decided in docs/decisions/0035.
 */
import type { Entry } from './list-entries.ts'

export type CardWords = {
  readonly money: (hundredths: number) => string
  readonly outcome: (funded: boolean) => string
  readonly choose: (title: string) => string
  readonly address: (id: string) => string
}

export class ListCards {
  private shelf: HTMLElement
  private words: CardWords
  private known: Map<string, HTMLElement>

  constructor(shelf: HTMLElement, words: CardWords) {
    this.shelf = shelf
    this.words = words
    this.known = new Map(this.built().map((card) => [card.dataset['id'] ?? '', card]))
  }

  /** How many cards stand on the page. */
  count(): number {
    return this.built().length
  }

  /** Shows these proposals and no others. */
  show(entries: readonly Entry[]): void {
    this.shelf.replaceChildren(...entries.map((entry) => this.cardOf(entry)))
  }

  /** Moves the focus to the proposal at a place. */
  focus(place: number): void {
    this.built()[place]?.querySelector('a')?.focus()
  }

  private built(): HTMLElement[] {
    return [...this.shelf.querySelectorAll<HTMLElement>(':scope > li')]
  }

  private cardOf(entry: Entry): HTMLElement {
    const card = this.known.get(entry.id) ?? this.make(entry)
    this.known.set(entry.id, card)
    return card
  }

  private make(entry: Entry): HTMLElement {
    const picture = entry.theme?.picture ?? 'chest'
    const template = document.querySelector<HTMLTemplateElement>(`[data-card="${picture}"]`)
    const card = template?.content.querySelector('li')?.cloneNode(true)
    if (!(card instanceof HTMLElement)) throw new Error(`the page has no card for ${picture}`)
    card.dataset['id'] = entry.id
    card.querySelector('svg')?.classList.toggle('turned', entry.turned)
    this.write(card, entry)
    return card
  }

  private write(card: HTMLElement, { id, title, summary, cost, ...rest }: Entry): void {
    const link = card.querySelector('a')
    const texts: readonly (readonly [string, string])[] = [
      ['h3 a', title],
      ['.text p', summary],
      ['.price', this.words.money(cost)],
      [
        '[data-label]',
        rest.outcome === undefined ? (rest.theme?.name ?? '') : this.words.outcome(rest.outcome),
      ],
    ]
    for (const [selector, text] of texts) {
      const spot = card.querySelector(selector)
      if (spot) spot.textContent = text
    }
    if (link) link.href = this.words.address(id)
    for (const part of card.querySelectorAll<HTMLElement>('h3, .text p'))
      if (rest.language !== document.documentElement.lang) part.lang = rest.language
    const button = card.querySelector<HTMLElement>('[data-choose]')
    if (!button) return
    button.dataset['choose'] = id
    if (button.dataset['pool'] !== 'all') button.dataset['pool'] = rest.area?.id ?? ''
    button.setAttribute('aria-label', this.words.choose(title))
  }
}
