/**
 * List checks: the lists of a final result, held against the public board and against each other.
 *
 * Pure. Invariant: a check holds only after every root and number was computed again from the lists; one
 * that cannot be read throws. Decided in docs/decisions/0013.
 */
import { isHeadOf, readBoard, type Board } from './board-file.ts'
import { boxNumbers, hallsThere, type BoxNumbers } from './box-numbers.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseRows } from './csv.ts'
import { digestOf } from './digest.ts'
import { fromHex, toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'
import { sizedRoot } from './merkle.ts'
import {
  issuedOfUse,
  readCodes,
  readIssued,
  rootOfIssued,
  type IssuedCode,
  type PublishedCodes,
} from './published-codes.ts'
import { fittingLinks } from './reconciliation.ts'
import { hallPrefix, readSnapshot, type Snapshot } from './snapshot.ts'

export type PublishedElection = {
  readonly round: string
  /** The files of the result, by name. */
  readonly files: ReadonlyMap<string, string>
  /** A head of the board that a reader kept, `n:8 hex letters`. */
  readonly head?: string | undefined
  /** The digest that the result page shows. */
  readonly digest: string
}

/** The files of one box of an election, each read where a check asks for it. Every reading may throw. */
export class Reading {
  readonly election: PublishedElection
  /** The hall whose box it is; undefined for the box of the round itself. */
  readonly hall: string | undefined

  constructor(election: PublishedElection, hall?: string) {
    this.election = election
    this.hall = hall
  }

  text(name: string): string {
    return this.election.files.get(hallPrefix(this.hall) + name) ?? ''
  }

  /** A file that tells of all boxes together. */
  shared(name: string): string {
    return this.election.files.get(name) ?? ''
  }

  rows(name: string): readonly (readonly string[])[] {
    return parseRows(this.text(name)).slice(1)
  }

  get board(): Board {
    return readBoard(this.text('board.jsonl'))
  }

  get issued(): readonly IssuedCode[] {
    return readIssued(this.text('issued.csv'))
  }

  get codes(): PublishedCodes {
    return readCodes({
      issued: this.text('issued.csv'),
      used: this.text('used.txt'),
      markKey: this.text('mark-key.txt'),
    })
  }

  get snapshot(): Snapshot {
    return readSnapshot(this.shared('result.json')).snapshot
  }

  /** The ballots of this box alone, by area. */
  get numbers(): readonly BoxNumbers[] {
    return boxNumbers(this.snapshot, this.hall)
  }
}

/** Every box that the result says is there, that of the round itself first. */
export function readingsOf(election: PublishedElection): readonly Reading[] {
  const own = new Reading(election)
  if (!election.files.has('result.json')) return [own]
  return [own, ...hallsThere(own.snapshot).map(({ hall }) => new Reading(election, hall))]
}

/** The checks by name, in their order. */
export const LIST_CHECKS = {
  board: isChain,
  head: ({ election, board }: Reading) =>
    isHeadOf(election.round, board.texts, election.head ?? ''),
  paper: isPinnedPaper,
  receipts: areReceiptsOfBoard,
  issued: areIssuedAsOpened,
  used: areUsedIssued,
  numbers: areNumbersEqual,
  ballots: areBallotsOfBox,
} as const

/** Numbers without gaps, each entry naming the bytes before it, the last one final and no other. */
function isChain({ election: { round }, board }: Reading): boolean {
  const { texts, opening, checkpoints } = board
  const kinds = checkpoints.map(({ kind }) => kind)
  return (
    kinds.indexOf('final') === checkpoints.length - 1 &&
    kinds.length > 0 &&
    [opening, ...checkpoints].every((entry) => entry.round === round) &&
    fittingLinks({ round, texts, checkpoints }) === checkpoints.length
  )
}

function isPinnedPaper(reading: Reading): boolean {
  const digest = digestOf(reading.shared('paper.json').trimEnd())
  return digest === reading.board.opening.digest && digest === reading.snapshot.ballotDigest
}

/** The root of every checkpoint, from the receipts that it is the first to hold and those before. */
function areReceiptsOfBoard(reading: Reading): boolean {
  const rows = reading.rows('receipts.csv').map(([receipt = '', first]) => ({
    leaf: utf8(receipt),
    first: Number(first),
  }))
  const { checkpoints } = reading.board
  return (
    rows.every(({ first }) => first >= 1 && first <= checkpoints.length) &&
    checkpoints.every(({ n, receiptsRoot }) => {
      const until = rows.filter(({ first }) => first <= n).map(({ leaf }) => leaf)
      const { size, root } = sizedRoot(reading.election.round, until)
      return size === receiptsRoot.size && root === receiptsRoot.root
    })
  )
}

/** The root of the opening record, and its numbers. */
function areIssuedAsOpened({ election: { round }, board, issued }: Reading): boolean {
  const { opening } = board
  const count = (pool: string, kind: string) =>
    issued.filter((code) => code.pool === pool && code.kind === kind).length
  return (
    rootOfIssued(round, issued) === opening.issuedRoot &&
    opening.issued.every(
      ({ pool, live, reserve }) =>
        count(pool, 'live') === live && count(pool, 'reserve') === reserve,
    )
  )
}

/** Each used key leads to a code that was issued and not revoked, and none to the same. */
function areUsedIssued({ election: { round }, board, codes }: Reading): boolean {
  const { issued, used, markKey } = codes
  const usable = new Set(issued.filter(({ revoked }) => !revoked).map(({ k }) => k))
  const found = new Set(used.map((u) => issuedOfUse(round, u, markKey)))
  const revoked = issued.length - usable.size
  return (
    found.size === used.length &&
    [...found].every((k) => usable.has(k)) &&
    revoked === board.checkpoints.at(-1)?.revoked
  )
}

/** As many used keys, without those of invalid sheets, as receipts as ballots, by everything that says so. */
function areNumbersEqual(reading: Reading): boolean {
  const last = reading.board.checkpoints.at(-1)
  const { numbers, hall } = reading
  const said = sum(numbers.map(({ recorded }) => recorded))
  const invalid = sum(numbers.map((each) => each.invalid))
  const counted = [
    reading.text('used.txt').split('\n').filter(Boolean).length - invalid,
    reading.rows('receipts.csv').length,
    last?.recorded.reduce((all, { ballots }) => all + ballots, 0),
    ...[last?.receiptsRoot.size, last?.pairsRoot.size],
  ]
  // The root over ballots is one for all boxes.
  const whole = sum(reading.snapshot.pools.map(({ ballots }) => ballots.recorded))
  return (
    counted.every((number) => number === said) &&
    last?.ballotsRoot?.size === (hall === undefined ? whole : undefined) &&
    last?.held === 0 &&
    numbers.every((each) => isAsOnBoard(each, last))
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

/** Ballots of a box, by every way they came, and sheets that were none. */
function isAsOnBoard(
  { pool, recorded: all, channels, invalid: sheets }: BoxNumbers,
  last: Checkpoint | undefined,
): boolean {
  const ways = (numbers: Checkpoint['recorded'] = []) =>
    new Map(numbers.flatMap((each) => (each.pool === pool ? [[each.channel, each.ballots]] : [])))
  const [recorded, invalid] = [ways(last?.recorded), ways(last?.invalid)]
  return (
    sum([...recorded.values()]) === all &&
    Object.entries(channels).every(([way, number]) => (recorded.get(way) ?? 0) === number) &&
    (invalid.get('paper') ?? 0) === sheets
  )
}

/** Every ballot makes its commitment; the root of all, where the ballots of every box are published. */
function areBallotsOfBox(reading: Reading): boolean {
  const { round } = reading.election
  const rows = reading.rows('ballots.csv')
  const fit = rows.every(
    ([commitment = '', salt = '', pool = '', choices = '']) =>
      toHex(hash('ballot', round, pool, fromHex(salt), utf8(choices))) === commitment,
  )
  const said = reading.snapshot.pools.reduce((sum, { ballots }) => sum + ballots.recorded, 0)
  if (rows.length !== said) return fit && rows.length < said
  const leaves = rows.map(([commitment = '']) => fromHex(commitment))
  return (
    fit && sizedRoot(round, leaves).root === reading.board.checkpoints.at(-1)?.ballotsRoot?.root
  )
}
