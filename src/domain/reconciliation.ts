/**
 * Reconciliation: what must be equal before a result is published, row by row.
 *
 * Pure. Invariant: every row is made from the store, the board and the files themselves, and a row whose
 * values are not all the same keeps the result back. Decided in docs/decisions/0013.
 */
import { boardHead, checkpointHash, type Checkpoint, type CheckpointCounts } from './checkpoint.ts'
import { toHex, utf8 } from './encoding.ts'
import type { HALL_ROWS } from './hall-reconciliation.ts'
import type { HallId } from './id.ts'
import { countWords, LEDGER_WORDS, type LedgerMark } from './ledger.ts'
import { issuedRoot } from './mark.ts'
import { sizedRoot, type SizedRoot } from './merkle.ts'
import type { OpeningRecord } from './opening-record.ts'

export const RECONCILIATION_ROWS = [
  'codes',
  'issued-root',
  'used',
  'used-issued',
  'invalid',
  'revoked',
  'reissued',
  'held',
  'ballots',
  'ballots-read',
  'ballots-valid',
  'digest',
  'chain',
  'head',
  'receipts-roots',
  'pairs-roots',
  'ballots-root',
  'signatures',
  'files',
  'issued-file',
  'result',
] as const

export type RowName = (typeof RECONCILIATION_ROWS | typeof HALL_ROWS)[number]

/** `holds` where all values are the same. `parts` say what one of them is made of. */
export type ReconciliationRow = {
  readonly row: RowName
  readonly holds: boolean
  readonly values: Readonly<Record<string, number | string>>
  readonly parts?: Readonly<Record<string, number>>
}

/** A ballot as it lies in its box. `first`: the first checkpoint that holds its place. */
export type BoxedBallot = {
  readonly receipt: string
  readonly leaf: Uint8Array
  readonly commitment: Uint8Array
  readonly first: number | undefined
  readonly read: 'valid' | 'blank' | 'invalid' | 'unreadable'
}

/** What a result is reconciled from. */
export type Evidence = {
  readonly round: string
  /** The hall whose box it is; undefined for the box of the round itself. */
  readonly hall?: HallId | undefined
  readonly meta: { readonly digest: string; readonly head: string }
  readonly counts: CheckpointCounts
  readonly marks: readonly LedgerMark[]
  /** How many used keys lead to the issued mark beside which they stand. */
  readonly usedIssued: number
  readonly boxed: readonly BoxedBallot[]
  /** The texts on the board: the opening record and every checkpoint. */
  readonly texts: readonly string[]
  readonly opening: OpeningRecord
  readonly checkpoints: readonly Checkpoint[]
  readonly signatures: { readonly sampled: number; readonly verified: number }
}

/**
 * The rows about codes, ballots and board. `halls`: the boxes of halls, whose ballots are in the round's
 * ballotsRoot with its own; a hall's board has none.
 */
export function reconcileBoxes(
  evidence: Evidence,
  halls: readonly Pick<Evidence, 'boxed'>[] = [],
): readonly ReconciliationRow[] {
  return [
    ...codeRows(evidence),
    ...ballotRows(evidence, evidence.hall === undefined && halls.length === 0),
    ...boardRows(evidence),
    ...(evidence.hall === undefined ? [ballotsRootRow(evidence, halls)] : []),
    reconciliationRow('signatures', evidence.signatures),
  ]
}

/** A row, and whether its values agree. */
export function reconciliationRow(
  name: RowName,
  values: ReconciliationRow['values'],
  parts?: ReconciliationRow['parts'],
): ReconciliationRow {
  const holds = new Set(Object.values(values)).size === 1
  return { row: name, holds, values, ...(parts && { parts }) }
}

/** The names of the rows that do not hold. */
export function failedRows(rows: readonly ReconciliationRow[]): readonly RowName[] {
  return rows.flatMap(({ row, holds }) => (holds ? [] : [row]))
}

function codeRows({
  round,
  opening,
  counts,
  marks,
  usedIssued,
  checkpoints,
}: Evidence): ReconciliationRow[] {
  const words = countWords(marks)
  const parts = Object.fromEntries(LEDGER_WORDS.map((word) => [word, words.get(word) ?? 0]))
  const [used, revoked, held] = [parts['used'] ?? 0, parts['revoked'] ?? 0, parts['held'] ?? 0]
  const board = checkpoints.at(-1)
  const activated = marks.filter(({ kind, word }) => kind === 'reserve' && word !== 'reserve')
  return [
    reconciliationRow('codes', { issued: sum(counts.issued), found: total(parts) }, parts),
    reconciliationRow('issued-root', {
      published: opening.issuedRoot,
      computed: toHex(issuedRoot(round, marks)),
    }),
    usedRow(used, counts),
    reconciliationRow('used-issued', { used, issued: usedIssued }),
    reconciliationRow('invalid', {
      ...{ counted: sum(counts.invalid), published: ballotsIn(board?.invalid) },
    }),
    reconciliationRow('revoked', {
      ...{ found: revoked, counted: counts.revoked, published: board?.revoked ?? 0 },
    }),
    reconciliationRow('reissued', {
      ...{ found: activated.length, counted: counts.reissued, published: board?.reissued ?? 0 },
    }),
    reconciliationRow('held', {
      ...{ found: held, counted: counts.held, published: board?.held ?? 0, allowed: 0 },
    }),
  ]
}

