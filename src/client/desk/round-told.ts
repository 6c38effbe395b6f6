/**
 * A round told before it is published: what differs, what its choices lead to, and how residents will read it.
 *
 * Talks to the page. Invariant: amounts and dates are said as the site says them. Decided in docs/decisions/0028.
 */
import { consequencesOf, type Consequence } from '../../domain/round-consequences.ts'
import type { Change, Plain } from '../../domain/round-difference.ts'
import { readDraft, type DraftFields } from '../../domain/round-draft.ts'
import { NUMBER_MARKS, parseTypedMoney } from '../../domain/money.ts'
import { periodsOf } from '../../domain/phase.ts'
import { totalBudget, type RoundText } from '../../domain/round.ts'
import { noonOf, parseLocalTime, startOf } from '../../domain/time.ts'
import { FIELDS } from './round-fields.ts'
import type { Draft } from './round-form.ts'
import { list, put, show, type Room } from './room.ts'

/** Tells beside each part of the form what its choices lead to; nothing while the form has a fault. */
export function showConsequences(room: Room, fields: DraftFields): void {
  const round = wholeRound(room, fields)
  const all = round === undefined ? [] : consequencesOf(round, zoneOf(room))
  for (const about of ['money', 'dates', 'ballot', 'rule'] as const)
    listConsequences(
      room,
      `about-${about}`,
      all.filter((each) => each.about === about),
    )
}

/** Tells what publishing would change in the round that was opened. */
export function showChanges(
  room: Room,
  {
    changes,
    isStoryChanged,
  }: { readonly changes: readonly Change[]; readonly isStoryChanged: boolean },
  drafts: readonly DraftFields[],
): void {
  list(room.root, 'changes', {
    items: [
      ...withoutNames(room, changes, drafts).map((change) => sentenceOf(room, change, drafts)),
      ...(isStoryChanged ? [room.say('storyChanged')] : []),
    ],
    fill: (row, text) => put(row, { text }),
  })
}

