/**
 * The ballots of a scanned .pb file as rows of proposals and points.
 *
 * Pure over bytes. Invariant: a proposal named twice on one ballot counts once, where it stands first; one
 * that the file does not explain is left out and counted. Points are whole numbers of 1/scale points.
 * Decided in docs/decisions/0006.
 */
import { makeByteIndex, type ByteIndex } from './byte-index.ts'
import type { BallotRows } from './contest.ts'
import { cellText, PabulibError, type Table } from './pabulib-scan.ts'
import type { Reading } from './reading.ts'

export type ReadBallots = {
  readonly rows: BallotRows
  /** How many points of the rows are one point of the file: 1, or 100 where points have decimals. */
  readonly scale: number
  readonly repeated: number
  readonly unknown: number
}

export type BallotFacts = {
  readonly projects: Table
  readonly votes: Table
  readonly reading: Reading
  /** The points for a first place. */
  readonly maxLength: number
  /** What a proposal gets that a ballot does not name; 0 for none. */
  readonly defaultScore: number
}

const QUOTE = 0x22
const COMMA = 0x2c
const BLANK = 0x20

/** Reads every ballot. Throws a PabulibError that names line and field. */
export function readBallots(facts: BallotFacts): ReadBallots {
  const { votes, reading } = facts
  const rows = readChoices(facts)
  if (reading === 'approval') return { ...rows, scale: 1 }
  if (reading === 'points') return readPoints(facts, rows)
  const { start } = rows.rows
  const points = new Float64Array(rows.rows.proposal.length)
  for (let row = 0; row < votes.rows; row++)
    for (let at = start[row]!; at < start[row + 1]!; at++)
      points[at] = Math.max(0, facts.maxLength - rows.place[at]!)
  return { ...rows, rows: { ...rows.rows, points }, scale: 1 }
}

type Choices = {
  readonly rows: { readonly start: Int32Array; readonly proposal: Int32Array }
  /** Each entry's place in its cell, from 0. */
  readonly place: Int32Array
  readonly repeated: number
  readonly unknown: number
}

function readChoices({ projects, votes }: BallotFacts): Choices {
  const column = votes.columns.indexOf('vote')
  if (column < 0) throw new PabulibError(`Line ${votes.headerLine}: the column vote is missing`)
  const index = projectIndex(projects)
  const { bytes } = votes
  const start = new Int32Array(votes.rows + 1)
  const most = mostEntries(votes, column)
  const proposal = new Int32Array(most)
  const place = new Int32Array(most)
  const seenOn = new Int32Array(projects.rows).fill(-1)
  const odd = { repeated: 0, unknown: 0 }
  let size = 0
  for (let row = 0; row < votes.rows; row++) {
    const cell = votes.first[row]! + column
    if (cell >= votes.first[row + 1]!) {
      start[row + 1] = size
      continue
    }
    let at = votes.start[cell]!
    let end = votes.end[cell]!
    // Ids hold no doubled quotes, so that quotes are only around the list.
    if (bytes[at] === QUOTE && end > at + 1) {
      at++
      while (bytes[end - 1] !== QUOTE) end--
      end--
    }
    for (let position = 0; at < end; position++) {
      while (at < end && bytes[at]! <= BLANK) at++
      const from = at
      while (at < end && bytes[at] !== COMMA) at++
      let to = at++
      while (to > from && bytes[to - 1]! <= BLANK) to--
      if (from === to) continue
      const found = index.find(bytes, from, to)
      if (found < 0) odd.unknown++
      else if (seenOn[found] === row) odd.repeated++
      else {
        seenOn[found] = row
        proposal[size] = found
        place[size++] = position
      }
    }
    start[row + 1] = size
  }
  return {
    rows: { start, proposal: proposal.subarray(0, size) },
    place: place.subarray(0, size),
    ...odd,
  }
}

/** One for each comma and one for each row is enough for all. */
function mostEntries({ bytes, rows, first, start, end }: Table, column: number): number {
  let most = rows
  for (let row = 0; row < rows; row++) {
    const cell = first[row]! + column
    if (cell >= first[row + 1]!) continue
    for (let at = start[cell]!; at < end[cell]!; at++) if (bytes[at] === COMMA) most++
  }
  return most
}

/** All ids stand in one piece of memory, so that looking one up stays there. */
function projectIndex(projects: Table): ByteIndex {
  const column = projects.columns.indexOf('project_id')
  const index = makeByteIndex(projects.rows)
  const encoder = new TextEncoder()
  const ids = Array.from({ length: projects.rows }, (_, row) => cellText(projects, row, column))
  const encoded = encoder.encode(ids.join(''))
  let at = 0
  for (const id of ids) {
    const end = at + encoder.encode(id).length
    index.add(encoded, at, end)
    at = end
  }
  return index
}

function readPoints(facts: BallotFacts, choices: Choices): ReadBallots {
  const { votes, projects, defaultScore } = facts
  const column = votes.columns.indexOf('points')
  if (column < 0) throw new PabulibError(`Line ${votes.headerLine}: the column points is missing`)
  const { start, proposal } = choices.rows
  const points = new Float64Array(proposal.length)
  let scale = 1
  for (let row = 0; row < votes.rows; row++) {
    const text = cellText(votes, row, column)
    const given = text === '' ? [] : text.split(',')
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const value = given[choices.place[at]!]?.trim()
      if (value === undefined || value === '') points[at] = defaultScore
      else if (/^-?\d{1,9}(\.\d{1,2})?$/.test(value)) points[at] = Number(value)
      else
        throw new PabulibError(
          `Line ${votes.line[row]}: points: found "${value}", expected a number with at most two decimals`,
        )
      if (!Number.isInteger(points[at])) scale = 100
    }
  }
  const filled =
    defaultScore === 0
      ? { start, proposal, points }
      : fillDefaults({ start, proposal, points }, projects.rows, defaultScore)
  const whole = filled.points.map((each) => Math.round(each * scale))
  return { ...choices, rows: { ...filled, points: whole }, scale }
}

type Filled = {
  readonly start: Int32Array
  readonly proposal: Int32Array
  readonly points: Float64Array
}

/** Names every proposal on every ballot: those that it did not name have the default. */
function fillDefaults(
  { start, proposal, points }: Filled,
  proposals: number,
  score: number,
): Filled {
  const voters = start.length - 1
  const all = new Float64Array(voters * proposals).fill(score)
  for (let voter = 0; voter < voters; voter++)
    for (let at = start[voter]!; at < start[voter + 1]!; at++)
      all[voter * proposals + proposal[at]!] = points[at]!
  return {
    start: Int32Array.from({ length: voters + 1 }, (_, voter) => voter * proposals),
    proposal: Int32Array.from({ length: voters * proposals }, (_, at) => at % proposals),
    points: all,
  }
}
