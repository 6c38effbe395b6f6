/**
 * One submission that was dealt with: what came of it, and why.
 *
 * Talks to the page. Invariant: what a clerk typed about it and never sent is shown until it is put aside.
 * Decided in docs/decisions/0022.
 */
import type { RoundId } from '../../domain/id.ts'
import { marked, put, show, type Room } from './room.ts'
import { keptDraft, unsent } from './submission-draft.ts'
import { rowId, titleOf, type Told, type Waiting } from './submission-row.ts'

/** Fills its row. */
export function fillEnded(
  room: Room,
  row: HTMLElement,
  shown: { readonly item: Waiting; readonly told: Told; readonly round: RoundId },
): void {
  const { item, told, round } = shown
  const { id, state, reason = '', proposal = '' } = item
  const into = told.submissions.find((each) => state === 'merged' && each.id === proposal)
  const typed = unsent(room, id)
  row.id = rowId(id)
  put(row, { title: titleOf(item), state: room.say(`state.${state}`), reason })
  put(row, { unsent: typed.join('\n\n') })
  show(row, {
    ...{ into: into !== undefined, published: state === 'published' && proposal !== '' },
    ...{ reason: state === 'rejected' && reason !== '', unsent: typed.length > 0 },
  })
  link(row, 'into', into ? `#${rowId(into.id)}` : '', into && titleOf(into))
  link(row, 'published', room.say(`proposal.${round}`, { id: proposal }))
  for (const button of marked(row, 'act', 'forget'))
    button.addEventListener('click', () => {
      keptDraft(room, id).forget()
      show(row, { unsent: false })
    })
}

function link(row: HTMLElement, name: string, address: string, text?: string): void {
  for (const found of row.querySelectorAll<HTMLAnchorElement>(`a[data-${name}]`)) {
    found.href = address
    if (text !== undefined) found.textContent = text
  }
}
