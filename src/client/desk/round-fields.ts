/**
 * The form of a round: its fields in the order in which a clerk meets them, for the page and for its script.
 *
 * Pure data. Invariant: a field is named by its place in round.md, `phases.to` where it stands in a row; what
 * the form does not have stays in the file as it is. Decided in docs/decisions/0028.
 */
import { PHASES } from '../../domain/phase.ts'
import { RESULT_KINDS } from '../../domain/round.ts'

/** `time` is a day with an hour or without; `choice` may be left open where its first value is empty. */
export type FieldKind = 'line' | 'text' | 'money' | 'number' | 'time' | 'choice' | 'tick'

export type FormField = {
  readonly path: string
  readonly kind: FieldKind
  readonly options?: readonly string[]
  /** Of a box that counts as ticked where the file says nothing. */
  readonly isOnByDefault?: true
  readonly isOptional?: true
  /** Of a choice: the list whose rows can be chosen too. */
  readonly rowsOf?: 'themes' | 'areas'
}

export type FormList = { readonly list: string; readonly fields: readonly FormField[] }

export type FormSection = {
  readonly id:
    'words' | 'money' | 'places' | 'dates' | 'meetings' | 'ideas' | 'ballot' | 'rule' | 'after'
  readonly fields: readonly FormField[]
  readonly lists: readonly FormList[]
}

const field = (kind: FieldKind) => (path: string) => ({ path, kind })
const optional = (kind: FieldKind) => (path: string) => ({ path, kind, isOptional: true }) as const
const line = field('line')
const choice = (path: string, options: readonly string[]) =>
  ({ path, kind: 'choice', options }) as const

export const FORM: readonly FormSection[] = [
  {
    id: 'words',
    fields: [line('title'), field('text')('summary'), optional('line')('voters')],
    lists: [],
  },
  {
    id: 'money',
    fields: [
      ...['budget', 'proposalCost.min', 'proposalCost.max'].map(optional('money')),
      optional('number')('eligible'),
    ],
    lists: [],
  },
  {
    id: 'places',
    fields: [],
    lists: [
      {
        list: 'areas',
        fields: [line('name'), optional('money')('budget'), optional('number')('eligible')],
      },
      { list: 'themes', fields: [line('name')] },
    ],
  },
  {
    id: 'dates',
    fields: [],
    lists: [
      {
        list: 'phases',
        fields: [
          choice('phase', PHASES),
          field('time')('from'),
          optional('time')('to'),
          optional('line')('note'),
        ],
      },
    ],
  },
  {
    id: 'meetings',
    fields: [],
    lists: [
      {
        list: 'events',
        fields: [
          line('title'),
          field('time')('from'),
          optional('time')('to'),
          ...['place', 'note'].map(optional('line')),
        ],
      },
    ],
  },
  { id: 'ideas', fields: [], lists: [{ list: 'conditions', fields: [line('')] }] },
  {
    id: 'ballot',
    fields: [
      choice('ballot.type', [
        ...['', 'approval', 'knapsack', 'choose-1', 'ranking', 'points', 'score', 'for-against'],
      ]),
      ...['minLength', 'maxLength'].map((name) => optional('number')(`ballot.${name}`)),
      optional('money')('ballot.maxCost'),
      field('number')('ballot.maxSumPoints'),
      ...['minPoints', 'maxPoints'].map((name) => optional('number')(`ballot.${name}`)),
      choice('ballot.scoring', ['', 'place-points', 'borda']),
      { path: 'ballot.blank', kind: 'tick', isOnByDefault: true },
    ],
    lists: [],
  },
  {
    id: 'rule',
    fields: [
      choice('rule.method', [
        ...['greedy', 'greedy-no-skip', 'greedy-per-cost', 'greedy-threshold'],
        ...['equalshares', 'phragmen', 'top-per-theme'],
      ]),
      choice('rule.utility', ['', 'votes', 'cardinality']),
      choice('rule.completion', ['', 'none', 'greedy', 'add1', 'add1u']),
      field('number')('rule.perTheme'),
      { path: 'rule.withinBudget', kind: 'tick', isOnByDefault: true },
      optional('number')('rule.minVotes'),
      ...['fundWithoutVotes', 'partFunding'].map((name) => field('tick')(`rule.${name}`)),
      choice('rule.comparison', ['', 'satisfaction', 'exclusion']),
    ],
    lists: [
      {
        list: 'rule.caps',
        fields: [
          { ...choice('theme', ['']), rowsOf: 'themes' },
          { ...choice('area', ['']), rowsOf: 'areas' },
          optional('money')('cost'),
          optional('number')('count'),
        ],
      },
    ],
  },
  {
    id: 'after',
    fields: [
      choice('publication.result', ['', ...RESULT_KINDS]),
      ...['publication.floor', 'publication.complaintDays'].map(optional('number')),
      field('tick')('paper'),
    ],
    lists: [{ list: 'halls', fields: [line('name')] }],
  },
]

const LISTED = FORM.flatMap(({ fields, lists }) => [
  ...fields,
  ...lists.flatMap(({ list, fields: inRow }) =>
    inRow.map((each) => ({ ...each, path: fieldName(list, each.path) })),
  ),
])

/** Every field by its name, `phases.to`. */
export const FIELDS: ReadonlyMap<string, FormField> = new Map(
  LISTED.map((each) => [each.path, each]),
)

/** The name of a field in the rows of a list; of a list of lines it is that of the list. */
export function fieldName(list: string, path: string): string {
  return path === '' ? list : `${list}.${path}`
}