/** Shows the round as residents will read it, as far as that can be told without building the site. */
export function showReading(room: Room, { fields, body }: Draft): void {
  const round = wholeRound(room, fields)
  if (round === undefined) return
  const { format } = room
  const place = room.root.querySelector('[data-if="preview"]') ?? room.root
  put(place, {
    title: round.title,
    summary: round.summary,
    money: format.money(totalBudget(round)),
  })
  list(room.root, 'timeline', {
    items: periodsOf(round.phases, zoneOf(room)),
    fill: (row, { phase, startsAt, endsAt, note = '' }) =>
      put(row, {
        ...{ step: room.say(`option.phases.phase.${phase}`), note },
        dates: Number.isFinite(endsAt)
          ? format.period(startsAt, endsAt)
          : room.say('fromDay', { day: format.day(startsAt) }),
      }),
  })
  put(place, { how: round.ballot === undefined ? '' : howOf(room, round) })
  show(room.root, { voted: round.ballot !== undefined })
  const paragraphs = body.split(/\n\s*\n/).map((text) => text.replace(/^#+\s*/, '').trim())
  list(room.root, 'story', {
    items: paragraphs.filter((text) => text !== ''),
    fill: (row, text) => put(row, { text }),
  })
  listConsequences(room, 'consequences', consequencesOf(round, zoneOf(room)))
}

function listConsequences(room: Room, name: string, all: readonly Consequence[]): void {
  list(room.root, name, {
    items: all,
    fill: (row, { code, count = 0, floor = 0, name: area = '', at = 0 }) =>
      put(row, {
        text: room.say(`consequence.${code}`, {
          ...{ count: room.format.number(count), floor: room.format.number(floor) },
          ...{ name: area || room.say('consequence.whole-round'), at: room.format.instant(at) },
        }),
      }),
  })
}

function howOf(room: Room, { rule }: RoundText): string {
  if (rule.method !== 'equalshares') return room.say(`how.${rule.method}`)
  return room.say(`how.equalshares.${rule.utility ?? 'votes'}.${rule.completion ?? 'none'}`)
}

function wholeRound(room: Room, fields: DraftFields): RoundText | undefined {
  const { round, faults } = readDraft(fields, zoneOf(room))
  return faults.length === 0 ? round : undefined
}

function zoneOf({ root }: Room): string {
  return root.dataset['timeZone'] ?? 'UTC'
}

function sentenceOf(room: Room, change: Change, drafts: readonly DraftFields[]): string {
  const { row } = change
  const own = labelOf(room, change.field)
  const field =
    row === undefined || change.field === 'conditions'
      ? own
      : room.say('inRow', { row: rowName(room, change.field, row, drafts), field: own })
  const [before, after] = [change.before, change.after].map((value) =>
    value === undefined ? '' : valueOf(room, change.field, value, drafts),
  )
  const values = { field, before: before ?? '', after: after ?? '' }
  if (change.before === undefined)
    return room.say(change.after === undefined ? 'reordered' : 'added', values)
  return room.say(change.after === undefined ? 'removed' : 'changed', values)
}

/** A row that is gone is told once, not field by field; nobody reads the id of a new one. */
function withoutNames(
  room: Room,
  changes: readonly Change[],
  drafts: readonly DraftFields[],
): readonly Change[] {
  const isName = ({ field }: Change) => /\.(?:id|phase)$|^rule\.caps\.(?:theme|area)$/.test(field)
  const listOf = (field: string) => field.replace(/\.[^.]+$/, '')
  const rowOf = ({ field, row }: Change) => `${listOf(field)} ${row}`
  const gone = new Set(
    changes.filter((each) => isName(each) && each.after === undefined).map(rowOf),
  )
  return changes.flatMap((change): Change[] => {
    if (!isName(change)) return gone.has(rowOf(change)) ? [] : [change]
    const { field, row = '', after } = change
    if (after !== undefined) return []
    return [{ field: listOf(field), before: rowName(room, field, row, drafts) }]
  })
}

function labelOf(room: Room, field: string): string {
  const label = room.say(`field.${field}`)
  return label === `field.${field}` ? field : label
}

/** A row as a clerk calls it: the name of the step, or what stands in the row. */
function rowName(room: Room, field: string, row: string, drafts: readonly DraftFields[]): string {
  const [listed = ''] = field.split('.')
  if (listed === 'phases') {
    const name = room.say(`option.phases.phase.${row}`)
    return name === `option.phases.phase.${row}` ? row : name
  }
  return nameIn(drafts, listed === 'rule' ? ['themes', 'areas'] : [listed], row)
}

function nameIn(drafts: readonly DraftFields[], lists: readonly string[], id: string): string {
  const rows = drafts.flatMap((fields) => lists.flatMap((name) => fields[name]))
  const found = rows.find((each) => isFields(each) && each['id'] === id)
  return isFields(found) ? String(found['name'] ?? found['title'] ?? id) : id
}

function valueOf(room: Room, field: string, value: Plain, drafts: readonly DraftFields[]): string {
  const { kind = 'line', rowsOf } = FIELDS.get(field) ?? {}
  if (typeof value === 'boolean') return room.say(value ? 'yes' : 'no')
  const text = String(value)
  if (rowsOf !== undefined) return nameIn(drafts, [rowsOf], text)
  if (kind === 'choice') return room.say(`option.${field}.${text}`)
  if (kind === 'money') {
    const amount = parseTypedMoney(text, NUMBER_MARKS.en)
    return amount.ok ? room.format.money(amount.value) : text
  }
  return kind === 'time' ? dateOf(room, text) : text
}

function dateOf(room: Room, text: string): string {
  const local = parseLocalTime(text)
  if (local === undefined) return text
  const at = startOf(local, zoneOf(room))
  if (!text.includes(' ')) return room.format.fullDay(noonOf(local, zoneOf(room)))
  return at.ok ? room.format.instant(at.value) : text
}

function isFields(value: unknown): value is DraftFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
