/**
 * One field of the form of a round: its value shown, and read back as the file writes it.
 *
 * Talks to the page. Invariant: what nobody touched is read back exactly as it was given, byte for byte in the file.
 * Decided in docs/decisions/0028.
 */
import type { Language } from '../../domain/council.ts'
import {
  NUMBER_MARKS,
  parseTypedMoney,
  parseTypedNumber,
  printMoney,
  typedMoney,
} from '../../domain/money.ts'
import { noonOf, parseLocalTime } from '../../domain/time.ts'
import type { Format } from '../../i18n/format.ts'
import { FIELDS, type FormField } from './round-fields.ts'

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a field was given, and what it then showed. */
const given = new WeakMap<HTMLElement, { readonly raw: unknown; readonly shown: string }>()

/** The controls of a field; of a time the day and the hour. */
export function controlsOf(field: HTMLElement): readonly Control[] {
  return [...field.querySelectorAll<Control>('input, select, textarea')]
}

/** Shows a value of the file. */
export function fillField(field: HTMLElement, raw: unknown, language: Language): void {
  const { kind, isOnByDefault = false, isMeant } = formField(field)
  const [first, second] = controlsOf(field)
  if (first === undefined) return
  const text = raw === undefined ? '' : String(raw)
  if (kind === 'tick' && first instanceof HTMLInputElement)
    first.checked = raw === undefined ? isOnByDefault : raw === true
  else if (kind === 'time') {
    first.value = text.slice(0, 10)
    if (second) second.value = text.slice(11)
  } else if (first instanceof HTMLSelectElement) choose(first, text === isMeant ? '' : text)
  else first.value = kind === 'money' ? shownMoney(text, language) : text
  given.set(field, { raw, shown: shownIn(field) })
}

/** The value as the file writes it; undefined where the field is empty. What cannot be read stays text, and is a fault. */
export function readField(field: HTMLElement, language: Language): unknown {
  const before = given.get(field)
  const shown = shownIn(field)
  if (before?.shown === shown) return before.raw
  const [first, second] = controlsOf(field)
  const { kind } = formField(field)
  if (kind === 'tick') return first instanceof HTMLInputElement && first.checked
  const text = (first?.value ?? '').trim()
  if (kind === 'time')
    return [text, second?.value ?? ''].filter((part) => part !== '').join(' ') || undefined
  if (text === '') return kind === 'line' || kind === 'text' ? emptyText(field) : undefined
  if (kind === 'money') return typedAmount(text, language)
  if (kind === 'number') return parseTypedNumber(text, NUMBER_MARKS[language]) ?? text
  return text
}

/** Says the day of the week beside a date. */
export function showWeekday(field: HTMLElement, format: Format, timeZone: string): void {
  const day = parseLocalTime(controlsOf(field)[0]?.value ?? '')
  for (const place of field.querySelectorAll<HTMLElement>('[data-weekday]'))
    place.textContent = day === undefined ? '' : format.fullDay(noonOf(day, timeZone))
}

function formField(field: HTMLElement): FormField {
  const name = field.dataset['field'] ?? ''
  return FIELDS.get(name) ?? { path: name, kind: 'line' }
}

/** A line that may be left out is left out; one that may not is a fault, and so is that of a row. */
function emptyText(field: HTMLElement): '' | undefined {
  return formField(field).isOptional ? undefined : ''
}

function shownIn(field: HTMLElement): string {
  return controlsOf(field)
    .map((control) =>
      control instanceof HTMLInputElement && control.type === 'checkbox'
        ? String(control.checked)
        : control.value,
    )
    .join('\n')
}

/** A value that the form does not offer stays, as it stands in the file. */
function choose(select: HTMLSelectElement, value: string): void {
  const values = [...select.options].map((option) => option.value)
  if (value !== '' && !values.includes(value)) select.append(new Option(value, value))
  select.value = value === '' && !values.includes('') ? (values[0] ?? '') : value
}

function shownMoney(text: string, language: Language): string {
  const amount = parseTypedMoney(text, NUMBER_MARKS.en)
  return amount.ok ? typedMoney(amount.value, language) : text
}

/** Where it is no amount in this language it is text with a question mark, which is none in the file either. */
function typedAmount(text: string, language: Language): number | string {
  const amount = parseTypedMoney(text, NUMBER_MARKS[language])
  return amount.ok ? Number(printMoney(amount.value)) : `${text}?`.replace(/\?+$/, '?')
}
