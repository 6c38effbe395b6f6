/**
 * A copy of a round for another year: everything but what belonged to that one year.
 *
 * Pure. Invariant: dates move by whole weeks, so that weekdays stay; no lot, event or proposal comes along.
 * Decided in docs/decisions/0028.
 */
import { dayNumber, movedBy } from './calendar-day.ts'
import type { DraftFields } from './round-draft.ts'

type Row = Readonly<Record<string, unknown>>

/** The fields of the new round, whose first phase begins in `year`. */
export function copyRound(
  fields: DraftFields,
  { title, year }: { title: string; year: number },
): DraftFields {
  const { lot: _lot, events: _events, ...kept } = fields
  const phases = rowsOf(fields['phases'])
  const days = daysTo(year, String(phases[0]?.['from'] ?? ''))
  const moved = phases.map((phase) => ({
    ...phase,
    ...Object.fromEntries(
      ['from', 'to']
        .filter((name) => typeof phase[name] === 'string')
        .map((name) => [name, movedBy(String(phase[name]), days)]),
    ),
  }))
  const { rule } = fields
  return { ...kept, title, phases: moved, ...(isRow(rule) && { rule: withoutProposals(rule) }) }
}

/** The title of a translation for the copy: its own with the new year, or else the new one as it was written. */
export function retitled(told: string, before: string, after: string): string {
  const [old, year] = [before, after].map((title) => /\d{4}/.exec(title)?.[0])
  return old !== undefined && year !== undefined && told.includes(old)
    ? told.replace(old, year)
    : after
}

/** Days in whole weeks, to the weekday nearest to the same date of that year. */
function daysTo(year: number, first: string): number {
  const days = dayNumber(`${year}${first.slice(4, 10)}`) - dayNumber(first)
  return Number.isNaN(days)
    ? Math.round(((year - Number(first.slice(0, 4))) * 365.25) / 7) * 7
    : Math.round(days / 7) * 7
}

/** A group of proposals of which one may win names proposals of last year. */
function withoutProposals({ exclusive: _, ...rule }: Row): Row {
  return rule['method'] === 'greedy-exclusive' ? { ...rule, method: 'greedy' } : rule
}

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRow) : []
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
