/**
 * Ranking with buttons: the voter's order as a list that is changed by keyboard, mouse or finger alike.
 *
 * Talks to the page. Invariant: the order shown is the order of the choices; the focus stays with what
 * was moved. Decided in docs/decisions/0011.
 */
import { proposalOf, type Choices } from '../domain/choices.ts'
import type { ProposalId } from '../domain/id.ts'
import type { BallotWords } from '../i18n/ballot-words.ts'

export type RankAction = 'add' | 'earlier' | 'later' | 'out'

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

/** Shows the order, and on each proposal the button that adds it or takes it out. */
export function showOrder(page: ParentNode, order: Choices, facts: RankFacts): void {
  const { titles, places, words } = facts
  const panel = page.querySelector<HTMLElement>('[data-order]')
  const template = panel?.querySelector('template')
  if (!panel || !template) return
  panel.hidden = false
  const lines = order.map(proposalOf).map((id, at) => {
    const ends = { earlier: at === 0, later: at === order.length - 1 }
    return orderLine(template, { id, place: at + 1, title: titles.get(id) ?? id, ends, words })
  })
  panel.querySelector('ol')?.replaceChildren(...lines)
  const empty = panel.querySelector<HTMLElement>('[data-order-empty]')
  if (empty) empty.hidden = order.length > 0
  for (const button of page.querySelectorAll<HTMLElement>('[data-rank-add]')) {
    const id = button.dataset['rankAdd'] ?? ''
    const chosen = order.some((each) => each === id)
    const action = chosen ? words.takeOut : words.addAs(order.length + 1)
    button.hidden = !chosen && order.length >= places
    button.textContent = action
    button.setAttribute('aria-label', words.about(action, titles.get(id) ?? id))
    button.dataset['rank'] = chosen ? 'out' : 'add'
  }
}

/** Says what became of a proposal, and puts the focus where the next step is likely. */
export function settle(
  page: ParentNode,
  order: Choices,
  {
    id,
    action,
    facts,
  }: { readonly id: ProposalId; readonly action: RankAction; readonly facts: RankFacts },
): void {
  const title = facts.titles.get(id) ?? id
  const at = order.indexOf(id)
  const status = page.querySelector('[data-order-status]')
  if (status)
    status.textContent = at < 0 ? facts.words.takenOut(title) : facts.words.moved(title, at + 1)
  if (action === 'add') return
  const line = page.querySelector(`[data-order] [data-id="${id}"]`)
  const wanted = line?.querySelector<HTMLButtonElement>(`[data-rank="${action}"]`)
  const enabled = line?.querySelector<HTMLButtonElement>('[data-rank]:not([disabled])')
  const heading = page.querySelector<HTMLElement>('[data-order] h3')
  ;(wanted && !wanted.disabled ? wanted : (enabled ?? heading))?.focus()
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