/** A code is used by a ballot, or by a paper sheet that is none; these are told apart where there are any. */
function usedRow(used: number, { recorded, invalid }: CheckpointCounts): ReconciliationRow {
  if (invalid.size === 0) return reconciliationRow('used', { used, recorded: sum(recorded) })
  const parts = { recorded: sum(recorded), invalid: sum(invalid) }
  return reconciliationRow('used', { used, counted: total(parts) }, parts)
}

function ballotsIn(channels: Checkpoint['recorded'] = []): number {
  return channels.reduce((ballots, each) => ballots + each.ballots, 0)
}

function ballotRows(
  { counts, boxed, checkpoints, opening, hall }: Evidence,
  hasRootOfItsOwn: boolean,
): ReconciliationRow[] {
  const board = checkpoints.at(-1)
  const read = (how: BoxedBallot['read']) => boxed.filter((ballot) => ballot.read === how).length
  const parts = { valid: read('valid'), blank: read('blank'), invalid: read('invalid') }
  // How many are blank is told of all boxes together: with those of one the rest of few could be told.
  const isOneOfSeveral = hall !== undefined || (opening.halls ?? []).length > 0
  return [
    reconciliationRow('ballots', {
      recorded: sum(counts.recorded),
      boxed: boxed.length,
      receipts: boxed.filter(({ first }) => first !== undefined).length,
      published: ballotsIn(board?.recorded),
      ...{ receiptsSize: size(board?.receiptsRoot), pairsSize: size(board?.pairsRoot) },
      ...(hasRootOfItsOwn && { ballotsSize: size(board?.ballotsRoot) }),
    }),
    reconciliationRow(
      'ballots-read',
      { boxed: boxed.length, read: total(parts) },
      isOneOfSeveral ? undefined : parts,
    ),
    reconciliationRow('ballots-valid', { invalid: parts.invalid, allowed: 0 }),
  ]
}

function boardRows(evidence: Evidence): ReconciliationRow[] {
  const { round, meta, opening, checkpoints, texts } = evidence
  const { boxed } = evidence
  const until = (n: number) => boxed.filter(({ first = Infinity }) => first <= n)
  const fitting = (root: 'receiptsRoot' | 'pairsRoot', leaf: (ballot: BoxedBallot) => Uint8Array) =>
    checkpoints.filter((each) => each[root].root === sizedRoot(round, until(each.n).map(leaf)).root)
      .length
  return [
    reconciliationRow('digest', { published: opening.digest, pinned: meta.digest }),
    reconciliationRow('chain', { links: texts.length - 1, fitting: fittingLinks(evidence) }),
    reconciliationRow('head', {
      pinned: meta.head,
      published: boardHead(round, texts.length - 1, texts.at(-1) ?? ''),
    }),
    reconciliationRow('receipts-roots', {
      published: checkpoints.length,
      computed: fitting('receiptsRoot', ({ receipt }) => utf8(receipt)),
    }),
    reconciliationRow('pairs-roots', {
      published: checkpoints.length,
      computed: fitting('pairsRoot', ({ leaf }) => leaf),
    }),
  ]
}

/** Over the ballots of all boxes together. */
function ballotsRootRow(
  { round, boxed, checkpoints }: Evidence,
  halls: readonly Pick<Evidence, 'boxed'>[],
): ReconciliationRow {
  const all = [...boxed, ...halls.flatMap((hall) => hall.boxed)]
  return reconciliationRow('ballots-root', {
    published: checkpoints.at(-1)?.ballotsRoot?.root ?? 'none',
    computed: sizedRoot(
      round,
      all.map(({ commitment }) => commitment),
    ).root,
  })
}

/** Links that stand at their number and name the bytes before them. */
export function fittingLinks({
  round,
  texts,
  checkpoints,
}: Pick<Evidence, 'round' | 'texts' | 'checkpoints'>): number {
  return checkpoints.filter(
    ({ n, previous }, at) =>
      n === at + 1 && previous === toHex(checkpointHash(round, texts[at] ?? '')),
  ).length
}

function size(root: SizedRoot | undefined): number {
  return root?.size ?? 0
}

function sum(numbers: ReadonlyMap<string, number>): number {
  return [...numbers.values()].reduce((all, number) => all + number, 0)
}

function total(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((all, number) => all + number, 0)
}
