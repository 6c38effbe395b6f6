/**
 * The contest in a .pb file: straight from its bytes to what rules count.
 *
 * Pure over bytes. Invariant: proposal i of the contest is the i-th project that was not withdrawn; ties
 * by source id in code units stand for a lot, unless an order is given. Decided in docs/decisions/0006.
 */
import { makeContest, type BallotRows, type Contest, type ContestFacts } from './contest.ts'
import { compareText } from './encoding.ts'
import { asMoney, HUNDREDTHS, type Money } from './money.ts'
import { readBallots } from './pabulib-ballots.ts'
import { checkScan, metaOf } from './pabulib.ts'
import { cellText, PabulibError, scanPabulib, type Table } from './pabulib-scan.ts'
import { readingOf, VOTE_TYPES, type Reading, type VoteType } from './reading.ts'

export type FileContest = {
  readonly contest: Contest
  /** The file's ids, by proposal. */
  readonly ids: readonly string[]
  readonly themes: readonly (string | undefined)[]
  readonly areas: readonly (string | undefined)[]
  readonly meta: Readonly<Record<string, string>>
  readonly type: VoteType
  readonly reading: Reading
  /** How many points of the contest are one point of the file: 1, or 100 where points have decimals. */
  readonly pointScale: number
  /** What was left out or changed in reading, in sentences. */
  readonly notes: readonly string[]
}

export type ReadOptions = {
  readonly reading?: Reading | undefined
  /** Ids of the file, first drawn first. */
  readonly lot?: readonly string[] | undefined
}

/** The cost that the format gives to a project that was withdrawn. */
const WITHDRAWN = asMoney(999_999_999 * HUNDREDTHS)

/** Reads a file and merges its equal ballots. Throws a PabulibError that names line and field. */
export function readContest(bytes: Uint8Array, options: ReadOptions = {}): FileContest {
  const { facts, ...file } = readElection(bytes, options)
  return { ...file, contest: makeContest(facts) }
}

/** Reads a file without preparing it for a count. */
export function readElection(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Omit<FileContest, 'contest'> & { readonly facts: ContestFacts } {
  const scan = checkScan(scanPabulib(bytes))
  const meta = metaOf(scan)
  const type = voteTypeOf(meta['vote_type'])
  const reading = options.reading ?? readingOf(type)
  const projects = readProjects(scan.PROJECTS)
  const read = readBallots({
    projects: scan.PROJECTS,
    votes: scan.VOTES,
    reading,
    maxLength: wholeOf('max_length', meta['max_length']) ?? projects.length,
    defaultScore: type === 'scoring' ? Number(meta['default_score'] ?? 0) || 0 : 0,
  })
  const kept = projects.filter(({ cost }) => cost !== WITHDRAWN)
  const ids = kept.map(({ id }) => id)
  return {
    ...{ ids, meta, type, reading },
    facts: {
      budget: moneyOf('META: budget', meta['budget'] ?? ''),
      cost: Float64Array.from(kept, ({ cost }) => cost),
      lot: lotOf(ids, options.lot ?? []),
      rows: kept.length === projects.length ? read.rows : without(read.rows, projects),
    },
    pointScale: read.scale,
    themes: kept.map(({ theme }) => theme),
    areas: kept.map(({ area }) => area),
    notes: notesOf(read, projects.length - kept.length),
  }
}

type Project = {
  readonly id: string
  readonly cost: Money
  readonly theme: string | undefined
  readonly area: string | undefined
}

function readProjects(table: Table): readonly Project[] {
  const column = (name: string) => table.columns.indexOf(name)
  const [id, cost, theme] = [column('project_id'), column('cost'), column('category')]
  const area = Math.max(column('neighborhood'), column('district'))
  if (cost < 0) throw new PabulibError(`Line ${table.headerLine}: the column cost is missing`)
  return Array.from({ length: table.rows }, (_, row) => ({
    id: cellText(table, row, id),
    cost: moneyOf(`Line ${table.line[row]}: cost`, cellText(table, row, cost)),
    theme: cellText(table, row, theme) || undefined,
    area: cellText(table, row, area) || undefined,
  }))
}

function notesOf(
  { repeated, unknown }: { repeated: number; unknown: number },
  withdrawn: number,
): readonly string[] {
  return [
    repeated > 0 ? `${repeated} times a ballot names a project twice; it counts once.` : '',
    unknown > 0 ? `${unknown} choices name no project of the file; they are left out.` : '',
    withdrawn > 0 ? `${withdrawn} projects were withdrawn (cost 999999999).` : '',
  ].filter((note) => note !== '')
}

function without(
  { start, proposal, points }: BallotRows,
  projects: readonly Project[],
): BallotRows {
  let next = 0
  const renumbered = projects.map(({ cost }) => (cost === WITHDRAWN ? -1 : next++))
  const starts = new Int32Array(start.length)
  const kept: number[] = []
  const keptPoints: number[] = []
  for (let voter = 0; voter + 1 < start.length; voter++) {
    for (let at = start[voter]!; at < start[voter + 1]!; at++) {
      const own = renumbered[proposal[at]!]!
      if (own < 0) continue
      kept.push(own)
      if (points) keptPoints.push(points[at]!)
    }
    starts[voter + 1] = kept.length
  }
  const rows = { start: starts, proposal: Int32Array.from(kept) }
  return points ? { ...rows, points: Float64Array.from(keptPoints) } : rows
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

function voteTypeOf(text: string | undefined): VoteType {
  const type = VOTE_TYPES.find((each) => each === text)
  if (type === undefined)
    throw new PabulibError(
      `META: vote_type is ${text ?? 'missing'}, expected ${VOTE_TYPES.slice(0, -1).join(', ')} or scoring`,
    )
  return type
}

function wholeOf(field: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '' || text === 'None') return undefined
  if (/^\d{1,9}(\.0+)?$/.test(text)) return Number(text)
  throw new PabulibError(`META: ${field}: found "${text}", expected a whole number`)
}

/** An amount in main units; further decimals than two must be zeros. */
function moneyOf(field: string, text: string): Money {
  const [, whole, cents = ''] = /^(\d{1,13})(?:\.(\d{0,2})0*)?$/.exec(text) ?? []
  if (whole === undefined)
    throw new PabulibError(
      `${field}: found "${text}", expected an amount with at most two decimals`,
    )
  return asMoney(Number(whole) * HUNDREDTHS + Number(cents.padEnd(2, '0')))
}
