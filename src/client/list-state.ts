/**
 * The state of the list of proposals, and how it stands in the address.
 *
 * Pure. Invariant: readState(printState(x)) shows what x shows, and an address that anybody wrote is read as
 * a state or not at all. Decided in docs/decisions/0035.
 */

export const ORDERS = ['cheap', 'dear', 'title'] as const

/** `lot` is the shuffled order; the others say what they sort by. */
export type Order = 'lot' | (typeof ORDERS)[number]

export type ListState = {
  readonly text: string
  /** Ids; empty for all of them. */
  readonly theme: string
  readonly area: string
  /** A range of costs in main units such as `5000-10000`, `left` for what still fits, or empty. */
  readonly cost: string
  readonly order: Order
  /** Of the shuffled order; empty for the order that the page was built with. */
  readonly seed: string
  readonly view: 'cards' | 'lines'
}

export const PLAIN: ListState = {
  ...{ text: '', theme: '', area: '', cost: '', order: 'lot', seed: '', view: 'cards' },
}

const SEED = /^[a-z0-9]{1,16}$/
const LONGEST_TEXT = 200

/** Reads the part of an address after the question mark. */
export function readState(search: string): ListState {
  const asked = new URLSearchParams(search)
  const of = (name: string) => asked.get(name) ?? ''
  const order = ORDERS.find((name) => name === of('order'))
  return {
    text: of('q').slice(0, LONGEST_TEXT),
    theme: of('theme'),
    area: of('area'),
    cost: of('cost'),
    order: order ?? 'lot',
    seed: order === undefined && SEED.test(of('order')) ? of('order') : '',
    view: of('view') === 'lines' ? 'lines' : 'cards',
  }
}

/** The part of the address from the question mark on; empty for a list as it was built. */
export function printState({ text, order, seed, view, ...ids }: ListState): string {
  const parts = {
    ...{ q: text.trim(), theme: ids.theme, area: ids.area, cost: ids.cost },
    order: order === 'lot' ? seed : order,
    view: view === 'cards' ? '' : view,
  }
  const asked = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ''))
  return asked.size === 0 ? '' : `?${asked.toString()}`
}

/** Whether anything is left out of the list. */
export function isFiltered({ text, theme, area, cost }: ListState): boolean {
  return [text.trim(), theme, area, cost].some((value) => value !== '')
}
