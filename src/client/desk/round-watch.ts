/**
 * What happens in the form of a round while somebody types: rows come and go, weekdays are said, fields that do
 * not belong to a choice are hidden, and those that stand fast cannot be changed.
 *
 * Talks to the page. Invariant: a field that stands fast is shown, never hidden. Decided in docs/decisions/0028.
 */
import { controlsOf, showWeekday } from './round-control.ts'
import { showOptions } from './round-form.ts'
import { addRow, listsIn, offerRows, orderPhases, rowsIn } from './round-rows.ts'
import { languageOf, marked, type Room } from './room.ts'

/** Typing waits this long before anything is worked out from it. */
const PAUSE = 250

/** Listens to the form; `typed` is told after each change. */
export function watchForm(room: Room, form: HTMLElement, typed: () => void): void {
  let timer: number | undefined
  const soon = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(typed, PAUSE)
  }
  form.addEventListener('input', soon)
  form.addEventListener('change', () => {
    for (const list of listsIn(form)) if (list.dataset['rows'] === 'phases') orderPhases(list)
    showOptions(form)
    dressRows(room, form)
    soon()
  })
  for (const list of listsIn(form)) {
    for (const button of marked(list, 'act', 'add'))
      button.addEventListener('click', () => {
        const row = addRow(list, undefined, languageOf(room.root))
        dressRows(room, form)
        row.querySelector<HTMLElement>('input, select')?.focus()
        soon()
      })
    list.addEventListener('click', (event) => {
      const button = event.target instanceof Element && event.target.closest('[data-act="remove"]')
      if (!button) return
      button.closest('[data-row]')?.remove()
      dressRows(room, form)
      marked(list, 'act', 'add')[0]?.focus()
      soon()
    })
  }
}

/** Makes a filled form ready: weekdays, names of buttons, and what stands fast. */
export function dressForm(room: Room, form: HTMLElement, frozen: readonly string[]): void {
  showOptions(form)
  dressRows(room, form)
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]'))
    for (const control of controlsOf(field)) control.disabled = isFrozen(field, frozen)
  for (const list of listsIn(form))
    for (const row of rowsIn(list)) {
      const stands = [...row.querySelectorAll<HTMLElement>('[data-field]')].some((field) =>
        isFrozen(field, frozen),
      )
      for (const button of row.querySelectorAll('button')) button.disabled = stands
    }
}

function dressRows(room: Room, form: HTMLElement): void {
  offerRows(form, languageOf(room.root))
  const zone = room.root.dataset['timeZone'] ?? 'UTC'
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]'))
    showWeekday(field, room.format, zone)
  for (const row of listsIn(form).flatMap(rowsIn)) {
    const [first] = [...row.querySelectorAll<HTMLElement>('[data-field]')].flatMap(controlsOf)
    const name =
      first instanceof HTMLSelectElement
        ? (first.selectedOptions[0]?.text ?? '')
        : (first?.value ?? '')
    for (const button of row.querySelectorAll('button'))
      button.setAttribute('aria-label', room.say('removeNamed', { name }))
  }
}

/** Names of src/domain/round-freeze.ts; of the steps only the dates of voting stand fast. */
function isFrozen(field: HTMLElement, frozen: readonly string[]): boolean {
  const name = field.dataset['field'] ?? ''
  const [part = ''] = name.split('.')
  if (part === 'phases') {
    const step = field.closest('[data-row]')?.querySelector('select')?.value
    return frozen.includes('voting') && step === 'voting' && name !== 'phases.note'
  }
  return frozen.includes(name) || (part !== 'areas' && frozen.includes(part))
}
