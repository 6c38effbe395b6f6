/**
 * Error summaries: what needs another look, on top of the page and at the field.
 *
 * Talks to the page. Invariant: the markup and the heading are the page's own (ErrorSlot.astro).
 * Decided in docs/decisions/0004.
 */

/** A sentence, and the id of the field that it is about where there is one. */
export type Fault = { readonly sentence: string; readonly field?: string | undefined }

/** Shows a summary and takes the focus to it. */
export function showErrors(within: HTMLElement, heading: string, faults: readonly Fault[]): void {
  clearErrors(within)
  const template = within.querySelector<HTMLTemplateElement>('template[data-error-summary]')
  const slot = within.querySelector('[data-errors]')
  const copy = template?.content.cloneNode(true)
  if (!slot || !(copy instanceof DocumentFragment)) return
  fillText(copy, 'heading', heading)
  const list = copy.querySelector('ul')
  const item = copy.querySelector('[data-error]')
  item?.remove()
  for (const fault of faults) if (item) list?.append(makeItem(item, fault))
  slot.append(copy)
  for (const { field, sentence } of faults) if (field) markField(field, sentence)
  slot.querySelector<HTMLElement>('.error-summary')?.focus()
}

/** Takes away the summary and the marks at fields. */
export function clearErrors(within: HTMLElement): void {
  within.querySelector('[data-errors]')?.replaceChildren()
  for (const field of within.querySelectorAll('[aria-invalid]'))
    field.removeAttribute('aria-invalid')
  for (const error of within.querySelectorAll<HTMLElement>('.field-error')) error.hidden = true
}

function makeItem(pattern: Element, { sentence, field }: Fault): Node {
  const item = pattern.cloneNode(true)
  if (!(item instanceof Element)) return item
  fillText(item, 'sentence', sentence)
  const link = item.querySelector('a')
  if (field) link?.setAttribute('href', `#${field}`)
  else link?.replaceWith(sentence)
  return item
}

function markField(id: string, sentence: string): void {
  document.getElementById(id)?.setAttribute('aria-invalid', 'true')
  const error = document.getElementById(`${id}-error`)
  if (!error) return
  error.textContent = sentence
  error.hidden = false
}

function fillText(within: ParentNode, name: string, text: string): void {
  const spot = within.querySelector(`[data-fill="${name}"]`)
  if (spot) spot.textContent = text
}
