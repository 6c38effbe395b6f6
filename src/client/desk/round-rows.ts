/**
 * The rows of the form of a round: areas, themes, steps, meetings, conditions, halls.
 *
 * Talks to the page. Invariant: a row that was there keeps its id and whatever the form does not show of it; a new
 * one gets its id by its name. Decided in docs/decisions/0028.
 */
import type { Language } from '../../domain/council.ts'
import { PHASES } from '../../domain/phase.ts'
import { fillField, readField } from './round-control.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a row was filled from. */
const givenRow = new WeakMap<HTMLElement, unknown>()

/** Lists whose rows have ids, and the field by which a new one gets its. */
const NAMED: Readonly<Record<string, string>> = {
  areas: 'name',
  themes: 'name',
  events: 'title',
  halls: 'name',
}

/** The lists of the form. */
export function listsIn(form: HTMLElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>('[data-rows]')]
}

/** The rows of a list, as they stand. */
export function rowsIn(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-row]')]
}

/** Shows the rows of a list anew. */
export function fillRows(list: HTMLElement, values: unknown, language: Language): void {
  for (const row of rowsIn(list)) row.remove()
  for (const value of Array.isArray(values) ? values : []) addRow(list, value, language)
}

/** Adds a row; its first field is what a clerk goes on with. */
export function addRow(list: HTMLElement, value: unknown, language: Language): HTMLElement {
  const template = list.querySelector('template')
  const made = template && document.importNode(template.content, true).firstElementChild
  if (!(made instanceof HTMLElement)) throw new RangeError('a list of the form has no row')
  template?.parentElement?.append(made)
  givenRow.set(made, value)
  for (const field of fieldsIn(made)) {
    const path = field.dataset['path'] ?? ''
    fillField(field, path === '' ? value : isFields(value) ? value[path] : undefined, language)
  }
  return made
}

/** The rows as the file writes them. */
export function readRows(list: HTMLElement, language: Language): readonly unknown[] {
  const name = list.dataset['rows'] ?? ''
  const rows = rowsIn(list)
  const taken = new Set(rows.map((row) => idOf(givenRow.get(row))))
  return rows.map((row) => {
    const before = givenRow.get(row)
    const fields = fieldsIn(row)
    const [only] = fields
    if (only !== undefined && (only.dataset['path'] ?? '') === '')
      return readField(only, language) ?? ''
    const typed = Object.fromEntries(
      fields.map((field) => [field.dataset['path'] ?? '', readField(field, language)]),
    )
    const kept = isFields(before) ? before : {}
    const whole = { ...withId(name, kept, typed, taken), ...kept, ...typed }
    return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
  })
}

/** Lets each choice among the rows of a list have those that stand there now; one that is gone stays, to be seen. */
export function offerRows(form: HTMLElement, language: Language): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-rows-of]')) {
    const list = form.querySelector<HTMLElement>(`[data-rows="${select.dataset['rowsOf'] ?? ''}"]`)
    const rows = list === null ? [] : readRows(list, language).filter(isFields)
    const chosen = select.value
    const options = rows.map(({ id, name }) => new Option(String(name ?? id), String(id)))
    if (chosen !== '' && !options.some(({ value }) => value === chosen))
      options.push(new Option(chosen, chosen))
    const [none] = select.options
    select.replaceChildren(...(none ? [none] : []), ...options)
    select.value = chosen
  }
}

/** Puts the steps into the order in which a round goes through them. */
export function orderPhases(list: HTMLElement): void {
  const rankOf = (row: HTMLElement) =>
    PHASES.findIndex((phase) => phase === row.querySelector('select')?.value)
  const rows = rowsIn(list)
  const sorted = rows.toSorted((a, b) => rankOf(a) - rankOf(b))
  if (sorted.every((row, index) => row === rows[index])) return
  const focused = document.activeElement
  for (const row of sorted) row.parentElement?.append(row)
  if (focused instanceof HTMLElement) focused.focus()
}

function fieldsIn(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-field]')]
}

function withId(list: string, kept: Fields, typed: Fields, taken: Set<unknown>): Fields {
  const by = NAMED[list]
  if (by === undefined || kept['id'] !== undefined) return {}
  const id = newId(String(typed[by] ?? ''), taken)
  taken.add(id)
  return { id }
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss' }

/** A name as an id that no other row has. */
function newId(name: string, taken: ReadonlySet<unknown>): string {
  const plain = name
    .toLowerCase()
    .replace(/[æøåß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' || plain === 'all' ? `${plain}row` : plain
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!taken.has(id)) return id
  }
}

function idOf(value: unknown): unknown {
  return isFields(value) ? value['id'] : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
