/**
 * Ranking with buttons: the voter's order as a list that is changed by keyboard, mouse or finger alike.
 *
 * Talks to the page. Invariant: the order shown is the order of the choices; the focus stays with what
 * was moved, and nobody is taken away from the card they are at. Decided in docs/decisions/0011.
 */
import { proposalOf, type Choices } from '../domain/choices.ts'
import type { ProposalId } from '../domain/id.ts'
import type { BallotWords } from '../i18n/ballot-words.ts'

export type RankAction = 'add' | 'earlier' | 'later' | 'out'

/** What a button asks for; `card` where it stands on the proposal's own card, not in the order. */
export type RankAsked = {
  readonly id: ProposalId
  readonly action: RankAction
  readonly card: boolean
}

/** The order after an action on a proposal. */
export function reorder(order: Choices, id: ProposalId, action: RankAction): Choices {
  const at = order.indexOf(id)
  if (action === 'add') return at < 0 ? [...order, id] : order
  if (at < 0) return order
  const others = order.filter((each) => each !== id)
  if (action === 'out') return others
  return others.toSpliced(Math.max(0, action === 'earlier' ? at - 1 : at + 1), 0, id)
}

export type RankFacts = {
  readonly titles: ReadonlyMap<string, string>
  /** How many proposals the order may hold. */
  readonly places: number
  readonly words: BallotWords
}

/** Whether proposals are left that find no place any more. */
export function isFull(order: Choices, { titles, places }: RankFacts): boolean {
  return order.length >= places && order.length < titles.size
}

/** Shows the order, and each proposal's number on its card with the button that adds or removes it. */
export function showOrder(page: ParentNode, order: Choices, facts: RankFacts): void {
  const panel = page.querySelector<HTMLElement>('[data-order]')
  const template = panel?.querySelector('template')
  if (!panel || !template) return
  panel.hidden = false
  const lines = order.map(proposalOf).map((id, at) => {
    const ends = { earlier: at === 0, later: at === order.length - 1 }
    const title = facts.titles.get(id) ?? id
    return orderLine(template, { id, place: at + 1, title, ends, words: facts.words })
  })
  panel.querySelector('ol')?.replaceChildren(...lines)
  showPart(panel, '[data-order-empty]', order.length === 0)
  showPart(panel, '[data-order-full]', isFull(order, facts))
  for (const button of page.querySelectorAll<HTMLElement>('[data-rank-add]'))
    showOnCard(button, order, facts)
}

/** What a screen reader says about an action that was carried out. */
export function orderStatus(order: Choices, { id, action }: RankAsked, facts: RankFacts): string {
  const { titles, words } = facts
  const title = titles.get(id) ?? id
  const at = order.indexOf(id)
  const said = at < 0 ? words.takenOut(title) : words.moved(title, at + 1)
  return action === 'add' && isFull(order, facts) ? `${said} ${words.orderFull}` : said
}

/** The proposal whose line gets the focus after an action in the order; undefined where none is left. */
export function nextInFocus(
  { before, after }: { readonly before: Choices; readonly after: Choices },
  { id, action }: RankAsked,
): ProposalId | undefined {
  if (action !== 'out') return id
  const next = after[before.indexOf(id)] ?? after.at(-1)
  return next && proposalOf(next)
}

/** Puts the focus where the next step is likely. A button on a card keeps it. */
export function settle(page: ParentNode, next: ProposalId | undefined, action: RankAction): void {
  const line = page.querySelector(`[data-order] [data-id="${next}"]`)
  const wanted = line?.querySelector<HTMLButtonElement>(`[data-rank="${action}"]`)
  const enabled = line?.querySelector<HTMLButtonElement>('[data-rank]:not([disabled])')
  const heading = page.querySelector<HTMLElement>('[data-order] h3')
  ;(wanted && !wanted.disabled ? wanted : (enabled ?? heading))?.focus()
}

function showPart(panel: ParentNode, selector: string, shown: boolean): void {
  const part = panel.querySelector<HTMLElement>(selector)
  if (part) part.hidden = !shown
}

function showOnCard(button: HTMLElement, order: Choices, { titles, places, words }: RankFacts) {
  const id = button.dataset['rankAdd'] ?? ''
  const at = order.findIndex((each) => each === id)
  const action = at < 0 ? words.addAs(order.length + 1) : words.takeOut
  button.hidden = at < 0 && order.length >= places
  button.textContent = action
  button.setAttribute('aria-label', words.about(action, titles.get(id) ?? id))
  button.dataset['rank'] = at < 0 ? 'add' : 'out'
  const place = button.parentElement?.querySelector('[data-rank-place]')
  if (place) place.textContent = at < 0 ? '' : words.place(at + 1)
}

type Line = {
  readonly id: string
  readonly place: number
  readonly title: string
  readonly ends: { readonly earlier: boolean; readonly later: boolean }
  readonly words: BallotWords
}

function orderLine(template: HTMLTemplateElement, { id, place, title, ends, words }: Line): Node {
  const line = template.content.cloneNode(true)
  if (!(line instanceof DocumentFragment)) return line
  line.querySelector('li')?.setAttribute('data-id', id)
  for (const [name, text] of Object.entries({ place: `${place}`, title })) {
    const spot = line.querySelector(`.${name}`)
    if (spot) spot.textContent = text
  }
  for (const button of line.querySelectorAll<HTMLButtonElement>('[data-rank]')) {
    const { rank, label = '' } = button.dataset
    button.setAttribute('aria-label', words.about(label, title))
    button.disabled = (rank === 'earlier' && ends.earlier) || (rank === 'later' && ends.later)
  }
  return line
}
