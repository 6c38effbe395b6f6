/**
 * All that the preview of a new round says besides its texts, dates and money: who may vote, places, meetings,
 * conditions, the ballot, paper.
 *
 * Talks to the page. Invariant: what the form has and a round says is shown before it is published.
 * Decided in docs/decisions/0028.
 */
import { limitNames } from '../../domain/ballot-form.ts'
import type { DraftFields } from '../../domain/round-draft.ts'
import { stop } from '../../i18n/sentence.ts'
import { FORM, fieldName, type FormField } from './round-fields.ts'
import { valueAt } from './round-form.ts'
import { list, put, type Room } from './room.ts'
import { labelOf, valueOf } from './round-told.ts'

type Fact = { readonly name: string; readonly text: string }

/** What the preview has told in another way. */
const TOLD = [
  ...['title', 'summary', 'budget', 'phases'],
  ...['rule.method', 'rule.utility', 'rule.completion'],
]

/** Lists them under the timeline. */
export function showFacts(room: Room, fields: DraftFields): void {
  const facts = FORM.flatMap(({ fields: own, lists }) => [
    ...own.map(({ path, ...field }) => tellField(room, { ...field, path }, fields)),
    ...lists.map(({ list: name, fields: inRow }) => tellRows(room, { name, inRow }, fields)),
  ])
  list(room.root, 'facts', {
    items: facts.filter((fact) => fact !== undefined && fact.text !== ''),
    fill: (row, fact) => fact && put(row, { name: `${fact.name}: `, text: fact.text }),
  })
}

function tellField(room: Room, field: FormField, fields: DraftFields): Fact | undefined {
  const { path } = field
  const value = valueAt(fields, path) ?? meantBy(field, fields)
  if (TOLD.includes(path) || !isPlain(value)) return undefined
  return { name: labelOf(room, path), text: valueOf(room, path, value, [fields]) }
}

/** A box to tick says something also where the file does not. */
function meantBy({ path, kind, isOnByDefault }: FormField, fields: DraftFields): unknown {
  const [part, name] = path.split('.')
  const isAsked = name === undefined || (part === 'ballot' && limitsOf(fields).includes(name))
  return kind === 'tick' && isAsked ? isOnByDefault === true : undefined
}

function limitsOf(fields: DraftFields): readonly string[] {
  return limitNames(valueAt(fields, 'ballot.type'))
}

function tellRows(
  room: Room,
  { name, inRow }: { readonly name: string; readonly inRow: readonly FormField[] },
  fields: DraftFields,
): Fact | undefined {
  const rows = valueAt(fields, name)
  if (TOLD.includes(name) || !Array.isArray(rows)) return undefined
  const texts = rows.map((row: unknown) =>
    tellRow(
      room,
      inRow.map((each) => ({
        name: fieldName(name, each.path),
        value: each.path === '' ? row : valueAt(isFields(row) ? row : {}, each.path),
      })),
      fields,
    ),
  )
  const isSentences = inRow.some(({ path }) => path === '')
  return {
    name: labelOf(room, name),
    text: isSentences ? texts.map(stop).join(' ') : texts.join('; '),
  }
}

function tellRow(
  room: Room,
  given: readonly { readonly name: string; readonly value: unknown }[],
  fields: DraftFields,
): string {
  const [first = '', ...more] = given.flatMap(({ name, value }, at) => {
    if (!isPlain(value)) return []
    const text = valueOf(room, name, value, [fields])
    return [at === 0 ? text : `${labelOf(room, name)}: ${text}`]
  })
  return more.length === 0 ? first : `${first} (${more.join(', ')})`
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isFields(value: unknown): value is DraftFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
