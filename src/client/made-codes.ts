/**
 * How many codes a round has, shown above the form; and no form where none can be added.
 *
 * Talks to the page and the desk. Invariant: where the numbers are not known, none is shown.
 * Decided in docs/decisions/0024.
 */
import { parseShownCodes, type ShownCodes } from '../domain/shown-codes.ts'
import { ask } from './desk/ask.ts'

/** Asks, and shows the answer. `number` writes a number as the reader does. */
export async function showMadeCodes(
  root: HTMLElement,
  number: (value: number) => string,
): Promise<void> {
  const answer = await ask('show-codes', { round: root.dataset['round'] ?? '' })
  const shown = answer.outcome === 'done' ? parseShownCodes(answer.value) : undefined
  part(root, '[data-unknown]').hidden = shown !== undefined
  part(root, '[data-made]').hidden = shown === undefined
  if (shown === undefined) return
  const isFrozen = shown.state !== 'draft'
  part(root, '[data-frozen]').hidden = !isFrozen
  part(root, 'form[data-order]').hidden = isFrozen
  for (const row of root.querySelectorAll<HTMLElement>('[data-pool-row]'))
    fillRow(row, shown.pools, number)
}

function fillRow(
  row: HTMLElement,
  pools: ShownCodes['pools'],
  number: (value: number) => string,
): void {
  const found = pools.find(({ pool }) => pool === row.dataset['poolRow'])
  for (const name of ['eligible', 'live', 'reserve'] as const) {
    const value = found?.[name]
    part(row, `[data-fill="${name}"]`).textContent = value === undefined ? '–' : number(value)
  }
}

function part(root: HTMLElement, selector: string): HTMLElement {
  return root.querySelector<HTMLElement>(selector) ?? root
}
