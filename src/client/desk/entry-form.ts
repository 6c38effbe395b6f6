/**
 * What was typed into a form, by the ids of its fields, and back.
 *
 * Talks to the page. Invariant: a chosen file is not among it, because no page can give one back.
 * Decided in docs/decisions/0031.
 */
import { NUMBER_MARKS, parseTypedMoney, printMoney, readMoney } from '../../domain/money.ts'
import { parseLocalTime, printDay } from '../../domain/time.ts'
import type { Fault } from '../error-summary.ts'
import { languageOf, type Room } from './room.ts'

export type Typed = Readonly<Record<string, string | boolean>>

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** Reads all fields. */
export function typedIn(form: HTMLFormElement): Typed {
  return Object.fromEntries(
    controlsIn(form).map((control) => [
      control.id,
      isTick(control) ? control.checked : control.value,
    ]),
  )
}

/** Puts back what was typed. */
export function fillTyped(form: HTMLFormElement, typed: Typed): void {
  for (const control of controlsIn(form)) {
    const value = typed[control.id]
    if (isTick(control)) control.checked = value === true
    else if (typeof value === 'string') control.value = value
  }
}

/** Today where the council is, as a field for a day has it. */
export function today({ root }: Room): string {
  return printDay(Date.now(), root.dataset['timeZone'] ?? 'UTC')
}

/** Whether a field has a day that is not to come. */
export function isPastDay(room: Room, { value }: HTMLInputElement): boolean {
  return parseLocalTime(value) !== undefined && value <= today(room)
}

/** Whether a text has as many characters as its field asks for. */
export function isWritten({
  value,
  minLength,
  maxLength,
}: HTMLInputElement | HTMLTextAreaElement): boolean {
  const { length } = value.trim()
  return length >= minLength && length <= maxLength
}

/** The amount in main units, undefined where the field is empty, `wrong` where it is none. */
export function amountIn(room: Room, { value }: HTMLInputElement): string | 'wrong' | undefined {
  if (value.trim() === '') return undefined
  const amount = parseTypedMoney(value, NUMBER_MARKS[languageOf(room.root)])
  return amount.ok ? printMoney(amount.value) : 'wrong'
}

/** A sentence of the page about an amount. */
export function sayMoney(room: Room, name: string, amount: number | string): string {
  return room.say(name, { money: room.format.money(readMoney(String(amount))) })
}

/** The faults of those fields that are not right, each in a sentence of the page. */
export function faultsOf(
  room: Room,
  rows: readonly { readonly id: string; readonly isRight: boolean; readonly words: string }[],
): readonly Fault[] {
  return rows.flatMap(({ id, isRight, words }) => {
    const label = room.root.querySelector(`label[for="${id}"]`)?.textContent ?? id
    return isRight ? [] : [{ field: id, sentence: room.say(words, { field: label.trim() }) }]
  })
}

function controlsIn(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element.id !== '' &&
      (element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && element.type !== 'file')),
  )
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === 'checkbox'
}
