/**
 * The drawn order in the room Voting day: the place of each proposal, and how it was drawn.
 *
 * Talks to the page. Invariant: an order is read only where every place is taken once.
 * Decided in docs/decisions/0006.
 */
import { list, put, show, type Room } from './room.ts'

type Order = { readonly order: string[]; readonly drawn: string }

export type LotShown = {
  /** Of round.md as it is published now. */
  readonly seen: string
  readonly proposals: readonly { readonly id: string; readonly title: string }[]
  /** The order that is entered already, and how it was drawn. */
  readonly drawn?: Order
}

/** Shows the fields, filled with the order that was entered where there is one. */
export function fillLot(room: Room, lot: LotShown | undefined): void {
  const isDrawn = lot?.drawn !== undefined
  show(room.root, { lot: lot !== undefined, 'lot-drawn': isDrawn })
  if (lot === undefined) return
  const order = lot.drawn?.order ?? []
  list(room.root, 'places', {
    items: lot.proposals,
    fill(row, { id, title }) {
      put(row, { title })
      const field = row.querySelector('input')
      const place = order.indexOf(id) + 1
      if (field === null) return
      field.name = id
      field.max = String(lot.proposals.length)
      field.value = place > 0 ? String(place) : ''
    },
  })
  drawnField(room).value = lot.drawn?.drawn ?? ''
}

/** The order as it was typed; or the sentence that says what is missing, and its field. */
export function readLot(
  room: Room,
  { proposals }: LotShown,
): Order | { readonly missing: string; readonly field: HTMLElement } {
  const fields = [...room.root.querySelectorAll<HTMLInputElement>('[data-list="places"] input')]
  const taken = new Map<number, string>()
  for (const field of fields) {
    const place = Number(field.value)
    const isPlace = Number.isInteger(place) && place >= 1 && place <= proposals.length
    if (!isPlace || taken.has(place)) return { missing: 'placeMissing', field }
    taken.set(place, field.name)
  }
  const drawn = drawnField(room).value.trim()
  if (drawn === '') return { missing: 'drawnMissing', field: drawnField(room) }
  return { order: proposals.map((_, at) => taken.get(at + 1) ?? ''), drawn }
}

function drawnField({ root }: Room): HTMLTextAreaElement {
  return root.querySelector<HTMLTextAreaElement>('#lot-drawn') ?? document.createElement('textarea')
}
