/**
 * The bar of the reader's own ballot, and the buttons that add proposals to it, on every page of a round.
 *
 * Talks to the page, the clock and the ballot store. Invariant: what is chosen here is what the vote page
 * shows, and nothing can be chosen while a ballot waits to be sent again. Decided in docs/decisions/0003.
 */
import { fieldsOfChoices } from '../domain/ballot-fields.ts'
import { proposalOf, type Choices } from '../domain/choice.ts'
import type { ProposalId } from '../domain/id.ts'
import { makeMoney } from '../i18n/money-format.ts'
import { $cast, $choices, $fields, choicesIn, keepState } from './ballot-store.ts'
import { Clocked, stateOf } from './clocked.ts'
import { fill } from './fill.ts'
import { loadEntries } from './list-data.ts'
import type { Entry } from './list-entries.ts'
import { leftOf, toggled, type ChoiceRules } from './my-choices.ts'

type Box = { readonly pool: string; readonly most: number; readonly href: string }
type Facts = {
  readonly round: string
  readonly rules: ChoiceRules
  readonly boxes: readonly Box[]
}

/** Sent by whoever puts new cards on the page. */
const CARDS_SHOWN = 'cards-shown'

export class MyBallot extends Clocked {
  // The build wrote the facts into the page from a checked round.
  private facts = JSON.parse(this.dataset['facts'] ?? '') as Facts
  private box = this.firstBox()
  private money = makeMoney(document.documentElement.lang, this.dataset['currency'] ?? 'EUR')

  override connectedCallback(): void {
    keepState(this.keyOf(this.box))
    super.connectedCallback()
    document.addEventListener('click', ({ target }) => {
      const button =
        target instanceof Element ? target.closest<HTMLElement>('button[data-choose]') : null
      if (button) this.choose(button)
    })
    document.addEventListener(CARDS_SHOWN, () => this.showButtons())
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.keep(this.box)
    })
  }

  /** Whether a proposal is on the ballot, or still fits on it. */
  fits(entries: readonly Entry[]): (entry: Entry) => boolean {
    const costs = costsOf(entries)
    const boxes = new Map(
      this.facts.boxes.map(({ pool, most }) => {
        const choices = choicesIn(this.keyOf({ pool }))
        const ids = new Set<string>(choices.map(proposalOf))
        return [pool, { ids, left: leftOf(choices, most, costs) }]
      }),
    )
    return ({ id, cost, area }) => {
      const box = boxes.get(area?.id ?? '') ?? boxes.get('all')
      return box !== undefined && (box.ids.has(id) || cost <= box.left)
    }
  }

  protected show(now: number): void {
    document.body.toggleAttribute('data-voting', stateOf(this, now) === 'now')
    this.render()
  }

  private choose({ dataset }: HTMLElement): void {
    const box = this.facts.boxes.find(({ pool }) => pool === dataset['pool'])
    if (box === undefined) return
    if (box !== this.box) this.keep(box)
    if ($cast.get().step === 'unconfirmed') return
    // The build wrote the id into the page.
    const id = dataset['choose'] as ProposalId
    const choices = toggled($choices.get(), id, this.facts.rules)
    $fields.set(fieldsOfChoices(choices, this.facts.rules.type))
    $choices.set(choices)
    this.render()
  }

  private keep(box: Box): void {
    this.box = box
    keepState(this.keyOf(box))
    this.render()
  }

  private render(): void {
    const choices = $choices.get()
    const waits = $cast.get().step === 'unconfirmed'
    this.showButtons()
    this.toggleAttribute('data-shown', choices.length > 0 || waits)
    this.one('[data-said-count]').textContent = waits ? this.word('waits') : this.countText(choices)
    this.one<HTMLAnchorElement>('[data-go]').href = this.box.href
    void this.showMoney(choices)
  }

  private showButtons(): void {
    const waits = $cast.get().step === 'unconfirmed'
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-choose]')) {
      const { pool = '', choose } = button.dataset
      const choices = pool === this.box.pool ? $choices.get() : choicesIn(this.keyOf({ pool }))
      const isChosen = choices.some((choice) => proposalOf(choice) === choose)
      button.setAttribute('aria-pressed', String(isChosen))
      button.disabled = waits
    }
  }

  private countText({ length }: Choices): string {
    const { maxLength, type } = this.facts.rules
    const limited = maxLength !== undefined && type !== 'choose-1'
    const count = fill(this.word(limited ? 'countOf' : 'count'), [length, maxLength ?? 0])
    return limited && length === maxLength && type === 'ranking'
      ? `${count}. ${this.word('full')}`
      : count
  }

  /** Money limits a ballot of one type only; the costs of what stands on other pages are fetched. */
  private async showMoney(choices: Choices): Promise<void> {
    const spot = this.one('[data-said-money]')
    const { most } = this.box
    if (this.facts.rules.type !== 'knapsack' || choices.length === 0) {
      spot.textContent = ''
      return
    }
    const entries = await loadEntries(this.dataset['file'] ?? '').catch(() => undefined)
    if (entries === undefined || choices !== $choices.get()) return
    const left = leftOf(choices, most, costsOf(entries))
    spot.textContent =
      left < 0
        ? fill(this.word('over'), [this.money(-left)])
        : fill(this.word('left'), [this.money(left), this.money(most)])
    spot.toggleAttribute('data-over', left < 0)
  }

  /** The box of the proposal that the page is about, or the first one that something is chosen for. */
  private firstBox(): Box {
    const { boxes } = this.facts
    const own = this.querySelector<HTMLElement>('[data-choose]')?.dataset['pool']
    const used = boxes.find((box) => choicesIn(this.keyOf(box)).length > 0)
    const [first] = boxes
    const box = boxes.find(({ pool }) => pool === own) ?? used ?? first
    if (box === undefined) throw new Error('a round that votes has a ballot box')
    return box
  }

  private keyOf({ pool }: Pick<Box, 'pool'>): string {
    return `${this.facts.round}:${pool}`
  }

  private word(name: string): string {
    return this.dataset[name] ?? ''
  }

  private one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    const found = this.querySelector<Kind>(selector)
    if (!found) throw new Error(`the bar of the ballot has no ${selector}`)
    return found
  }
}

function costsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id, cost }) => [id, cost]))
}

// Its parts have to be there.
document.addEventListener('DOMContentLoaded', () => customElements.define('my-ballot', MyBallot))
