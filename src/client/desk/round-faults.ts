/**
 * What is wrong in the form of a round: told beside each field, and in a summary that leads there.
 *
 * Talks to the page. Invariant: every fault is told, also one whose field the form does not have.
 * Decided in docs/decisions/0028.
 */
import type { FieldFault } from '../../domain/field-fault.ts'
import { controlsOf } from './round-control.ts'
import { fieldName } from './round-fields.ts'
import { listsIn, rowsIn } from './round-rows.ts'
import { list, put, show, type Room } from './room.ts'

/** Tells the faults, and leads to them; those told before are gone. */
export function showFaults(room: Room, form: HTMLElement, faults: readonly FieldFault[]): void {
  clearFaults(form)
  const told = faults.map((fault) => {
    const place = placeOf(form, fault.at)
    const { at, code, limit = '', name = '' } = fault
    const sentence = room.say(`fault.${code}`, { at, limit, name })
    if (place !== undefined) mark(place, sentence)
    return { sentence, place, label: labelOf(room, at) }
  })
  list(room.root, 'faults', {
    items: told,
    fill: (row, { sentence, place, label }) => {
      put(row, { text: `${label}: ${sentence}` })
      for (const link of row.querySelectorAll('a')) link.href = `#${idOf(place) ?? 'round-form'}`
    },
  })
  show(room.root, { faults: faults.length > 0 })
  if (faults.length > 0) room.root.querySelector<HTMLElement>('[data-if="faults"]')?.focus()
}

function clearFaults(form: HTMLElement): void {
  for (const slot of form.querySelectorAll<HTMLElement>('.field-error')) {
    slot.textContent = ''
    slot.hidden = true
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid')
    describe(control, hintOf(control))
  }
}

/** The field of a fault, or the list that it is about. */
function placeOf(form: HTMLElement, at: string): HTMLElement | undefined {
  const [name = ''] = at.split('.')
  const rows = listsIn(form).find(({ dataset }) => `${at}.`.startsWith(`${dataset['rows']}.`))
  if (rows !== undefined) {
    const list = rows.dataset['rows'] ?? ''
    const [index, ...below] = at.slice(list.length + 1).split('.')
    const row = index === '' ? undefined : rowsIn(rows)[Number(index)]
    const path = fieldName(list, below.join('.'))
    return (
      row?.querySelector<HTMLElement>(`[data-field="${path}"]`) ??
      row?.querySelector<HTMLElement>('[data-field]') ??
      rows
    )
  }
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  return (
    fields.find(({ dataset }) => dataset['field'] === at) ??
    fields.find(({ dataset }) => dataset['field']?.startsWith(`${name}.`))
  )
}

function mark(place: HTMLElement, sentence: string): void {
  const slot = place.querySelector<HTMLElement>('.field-error')
  if (slot) {
    slot.textContent = sentence
    slot.hidden = false
    slot.id = `${idOf(place) ?? ''}-error`
  }
  if (place.dataset['rows'] !== undefined) return
  for (const control of controlsOf(place)) {
    control.setAttribute('aria-invalid', 'true')
    describe(control, [hintOf(control), slot?.id].join(' ').trim())
  }
}

function hintOf(control: Element): string {
  return control.closest('[data-field]')?.querySelector('.hint')?.id ?? ''
}

function describe(control: Element, ids: string): void {
  if (ids === '') control.removeAttribute('aria-describedby')
  else control.setAttribute('aria-describedby', ids)
}

let made = 0

/** The id of what a link leads to, which is made here for those of rows. */
function idOf(place: HTMLElement | undefined): string | undefined {
  const target =
    place &&
    (place.dataset['rows'] === undefined ? controlsOf(place)[0] : place.querySelector('button'))
  if (target && target.id === '') target.id = `round-field-${(made += 1)}`
  return target?.id
}

/** `phases.2.to` by the name of its field. */
function labelOf(room: Room, at: string): string {
  const name = at.replace(/\.\d+/g, '')
  const label = room.say(`field.${name}`)
  return label === `field.${name}` ? name || room.say('story') : label
}
