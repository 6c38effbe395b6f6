/**
 * Reconciliation of a round with halls: that every named box is there or was given up in public, and that the
 * boxes are one election.
 *
 * Pure. Invariant: made from the boxes and the board themselves, like any other row. Decided in
 * docs/decisions/0032.
 */
import { canonicalJson } from './canonical-json.ts'
import type { HallWord } from './checkpoint.ts'
import { isNamedHall } from './opening-record.ts'
import { reconciliationRow, type Evidence, type ReconciliationRow } from './reconciliation.ts'

/** Rows of a round that names halls, beside those of every round. */
export const HALL_ROWS = [
  'halls',
  'hall-keys',
  'halls-agree',
  'halls-ballots',
  'codes-apart',
] as const

export type HallsEvidence = {
  /** What became of every hall, in the order of the round. */
  readonly words: readonly HallWord[]
  /** The boxes that are there, each with its own rows. */
  readonly boxes: readonly {
    readonly evidence: Evidence
    readonly rows: readonly ReconciliationRow[]
    /** Kmark of that box, 32 bytes: published with the final result. */
    readonly markKey: Uint8Array
  }[]
  /** Used codes of one box that were issued in another, too. */
  readonly twice: number
}

/** No rows where the round names no halls, nor of the box of a hall. */
export function hallRows(
  { hall, opening, checkpoints, boxed }: Evidence,
  { words, boxes, twice }: HallsEvidence,
): readonly ReconciliationRow[] {
  const { halls: named = [] } = opening
  if (hall !== undefined || (named.length === 0 && words.length === 0)) return []
  const board = checkpoints.at(-1)
  const published = words.filter(
    (word, at) => canonicalJson(word) === canonicalJson(board?.halls?.[at] ?? null),
  )
  const known = boxes.filter((box) => isNamedHall(opening, box.evidence.opening))
  const rows = boxes.flatMap((box) => box.rows)
  const parts = Object.fromEntries([
    ['own', boxed.length],
    ...boxes.map(({ evidence }) => [evidence.hall ?? '', evidence.boxed.length] as const),
  ])
  const all = Object.values(parts).reduce((sum, ballots) => sum + ballots, 0)
  return [
    reconciliationRow('halls', {
      ...{ named: named.length, settled: words.length, published: published.length },
    }),
    reconciliationRow('hall-keys', { boxes: boxes.length, named: known.length }),
    reconciliationRow('halls-agree', {
      ...{ rows: rows.length, holding: rows.filter(({ holds }) => holds).length },
    }),
    reconciliationRow(
      'halls-ballots',
      { boxed: all, published: board?.ballotsRoot?.size ?? 0 },
      parts,
    ),
    reconciliationRow('codes-apart', { twice, allowed: 0 }),
  ]
}
