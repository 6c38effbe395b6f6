/**
 * What a published .pb file says otherwise than the result that it belongs to.
 *
 * Pure. Invariant: everything that another program would count is compared; names and places are not.
 * Decided in docs/decisions/0011.
 */
import type { Difference } from './difference.ts'
import { parseList, type Pabulib, type PabulibRow } from './pabulib.ts'
import type { CountedFile } from './pabulib-result.ts'

/** Fields of META that change what a file counts to, in every vote type. */
const COUNTED_FIELDS = [
  ...['num_projects', 'num_votes', 'budget', 'vote_type', 'rule', 'scoring_fn', 'default_score'],
  ...['min_length', 'max_length', 'min_sum_cost', 'max_sum_cost', 'min_points', 'max_points'],
  ...['min_sum_points', 'max_sum_points', 'min_project_score_threshold'],
]
const COUNTED_COLUMNS = ['cost', 'votes', 'score', 'selected']

/** Compares a file with what it should say. */
export function pabulibDifferences(
  name: string,
  file: Pabulib,
  expected: CountedFile,
): readonly Difference[] {
  const { vote_type: type } = expected.meta
  const ballots = (rows: readonly PabulibRow[]) =>
    rows
      .map((row) => ballotText(row, type === 'ordinal'))
      .toSorted()
      .join('\n')
  return [
    ...(ballots(file.votes) === ballots(expected.votes)
      ? []
      : [{ kind: 'pabulib-ballots', file: name } as const]),
    ...(countedText(file) === countedText(expected)
      ? []
      : [{ kind: 'pabulib-paper', file: name } as const]),
  ]
}

/** One text for equal ballots. */
function ballotText(row: PabulibRow, ordered: boolean): string {
  const points = parseList(row['points'])
  const choices = parseList(row['vote']).map((id, at) => `${id}=${points[at] ?? ''}`)
  return (ordered ? choices : choices.toSorted()).join(' ')
}

/** One text for the same limits, costs, sums and winners. */
function countedText({ meta, projects }: Pick<CountedFile, 'meta' | 'projects'>): string {
  const fields = COUNTED_FIELDS.map((field) => meta[field])
  const rows = projects.map((row) => [
    row['project_id'],
    ...COUNTED_COLUMNS.map((each) => row[each]),
  ])
  return JSON.stringify([fields, ...rows.map((row) => JSON.stringify(row)).toSorted()])
}
