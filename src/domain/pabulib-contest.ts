/**
 * The contest in a .pb file: straight from its bytes to what rules count.
 *
 * Pure over bytes. Invariant: proposal i of the contest is the i-th project that was not withdrawn; ties
 * by source id in code units stand for a lot, unless an order is given. Decided in docs/decisions/0006.
 */
import { contestOfGroups, type Contest, type ContestFacts } from './contest.ts'
import { compareText } from './encoding.ts'
import type { Merged } from './merge-ballots.ts'
import { asMoney, HUNDREDTHS, type Money } from './money.ts'
import { capsOf, leftoverNote } from './pabulib-caps.ts'
import type { ByteIndex } from './byte-index.ts'
import { readBallots } from './pabulib-ballots.ts'
import { amountOf, cellField, checkCount, fault, metaField, metaTexts } from './pabulib-fields.ts'
import { parseList } from './pabulib.ts'
import { pointsOf, readMeta, wholeOf, type Field, type Meta } from './pabulib-fields.ts'
import { columnOf, indexIds, watchIds } from './pabulib-ids.ts'
import { nextRow, openRows, type Rows } from './pabulib-scan.ts'
import { NO_LIMITS, type Limits } from './rules/limits.ts'
import { readingOf, VOTE_TYPES, type Reading, type VoteType } from './reading.ts'

export type FileContest = {
  readonly contest: Contest
  /** The file's ids, by proposal. */
  readonly ids: readonly string[]
  /** The first category of each. */
  readonly themes: readonly (string | undefined)[]
  readonly meta: Readonly<Record<string, string>>
  readonly type: VoteType
  readonly reading: Reading
  /** How many points of the contest are one point of the file: 1, or 100 where points have decimals. */
  readonly pointScale: number
  /** The least score of a funded project, in hundredths of points, where the file names one. */
  readonly threshold: number | undefined
  /** The budgets of categories and neighbourhoods, where they were asked for. */
  readonly limits: Limits
  /** What was left out or changed in reading, in sentences. */
  readonly notes: readonly string[]
}

export type ReadOptions = {
  readonly reading?: Reading | undefined
  /** Ids of the file, first drawn first. */
  readonly lot?: readonly string[] | undefined
  /** Whether the file's budgets of categories and neighbourhoods bound what is spent in each. */
  readonly caps?: boolean | undefined
}

/** The cost that the format gives to a project that was withdrawn. */
const WITHDRAWN = asMoney(999_999_999 * HUNDREDTHS)

/** Reads a file. Throws a PabulibError that names line and field. */
export function readContest(bytes: Uint8Array, options: ReadOptions = {}): FileContest {
  const { facts, merged, ...file } = readElection(bytes, options)
  return { ...file, contest: contestOfGroups(facts, merged) }
}

type FileElection = Omit<FileContest, 'contest'> & {
  readonly facts: ContestFacts
  readonly merged: Merged
}

/** Reads a file up to its groups of equal ballots. */
export function readElection(bytes: Uint8Array, options: ReadOptions = {}): FileElection {
  const meta = readMeta(bytes)
  const rows = openRows(bytes, meta.next, 'PROJECTS')
  const { projects, index } = readProjects(rows)
  checkCount(meta, 'num_projects', rows)
  const votes = openRows(bytes, rows.next, 'VOTES')
  const kept = projects.filter(({ cost }) => cost !== WITHDRAWN)
  const { type, reading, ...scores } = scoresOf(meta, options)
  const { merged, scale, ...odd } = readBallots({
    ...{ votes, index, reading },
    proposalOf: numberKept(projects),
    proposals: kept.length,
    maxLength: scores.maxLength ?? projects.length,
    defaultScore: scores.defaultScore,
  })
  checkCount(meta, 'num_votes', votes)
  const ids = kept.map(({ id }) => id)
  return {
    ...{ ids, type, reading, merged, pointScale: scale },
    meta: metaTexts(meta),
    facts: {
      budget: amountOf(metaField(meta, 'budget')),
      cost: Float64Array.from(kept, ({ cost }) => cost),
      lot: lotOf(ids, options.lot ?? []),
    },
    threshold: pointsOf(metaField(meta, 'min_project_score_threshold')),
    themes: kept.map(({ theme }) => parseList(theme)[0]),
    limits: options.caps ? { exclusive: [], caps: capsOf(meta, kept) } : NO_LIMITS,
    notes: [
      ...notesOf(odd, projects.length - kept.length),
      ...(options.caps ? [leftoverNote(meta)] : []),
    ].filter((note) => note !== ''),
  }
}

function scoresOf(meta: Meta, options: ReadOptions) {
  const type = voteTypeOf(metaField(meta, 'vote_type'))
  return {
    type,
    reading: options.reading ?? readingOf(type),
    maxLength: wholeOf(metaField(meta, 'max_length')),
    defaultScore: type === 'scoring' ? (pointsOf(metaField(meta, 'default_score')) ?? 0) : 0,
  }
}

type Project = {
  readonly id: string
  readonly cost: Money
  /** A list of categories. */
  readonly theme: string | undefined
  readonly area: string | undefined
}

function readProjects(rows: Rows): { projects: readonly Project[]; index: ByteIndex } {
  const ids = watchIds(rows, 'project_id')
  columnOf(rows, 'cost')
  const area = rows.columns.includes('neighborhood') ? 'neighborhood' : 'district'
  const projects: Project[] = []
  while (nextRow(rows)) {
    projects.push({
      id: cellField(rows, 'project_id').text,
      cost: amountOf(cellField(rows, 'cost')),
      theme: cellField(rows, 'category').text || undefined,
      area: cellField(rows, area).text || undefined,
    })
  }
  return { projects, index: indexIds(ids) }
}

/** The number of each project among those that were not withdrawn. */
function numberKept(projects: readonly Project[]): Int32Array {
  let next = 0
  return Int32Array.from(projects, ({ cost }) => (cost === WITHDRAWN ? -1 : next++))
}

function notesOf(
  { repeated, unknown }: { repeated: number; unknown: number },
  withdrawn: number,
): readonly string[] {
  return [
    note(
      repeated,
      'Once a ballot names a project twice; it counts once.',
      `${repeated} times a ballot names a project twice; it counts once.`,
    ),
    note(
      unknown,
      'One choice names no project of the file; it is left out.',
      `${unknown} choices name no project of the file; they are left out.`,
    ),
    note(
      withdrawn,
      'One project was withdrawn (cost 999999999).',
      `${withdrawn} projects were withdrawn (cost 999999999).`,
    ),
  ]
}

function note(times: number, once: string, often: string): string {
  if (times === 0) return ''
  return times === 1 ? once : often
}

/** The place of every id: those that were drawn first, then the others by code units. */
function lotOf(ids: readonly string[], drawn: readonly string[]): Int32Array {
  const order = new Map(drawn.map((id, at) => [id, at]))
  const placeOf = (id: string) => order.get(id) ?? drawn.length
  const places = new Int32Array(ids.length)
  ids
    .map((id, at) => ({ id, at }))
    .toSorted((a, b) => placeOf(a.id) - placeOf(b.id) || compareText(a.id, b.id))
    .forEach(({ at }, place) => (places[at] = place))
  return places
}

function voteTypeOf(field: Field): VoteType {
  const type = VOTE_TYPES.find((each) => each === field.text)
  if (type === undefined)
    throw fault(field, `${VOTE_TYPES.slice(0, -1).join(', ')} or ${VOTE_TYPES.at(-1)}`)
  return type
}
