/**
 * Templates: rounds to begin with, their dates counted in days from the first one.
 *
 * Pure. Invariant: a template with its texts, and with money, is a round that can be published.
 * Decided in docs/decisions/0028.
 */
import { dayNumber, dayOf } from './calendar-day.ts'
import type { PhaseName } from './phase.ts'
import type { DraftFields } from './round-draft.ts'

export const TEMPLATES = ['one-budget', 'areas', 'one-day'] as const

export type TemplateId = (typeof TEMPLATES)[number]

/** What a template says, in the language of the council's content. */
export type TemplateTexts = {
  readonly summary: string
  readonly voters: string
  readonly themes: Readonly<Record<string, string>>
  readonly areas: Readonly<Record<string, string>>
  readonly conditions: readonly string[]
  /** Of the phases that have one. */
  readonly notes: Readonly<Record<string, string>>
  readonly event: { readonly title: string; readonly place: string; readonly note: string }
  readonly story: string
}

type Step = readonly [phase: PhaseName, from: Moment, to?: Moment]
/** So many days after the first one, at an hour. */
type Moment = number | readonly [day: number, hour: string]

type Template = {
  readonly steps: readonly Step[]
  readonly ballot: DraftFields
  readonly rule: DraftFields
  readonly paper?: true
  readonly hasAreas?: true
  /** The day in the hall. */
  readonly event: readonly [from: Moment, to: Moment]
}

/** The first day is a Monday as a rule: voting then ends on a Sunday. */
const IDEAS: readonly Step[] = [
  ['information', 0, 13],
  ['submission', [14, '08:00'], [41, '20:00']],
  ['development', 42, 55],
  ['assessment', 56, 69],
  ['voting', [77, '08:00'], [97, '20:00']],
  ['decision', 98, 111],
  ['delivery', 126],
]

const TEMPLATE: Readonly<Record<TemplateId, Template>> = {
  'one-budget': {
    steps: IDEAS,
    ballot: { type: 'knapsack', minLength: 1, blank: true },
    rule: { method: 'greedy' },
    event: [
      [97, '13:00'],
      [97, '20:00'],
    ],
  },
  areas: {
    steps: IDEAS,
    ballot: { type: 'approval', minLength: 1, blank: true },
    rule: { method: 'equalshares', completion: 'add1u' },
    hasAreas: true,
    event: [
      [97, '13:00'],
      [97, '20:00'],
    ],
  },
  'one-day': {
    steps: [
      ['information', 0, 26],
      ['voting', [27, '10:00'], [27, '18:00']],
      ['decision', 28, 41],
      ['delivery', 56],
    ],
    ballot: { type: 'approval', minLength: 1, blank: true },
    rule: { method: 'greedy' },
    paper: true,
    event: [
      [27, '10:00'],
      [27, '18:00'],
    ],
  },
}

/** The fields of a new round, and its story. The money is for the council to write. */
export function fillTemplate(
  id: TemplateId,
  { title, start, texts }: { title: string; start: string; texts: TemplateTexts },
): { readonly fields: DraftFields; readonly body: string } {
  const { steps, ballot, rule, paper, hasAreas, event } = TEMPLATE[id]
  const at = (moment: Moment) => timeAt(start, moment)
  const named = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([name, text]) => ({ id: name, name: text }))
  const fields = {
    ...{ schemaVersion: 1, title, summary: texts.summary, voters: texts.voters },
    ...(hasAreas && { areas: named(texts.areas) }),
    themes: named(texts.themes),
    phases: steps.map(([phase, from, to]) => ({
      ...{ phase, from: at(from) },
      ...(to !== undefined && { to: at(to) }),
      ...(texts.notes[phase] !== undefined && { note: texts.notes[phase] }),
    })),
    events: [{ id: 'day-in-the-hall', ...texts.event, from: at(event[0]), to: at(event[1]) }],
    ...{ conditions: texts.conditions, ballot, rule },
    ...(paper && { paper }),
  }
  return { fields, body: texts.story }
}

function timeAt(start: string, moment: Moment): string {
  const [day, hour] = typeof moment === 'number' ? [moment] : moment
  const date = dayOf(dayNumber(start) + day)
  return hour === undefined ? date : `${date} ${hour}`
}
