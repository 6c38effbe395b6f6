/**
 * Certified files: the lists with which anyone can check a final result against the public chain.
 *
 * Pure. Invariant: no row joins a code to a ballot; the key in mark-key.txt turns a used key into its
 * issued mark, and neither into a voting code. Decided in docs/decisions/0013.
 */
import { printBoard } from './board-file.ts'
import { printRows } from './csv.ts'
import { fromBase64url, toHex } from './encoding.ts'
import type { LedgerMark } from './ledger.ts'
import { hallPrefix } from './snapshot.ts'

export type CertifiedFacts = {
  /** The folder of the snapshot below the round's: `results/1`. */
  readonly folder: string
  /** The hall whose box it is; undefined for the box of the round itself. */
  readonly hall?: string | undefined
  /** Every receipt of every box, with the first checkpoint that holds it. */
  readonly receipts: readonly { readonly receipt: string; readonly first: number }[]
  readonly marks: readonly LedgerMark[]
  /** Kmark of this round, 32 bytes. */
  readonly markKey: Uint8Array
  /** The texts of the board, from the opening record to the final checkpoint. */
  readonly board: readonly string[]
}

type File = { readonly path: string; readonly text: string }

/** The files with paths below the round's folder. */
export function certifiedFiles(facts: CertifiedFacts): readonly File[] {
  const before = `${facts.folder}/${hallPrefix(facts.hall)}`
  return [
    { path: `${before}receipts.csv`, text: receiptRows(facts) },
    { path: `${before}issued.csv`, text: issuedRows(facts) },
    { path: `${before}used.txt`, text: usedLines(facts) },
    { path: `${before}mark-key.txt`, text: `${toHex(facts.markKey)}\n` },
    { path: `${before}board.jsonl`, text: printBoard(facts.board) },
  ]
}

/** Sorted by receipt, so that the order says nothing. */
function receiptRows({ receipts }: CertifiedFacts): string {
  const rows = receipts.map(({ receipt, first }) => [receipt, String(first)])
  return printRows([['receipt', 'checkpoint'], ...sorted(rows)])
}

/** `k` as hex letters, whose order is that of the bytes. */
function issuedRows({ marks }: CertifiedFacts): string {
  const rows = marks.map(({ k, pool, kind, word }) => [
    toHex(fromBase64url(k)),
    pool,
    kind,
    word === 'revoked' ? 'yes' : 'no',
  ])
  return printRows([['k', 'pool', 'kind', 'revoked'], ...sorted(rows)])
}

function usedLines({ marks }: CertifiedFacts): string {
  const used = marks.flatMap(({ use }) => (use === undefined ? [] : [toHex(fromBase64url(use))]))
  return used
    .toSorted()
    .map((u) => `${u}\n`)
    .join('')
}

function sorted(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
}
