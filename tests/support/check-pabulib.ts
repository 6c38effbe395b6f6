/**
 * The checks of the .pb format, written again from its description.
 *
 * Pure. Invariant: shares no code with the reader and writer in src but the scanner of lines and cells.
 */
import { parseList, type Pabulib, type PabulibRow } from '../../src/domain/pabulib.ts'

const REQUIRED = [
  'description',
  'country',
  'unit',
  'instance',
  'num_projects',
  'num_votes',
  'budget',
  'vote_type',
  'rule',
  'date_begin',
  'date_end',
]
const VOTE_TYPES = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring']
const RULES = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'greedy-exclusive',
  'greedy-custom',
  'equalshares',
  'equalshares-comparison',
  'equalshares/add1',
  'equalshares/add1-comparison',
  'unknown',
]
const DATE = /^(\d{2}\.\d{2}\.\d{4}|\d{4})$/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Optional columns of PROJECTS, in the order that the format gives them. */
const COLUMNS = [
  ...['votes', 'score', 'name', 'category', 'beneficiaries', 'selected', 'neighborhood'],
  ...['subunit', 'district', 'description', 'proposer', 'public_id', 'latitude', 'longitude'],
]
/** A blank beside a comma, or an entry with nothing in it. */
const NO_LIST = /^,|,$|, | ,|,,/

/** What the format's checker would say about the lines of a file: one blank line may stand at its end. */
export function checkLines(text: string): readonly string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.flatMap((line, at) =>
    says(line.trim() === '' && at < lines.length - 1, `line ${at + 1} is blank`),
  )
}

/** What the format's checker would say about a file, one sentence each; nothing for a good one. */
export function checkPabulib({ meta, projects, votes }: Pabulib): readonly string[] {
  return [
    ...checkMeta(meta, projects.length, votes.length),
    ...checkProjects(meta, projects),
    ...votes.flatMap((row) => checkVote(meta, new Set(projects.map(idOf)), row)),
    ...checkSums(meta, projects, votes),
    ...checkCosts(meta, projects, votes),
    ...checkGreedy(meta, projects),
  ]
}

const idOf = (row: PabulibRow) => row['project_id'] ?? ''
const says = (wrong: boolean, sentence: string) => (wrong ? [sentence] : [])

function checkMeta(meta: Pabulib['meta'], projects: number, votes: number): readonly string[] {
  return [
    ...REQUIRED.flatMap((field) => says(!meta[field], `META: ${field} is missing`)),
    ...says(Number(meta['num_projects']) !== projects, 'META: num_projects differs'),
    ...says(Number(meta['num_votes']) !== votes, 'META: num_votes differs'),
    ...says(!NUMBER.test(meta['budget'] ?? ''), 'META: budget is no number'),
    ...says(!VOTE_TYPES.includes(meta['vote_type'] ?? ''), 'META: vote_type is unknown'),
    ...says(!RULES.includes(meta['rule'] ?? ''), 'META: rule is unknown'),
    ...['date_begin', 'date_end'].flatMap((field) =>
      says(!DATE.test(meta[field] ?? ''), `META: ${field} is no date`),
    ),
    ...['fully_funded', 'experimental'].flatMap((flag) =>
      says(meta[flag] !== undefined && meta[flag] !== '1', `META: ${flag} is no flag`),
    ),
    ...says(
      meta['vote_type'] === 'cumulative' && !meta['max_sum_points'],
      'META: max_sum_points is missing',
    ),
  ]
}

function checkProjects(meta: Pabulib['meta'], projects: readonly PabulibRow[]): readonly string[] {
  const budget = Number(meta['budget'])
  const selected = projects.filter((row) => row['selected'] === '1')
  const spent = selected.reduce((sum, row) => sum + Number(row['cost']), 0)
  const ids = projects.map(idOf)
  const columns = Object.keys(projects[0] ?? {}).filter((name) => COLUMNS.includes(name))
  const ordered = columns.toSorted((a, b) => COLUMNS.indexOf(a) - COLUMNS.indexOf(b))
  return [
    ...says(columns.join() !== ordered.join(), 'PROJECTS: the columns stand in another order'),
    ...says(new Set(ids).size < ids.length, 'PROJECTS: an id stands twice'),
    ...says(spent > budget, 'PROJECTS: the selected cost more than the budget'),
    ...projects.flatMap((row) => [
      ...says(!NUMBER.test(row['cost'] ?? ''), `${idOf(row)}: cost is no number`),
      ...says(Number(row['cost']) > budget, `${idOf(row)}: costs more than the budget`),
      ...says(!('votes' in row) && !('score' in row), `${idOf(row)}: neither votes nor score`),
      ...['category', 'beneficiaries'].flatMap((list) =>
        says(NO_LIST.test(row[list] ?? ''), `${idOf(row)}: ${list} is no plain list`),
      ),
      ...says(!/^[0-3]?$/.test(row['selected'] ?? ''), `${idOf(row)}: selected is no flag`),
    ]),
  ]
}

