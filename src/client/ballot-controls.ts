/**
 * The controls of the ballot: crosses, numbers, points and stances as fields of one form.
 *
 * Talks to the page. Invariant: the fields mean with script what they mean without it.
 * Decided in docs/decisions/0011.
 */
import { choicesOfFields, fieldsOfChoices, isBallotField } from '../domain/ballot-fields.ts'
import type { BallotType } from '../domain/ballot-form.ts'
import { parseChoices, type Choices } from '../domain/choices.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'

type Control = HTMLInputElement | HTMLSelectElement

/** What the form says, or why it says nothing that can be meant. */
export function readControls(form: HTMLFormElement): Result<Choices, Refusal> {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    isBallotField(name) && typeof value === 'string' ? [[name, value] as const] : [],
  )
  const read = choicesOfFields(fields)
  if (!read.ok) return read
  const choices = parseChoices(read.value)
  return choices ? ok(choices) : refuse('ballot-invalid')
}

/** Makes the form say these choices and nothing else. */
export function setControls(form: HTMLFormElement, choices: Choices, type: BallotType): void {
  const fields = fieldsOfChoices(choices, type)
  for (const control of form.elements) {
    if (!isControl(control) || !isBallotField(control.name)) continue
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value)
    setControl(control, values)
  }
}

function setControl(control: Control, values: readonly string[]): void {
  const [value = ''] = values
  if (control.type === 'checkbox')
    (control as HTMLInputElement).checked = values.includes(control.value)
  else if (control.type === 'radio')
    (control as HTMLInputElement).checked =
      control.value === value && (value !== '' || control.name !== 'choices')
  else control.value = value
}

/** Gives one point more or less to the proposal beside the button. */
export function stepPoints(button: HTMLElement): void {
  const input = button.parentElement?.querySelector<HTMLInputElement>('input[type="number"]')
  if (!input) return
  const [least, most] = [Number(input.min), Number(input.max)]
  const wanted = Number(input.value) + Number(button.dataset['step'])
  const points = Math.min(most, Math.max(least, Number.isNaN(wanted) ? 0 : Math.round(wanted)))
  input.value = points === 0 ? '' : String(points)
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

function isControl(element: Element): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement
}
