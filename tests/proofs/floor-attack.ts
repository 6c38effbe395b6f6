/**
 * Rebuilding ballots from published files: lists, groups, opened commitments, and what two results differ by.
 *
 * Pure. Invariant: it reads every file, whatever its name; it knows the public software and the public paper,
 * and of the ballots only what a guesser would say, to have a guess confirmed.
 */
import { H } from './faults-protocol.ts'

export type Files = ReadonlyMap<string, string>

/** What is known of a box: how many ballots it holds and which proposals they may name. */
export type Box = {
  readonly round: string
  readonly pool: string
  readonly ballots: number
  readonly blank: number
  readonly proposals: readonly string[]
  /** Other boxes of the round: what is published of them is not of this one. */
  readonly others?: readonly string[]
}

/** How ballots were rebuilt, and how many. */
export type Rebuilt = { readonly how: string; readonly file: string; readonly ballots: number }

/** Every way at once. `guesses`: ballots as published text, each of which may be in the box. */
export function rebuild(files: Files, box: Box, guesses: readonly string[]): readonly Rebuilt[] {
  return [...files].flatMap(([file, text]) => [
    ...listed(file, text, box),
    ...grouped(file, text, box),
    ...opened(file, text, box, guesses),
  ])
}

/** A file with a row of choices for each ballot. */
function listed(file: string, text: string, box: Box): Rebuilt[] {
  const { others = [] } = box
  if (others.some((pool) => file.includes(`-${pool}.`))) return []
  const rows = text
    .split('\n')
    .map(cellsOf)
    .filter((cells) => cells.some((cell) => isChoice(cell, box)))
    .filter((cells) => !cells.some((cell) => others.includes(cell)))
  const several = rows.filter((cells) =>
    cells.some((cell) => isChoice(cell, box) && cell.includes(',')),
  )
  // A list of the proposals themselves has one id a row, and as many rows as proposals.
  return rows.length >= box.ballots && (several.length > 0 || box.ballots > box.proposals.length)
    ? [{ how: 'a row for each ballot', file, ballots: rows.length }]
    : []
}

function cellsOf(line: string): string[] {
  const cells = line.match(/(?:"(?:[^"]|"")*"|[^;])+/g) ?? []
  return cells.map((cell) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )
}

/** A list of proposals, as JSON or with commas between them. */
function isChoice(cell: string, { proposals }: Box): boolean {
  const names = cell.startsWith('[')
    ? [...cell.matchAll(/"([a-z0-9-]+)"/g)].map(([, id]) => id)
    : cell.split(',')
  const known = names.filter((name) => proposals.includes(name ?? ''))
  return known.length > 0 && (cell.startsWith('[') || known.length === names.length)
}

/** Groups of equal ballots, with how many there are of each. */
function grouped(file: string, text: string, box: Box): Rebuilt[] {
  if (box.others?.some((pool) => file.includes(`-${pool}.`))) return []
  const sizes = [box.ballots, box.ballots - box.blank]
  return jsonOf(text)
    .flatMap(arraysIn)
    .filter((array) => array.length > 0 && array.every((item) => isGroup(item, box)))
    .map((array) => array.map(numbersOf))
    .filter(([first = []]) => first.length > 0)
    .flatMap((numbers) => {
      const sums = numbers[0]!.map((_, at) =>
        numbers.reduce((sum, each) => sum + (each[at] ?? 0), 0),
      )
      const size = sums.find((sum) => sizes.includes(sum))
      return size === undefined ? [] : [{ how: 'groups of equal ballots', file, ballots: size }]
    })
}

function isGroup(item: unknown, { proposals }: Box): boolean {
  if (typeof item !== 'object' || item === null) return false
  return Object.values(item).some(
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((id) => proposals.includes(String(id))),
  )
}

function numbersOf(item: unknown): number[] {
  const values = typeof item === 'object' && item !== null ? Object.values(item) : []
  return values.filter((value) => typeof value === 'number')
}

/** The file as JSON, or each of its lines; nothing where it is none. */
function jsonOf(text: string): unknown[] {
  const parse = (part: string): unknown[] => {
    try {
      return [JSON.parse(part)]
    } catch {
      return []
    }
  }
  const whole = parse(text)
  return whole.length > 0 ? whole : text.split('\n').flatMap(parse)
}

function arraysIn(value: unknown): unknown[][] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(arraysIn)
  return Array.isArray(value) ? [value, ...inside] : inside
}

const COMMITMENT = /\b[0-9a-f]{64}\b/g
const SALT = /\b[0-9a-f]{32}\b/g

/** Commitments that a guess opens with a salt that stands on the same line. */
function opened(file: string, text: string, box: Box, guesses: readonly string[]): Rebuilt[] {
  const found = text.split('\n').filter((line) => {
    const commitments: readonly string[] = line.match(COMMITMENT) ?? []
    const salts: readonly string[] = [
      ...(line.match(SALT) ?? []),
      ...commitments.map((hex) => hex.slice(0, 32)),
    ]
    return salts.some((salt) =>
      guesses.some((guess) => commitments.includes(commit(box, Buffer.from(salt, 'hex'), guess))),
    )
  })
  return found.length === 0 ? [] : [{ how: 'a guess is confirmed', file, ballots: found.length }]
}

function commit({ round, pool }: Box, salt: Buffer, guess: string): string {
  return H('ballot', round, pool, salt, guess).toString('hex')
}

/** Votes of every proposal in a results.csv. */
export type Sums = ReadonlyMap<string, number>

/** Results of one box that differ by few votes: what lies between them is as good as a ballot. */
export function between(results: readonly Sums[]): readonly (readonly string[])[] {
  return results.slice(1).flatMap((sums, at) => {
    const before = results[at]!
    const changed = [...sums].filter(([id, votes]) => votes !== before.get(id)).map(([id]) => id)
    return changed.length === 0 ? [] : [changed]
  })
}