function checkVote(
  meta: Pabulib['meta'],
  known: ReadonlySet<string>,
  row: PabulibRow,
): readonly string[] {
  const voter = `voter ${row['voter_id'] ?? ''}`
  const choices = parseList(row['vote'])
  const points = parseList(row['points']).map(Number)
  const sum = points.reduce((total, each) => total + each, 0)
  const least = Number(meta['min_length'] ?? 1)
  const most = meta['vote_type'] === 'choose-1' ? 1 : Number(meta['max_length'] ?? known.size)
  const limit = (field: string, otherwise: number) => Number(meta[field] ?? otherwise)
  const [low, high] = [limit('min_points', -Infinity), limit('max_points', Infinity)]
  return [
    ...['vote', 'points'].flatMap((list) =>
      says(NO_LIST.test(row[list] ?? ''), `${voter}: ${list} is no plain list`),
    ),
    ...says(
      meta['vote_type'] !== 'ordinal' && points.some((each) => each < low || each > high),
      `${voter} gives points out of range`,
    ),
    ...says(
      choices.length > 0 && sum < limit('min_sum_points', -Infinity),
      `${voter} gives too few points`,
    ),
    ...says(new Set(choices).size < choices.length, `${voter} names a project twice`),
    ...says(!choices.every((id) => known.has(id)), `${voter} names an unknown project`),
    ...says(choices.length > most, `${voter} names more than ${most}`),
    ...says(choices.length < least, `${voter} names fewer than ${least}`),
    ...says(points.length > 0 && points.length !== choices.length, `${voter}: points do not fit`),
    ...says(sum > Number(meta['max_sum_points'] ?? Infinity), `${voter} gives too many points`),
    ...says(
      meta['vote_type'] === 'cumulative' && points.some((each, at) => each > points[at - 1]!),
      `${voter}: points do not fall`,
    ),
  ]
}

/** The columns votes and score are what the ballots say. */
function checkSums(
  meta: Pabulib['meta'],
  projects: readonly PabulibRow[],
  votes: readonly PabulibRow[],
): readonly string[] {
  const counted = new Map(projects.map((row) => [idOf(row), { votes: 0, score: 0 }]))
  const most = Number(meta['max_length'] ?? projects.length)
  for (const row of votes) {
    const points = parseList(row['points'])
    parseList(row['vote']).forEach((id, at) => {
      const sums = counted.get(id)
      if (sums === undefined) return
      sums.votes++
      sums.score += meta['vote_type'] === 'ordinal' ? most - at : Number(points[at] ?? 1)
    })
  }
  return projects.flatMap((row) => {
    const sums = counted.get(idOf(row))
    return (['votes', 'score'] as const).flatMap((column) =>
      says(
        row[column] !== undefined && row[column] !== '' && Number(row[column]) !== sums?.[column],
        `${idOf(row)}: ${column} is ${row[column]}, counted ${sums?.[column]}`,
      ),
    )
  })
}

/** What a ballot names costs no less and no more than it may. */
function checkCosts(
  meta: Pabulib['meta'],
  projects: readonly PabulibRow[],
  votes: readonly PabulibRow[],
): readonly string[] {
  const costs = new Map(projects.map((row) => [idOf(row), Number(row['cost'])]))
  const least = Number(meta['min_sum_cost'] ?? 0)
  const most = Number(meta['max_sum_cost'] ?? Infinity)
  return votes.flatMap((row) => {
    const cost = parseList(row['vote']).reduce((sum, id) => sum + (costs.get(id) ?? 0), 0)
    return says(
      cost > 0 && (cost < least || cost > most),
      `voter ${row['voter_id']} names projects for ${cost}`,
    )
  })
}

/** By greedy nothing with votes is left out that fits beside what has as many points or more; so no money is left for it either. */
function checkGreedy(meta: Pabulib['meta'], projects: readonly PabulibRow[]): readonly string[] {
  if (meta['rule'] !== 'greedy' || projects.every((row) => row['selected'] === undefined)) return []
  const points = (row: PabulibRow) => Number(row['score'] ?? row['votes'])
  const chosen = projects.filter((row) => row['selected'] === '1')
  return projects.flatMap((row) => {
    const before = chosen.filter((each) => points(each) >= points(row))
    const spent = before.reduce((sum, each) => sum + Number(each['cost']), 0)
    return says(
      row['selected'] === '0' &&
        points(row) > 0 &&
        spent + Number(row['cost']) <= Number(meta['budget']),
      `${idOf(row)} would fit, and is not selected`,
    )
  })
}
