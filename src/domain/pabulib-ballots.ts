/**
 * The ballots of a scanned .pb file, merged into groups of equal ones as they are read.
 *
 * Pure over bytes. Invariant: a proposal named twice on one ballot counts once, where it stands first; one
 * that the file does not explain is left out and counted. Points are whole numbers of 1/scale points.
 * Decided in docs/decisions/0006.
 */
import type { ByteIndex } from './byte-index.ts'
import { closeBallot, groupsOf, makeMerger, nameProposal } from './merge-ballots.ts'
import type { Merged, Merger } from './merge-ballots.ts'
import { HUNDREDTHS } from './money.ts'
import { fault, POINTS } from './pabulib-fields.ts'
import { checkIds, columnOf, watchId, watchIds } from './pabulib-ids.ts'
import { newList, nextPart, openCell, type CellList } from './pabulib-list.ts'
import { checkEnd, lineOf, nextRow, type Rows } from './pabulib-scan.ts'
import type { Reading } from './reading.ts'

export type ReadBallots = {
  readonly merged: Merged
  /** How many points of the ballots are one point of the file: 1, or 100 where points have decimals. */
  readonly scale: number
  readonly repeated: number
  readonly unknown: number
}

export type BallotFacts = {
  /** The rows of VOTES, of which none was taken to hand yet. */
  readonly votes: Rows
  readonly reading: Reading
  /** The projects by the bytes of their ids. */
  readonly index: ByteIndex
  /** The proposal that each project is; -1 for one that does not take part. */
  readonly proposalOf: Int32Array
  readonly proposals: number
  /** The points for a first place. */
  readonly maxLength: number
  /** Hundredths of points that a proposal gets which a ballot does not name; 0 for none. */
  readonly defaultScore: number
}

type Reader = BallotFacts & {
  readonly merger: Merger
  readonly voteColumn: number
  readonly pointsColumn: number
  readonly choices: CellList
  readonly given: CellList
  repeated: number
  unknown: number
}

/** Reads every ballot. Throws a PabulibError that names line and field. */
export function readBallots(facts: BallotFacts): ReadBallots {
  const { votes, reading, proposals } = facts
  const share = () => (votes.next - votes.first) / (votes.bytes.length - votes.first)
  const reader: Reader = {
    ...facts,
    merger: makeMerger({ proposals, parts: 1, pointed: reading !== 'approval', share }),
    voteColumn: columnOf(votes, 'vote'),
    pointsColumn: reading === 'points' ? columnOf(votes, 'points') : -1,
    choices: newList(),
    given: newList(),
    ...{ repeated: 0, unknown: 0 },
  }
  const ids = watchIds(votes, 'voter_id')
  while (nextRow(votes)) {
    watchId(ids)
    readBallot(reader)
  }
  checkEnd(votes)
  checkIds(ids)
  const merged = groupsOf(reader.merger)
  const { repeated, unknown } = reader
  if (reading !== 'points') return { merged, scale: 1, repeated, unknown }
  return { ...inWholePoints(merged), repeated, unknown }
}

/** Reads the ballot of the row at hand. */
function readBallot(reader: Reader): void {
  const { merger, index, votes, choices, given, proposalOf } = reader
  openCell(votes, reader.voteColumn, choices)
  if (reader.pointsColumn >= 0) openCell(votes, reader.pointsColumn, given)
  for (let place = 0; nextPart(choices); place++) {
    const points = pointsAt(reader, place)
    if (choices.from === choices.to) continue
    const project = index.find(choices.bytes, choices.from, choices.to)
    if (project < 0) reader.unknown += isNone(choices) ? 0 : 1
    else if (proposalOf[project]! >= 0 && !nameProposal(merger, proposalOf[project]!, points))
      reader.repeated++
  }
  if (reader.defaultScore !== 0)
    for (let proposal = 0; proposal < reader.proposals; proposal++)
      nameProposal(merger, proposal, reader.defaultScore)
  closeBallot(merger, 0)
}

/** What the entry in this place of the list gets; entries are asked for one after the other. */
function pointsAt(reader: Reader, place: number): number {
  const { votes, reading, given, maxLength, defaultScore } = reader
  if (reading === 'approval') return 1
  if (reading === 'place-points') return Math.max(0, maxLength - place)
  if (!nextPart(given) || given.from === given.to) return defaultScore
  const hundredths = hundredthsIn(given)
  if (Number.isNaN(hundredths)) throw pointsFault(votes, given)
  return hundredths
}

/** The number in a part, in hundredths; NaN where it is none. */
function hundredthsIn({ bytes, from, to }: CellList): number {
  const negative = bytes[from] === MINUS
  const first = negative ? from + 1 : from
  let at = first
  let whole = 0
  for (; at < to && isDigit(bytes[at]!); at++) whole = whole * 10 + bytes[at]! - ZERO
  if (at === first || at - first > 7) return NaN
  let cents = 0
  if (at < to && bytes[at++] !== POINT) return NaN
  for (let unit = 10; at < to; at++, unit = Math.floor(unit / 10)) {
    if (!isDigit(bytes[at]!) || (unit === 0 && bytes[at] !== ZERO)) return NaN
    cents += unit * (bytes[at]! - ZERO)
  }
  const hundredths = whole * HUNDREDTHS + cents
  return negative && hundredths > 0 ? -hundredths : hundredths
}

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9
}

function pointsFault(votes: Rows, { bytes, from, to }: CellList) {
  const text = new TextDecoder().decode(bytes.subarray(from, to))
  return fault({ text, place: () => `Line ${lineOf(votes)}: points` }, POINTS)
}

/** Older files write None for a blank ballot. */
function isNone({ bytes, from, to }: CellList): boolean {
  return to - from === 4 && String.fromCharCode(...bytes.subarray(from, to)) === 'None'
}

/** Points as whole numbers: of points where all are whole, else of hundredths. */
function inWholePoints(merged: Merged): { readonly merged: Merged; readonly scale: number } {
  const { points } = merged.ballots
  for (let at = 0; at < points.length; at++)
    if (points[at]! % HUNDREDTHS !== 0) return { merged, scale: HUNDREDTHS }
  for (let at = 0; at < points.length; at++) points[at] = points[at]! / HUNDREDTHS
  return { merged, scale: 1 }
}
