/**
 * The controls of the ballot: crosses, numbers, points and stances as fields of one form.
 *
 * Talks to the page. Invariant: the fields mean with script what they mean without it, and what was typed
 * into one stays in it as it was typed. Decided in docs/decisions/0011.
 */
import {
  choicesOfFields,
  fieldName,
  fieldsOfChoices,
  isBallotField,
  type BallotField,
} from '../domain/ballot-fields.ts'
import type { BallotType } from '../domain/ballot-form.ts'
import { canonicalChoices, parseChoices, type Choices } from '../domain/choices.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'

type Control = HTMLInputElement | HTMLSelectElement

/** What was ticked, picked and typed, word for word. */
export function readFields(form: HTMLFormElement): readonly BallotField[] {
  return [...new FormData(form)].flatMap(([name, value]): BallotField[] =>
    // "None of them" is a cross without a value.
    isBallotField(name) && typeof value === 'string' && (value !== '' || name === fieldName.choices)
      ? [[name, value]]
      : [],
  )
}

/** What the fields say, or why they say nothing that can be meant. */
export function readControls(
  fields: readonly BallotField[],
  type: BallotType,
): Result<Choices, Refusal> {
  const read = choicesOfFields(fields)
  if (!read.ok) return read
  const choices = parseChoices(read.value)
  return choices ? ok(canonicalChoices(choices, type)) : refuse('ballot-invalid')
}

/** Makes the form hold these fields and nothing else. */
export function setFields(form: HTMLFormElement, fields: readonly BallotField[]): void {
  for (const control of form.elements) {
    if (!isBallotControl(control)) continue
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
    setControl(control, values)
  }
}

/** Makes the form say these choices and nothing else. */
export function setControls(form: HTMLFormElement, choices: Choices, type: BallotType): void {
  setFields(form, fieldsOfChoices(choices, type))
}

function setControl(control: Control, values: readonly string[]): void {
  if (control.type === 'checkbox' || control.name === fieldName.choices)
    (control as HTMLInputElement).checked = values.includes(control.value)
  else if (control.type === 'radio')
    (control as HTMLInputElement).checked = control.value === (values[0] ?? '')
  else control.value = values[0] ?? ''
}

export type PointLimits = { readonly least: number; readonly most: number }

const WHOLE_POINTS = /^[-−+]?\d{1,6}$/

/** The points after one more (1) or one fewer (-1) than a field holds; 0 is none. */
export function nextPoints(text: string, step: number, { least, most }: PointLimits): number {
  const typed = text.trim()
  const points = WHOLE_POINTS.test(typed) ? Number(typed.replace('−', '-')) : 0
  const wanted = points + step
  // No points are always allowed; the first that count may be more than one.
  if (least > 0 && wanted < least) return step > 0 ? least : 0
  return Math.min(most, Math.max(Math.min(0, least), wanted))
}

/** Gives one point more or fewer to the proposal beside the button, and answers with what it has now. */
export function stepPoints(button: HTMLElement): number {
  const input = button.parentElement?.querySelector<HTMLInputElement>('input[data-most]')
  if (!input) return 0
  const limits = { least: Number(input.dataset['least']), most: Number(input.dataset['most']) }
  const points = nextPoints(input.value, Number(button.dataset['step']), limits)
  input.value = points === 0 ? '' : String(points)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return points
}

/** Whether something of the page is a control of the ballot, and not the field of the code. */
export function isBallotControl(target: EventTarget | null): target is Control {
  const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  return isControl && isBallotField(target.name)
}
