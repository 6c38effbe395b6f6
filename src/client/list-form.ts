/**
 * The controls of the list of proposals as a form.
 *
 * Talks to the page. Invariant: what the controls show is the state, and nothing else is.
 * Decided in docs/decisions/0035.
 */
import { ORDERS, type ListState } from './list-state.ts'

/** What the controls say; the seed is not among them. */
export function readForm(form: HTMLFormElement, { seed }: ListState): ListState {
  const fields = new FormData(form)
  const of = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    ...{ text: of('q'), theme: of('theme'), area: of('area'), cost: of('cost'), seed },
    order: ORDERS.find((name) => name === of('order')) ?? 'lot',
    view: of('view') === 'lines' ? 'lines' : 'cards',
  }
}

/** Makes the controls say a state. What none of them can say is left out, and so is no longer asked for. */
export function writeForm(form: HTMLFormElement, state: ListState): ListState {
  const order = state.order === 'lot' ? '' : state.order
  const fields = { q: state.text, ...state, order }
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) setSelect(control, fields)
    else if (control instanceof HTMLInputElement && control.type === 'radio')
      control.checked = control.value === state.view
    else if (control instanceof HTMLInputElement) control.value = state.text
  }
  return readForm(form, state)
}

function setSelect(select: HTMLSelectElement, fields: Readonly<Record<string, string>>): void {
  const wanted = fields[select.name] ?? ''
  select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : ''
}
