/**
 * The form of a round as a whole: fields and rows filled from a draft, and read back into one.
 *
 * Talks to the page. Invariant: what the form does not have is in the draft that it reads as it was in the one
 * that it was filled from. Decided in docs/decisions/0028.
 */
import { languageOf } from './room.ts'
import { limitNames } from '../../domain/ballot-form.ts'
import { optionsOf, type DraftFields } from '../../domain/round-draft.ts'
import { fillField, readField } from './round-control.ts'
import { fillRows, listsIn, readRows } from './round-rows.ts'

export type Draft = { readonly fields: DraftFields; readonly body: string }

/** The fields that stand in no row. */
function topFields(form: HTMLElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].filter(
    (field) => field.closest('[data-rows]') === null,
  )
}

/** Shows a draft. */
export function fillForm(form: HTMLElement, { fields, body }: Draft): void {
  const language = languageOf(form)
  for (const field of topFields(form))
    fillField(field, valueAt(fields, field.dataset['field'] ?? ''), language)
  for (const list of listsIn(form))
    fillRows(list, valueAt(fields, list.dataset['rows'] ?? ''), language)
  story(form).value = body
  showOptions(form)
}

/** The draft as it stands in the form, made from the one that it was filled from. */
export function readForm(form: HTMLElement, { fields: before }: Draft): Draft {
  const language = languageOf(form)
  let fields = before
  for (const field of topFields(form))
    fields = withValue(fields, field.dataset['field'] ?? '', readField(field, language))
  for (const list of listsIn(form)) {
    const name = list.dataset['rows'] ?? ''
    const rows = readRows(list, language)
    fields = withValue(fields, name, rows.length > 0 ? rows : emptyList(valueAt(before, name)))
  }
  return { fields: withFitting(fields, form), body: story(form).value.trim() }
}

/** Shows the fields that belong to the chosen ballot and rule, and hides the others. */
export function showOptions(form: HTMLElement): void {
  const known = {
    ballot: limitNames(chosen(form, 'ballot.type')),
    rule: optionsOf(chosen(form, 'rule.method')),
  }
  for (const field of topFields(form)) {
    const [part, name = ''] = (field.dataset['field'] ?? '').split('.')
    if (part !== 'ballot' && part !== 'rule') continue
    const isChoice = name === 'type' || name === 'method'
    field.hidden = !isChoice && !known[part].includes(name)
  }
  for (const told of form.querySelectorAll<HTMLElement>('[data-told-of]')) {
    const completed = `${chosen(form, 'rule.utility') || 'votes'}.${chosen(form, 'rule.completion') || 'none'}`
    const method = chosen(form, 'rule.method')
    const names = [chosen(form, 'ballot.type'), method, `${method}.${completed}`]
    told.hidden = !names.includes(told.dataset['toldOf'] ?? '')
  }
}

/** What is chosen in a select. */
function chosen(form: HTMLElement, name: string): string {
  return form.querySelector<HTMLSelectElement>(`[data-field="${name}"] select`)?.value ?? ''
}

/** Without what the chosen ballot and rule cannot have. */
function withFitting(fields: DraftFields, form: HTMLElement): DraftFields {
  const { ballot, rule } = fields
  const [type, method] = [chosen(form, 'ballot.type'), chosen(form, 'rule.method')]
  const fitting = isFields(rule) ? only(rule, optionsOf(method)) : {}
  const isPlain = rule === undefined && Object.keys(fitting).length === 0
  const kept = {
    ...fields,
    ballot: type === '' ? undefined : only(isFields(ballot) ? ballot : { type }, limitNames(type)),
    rule: isPlain ? undefined : { method, ...fitting },
  }
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
}

function only(fields: DraftFields, names: readonly string[]): DraftFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
}

/** A list that the file has as an empty one stays so. */
function emptyList(before: unknown): unknown {
  return Array.isArray(before) && before.length === 0 ? before : undefined
}

function valueAt(fields: DraftFields, path: string): unknown {
  const [name = '', ...below] = path.split('.')
  const value = fields[name]
  if (below.length === 0) return value
  return isFields(value) ? valueAt(value, below.join('.')) : undefined
}

/** The fields with one value changed; one that is undefined is left out, and so is what is then empty. */
function withValue(fields: DraftFields, path: string, value: unknown): DraftFields {
  const [name = '', ...below] = path.split('.')
  const there = fields[name]
  const inner = isFields(there) ? there : {}
  const made = below.length === 0 ? value : withValue(inner, below.join('.'), value)
  const isGone = made === undefined || (below.length > 0 && isEmpty(made) && !isEmpty(there))
  const { [name]: _, ...rest } = fields
  if (isGone || (below.length > 0 && isEmpty(made) && there === undefined)) return rest
  return { ...fields, [name]: made }
}

function isEmpty(value: unknown): boolean {
  return isFields(value) && Object.keys(value).length === 0
}

function isFields(value: unknown): value is DraftFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function story(form: HTMLElement): HTMLTextAreaElement {
  const found = form.querySelector<HTMLTextAreaElement>('#round-story')
  if (found === null) throw new RangeError('the form of a round has no story')
  return found
}
