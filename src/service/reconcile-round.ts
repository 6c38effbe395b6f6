/**
 * Reconciles a round before its result is published: nothing goes out while two numbers differ.
 *
 * Talks to the store, the board and keys. Invariant: it decides by the rows alone, and a row that does not
 * hold is named. Decided in docs/decisions/0013.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import {
  failedRows,
  reconcileBoxes,
  type Evidence,
  type ReconciliationRow,
} from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import { checkCountable } from './count-round.ts'
import { gatherEvidence } from './gather-evidence.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'
import { followBoard, isOnBoard } from './update-board.ts'

export type Reconciled = {
  readonly evidence: Evidence
  readonly rows: readonly ReconciliationRow[]
}

/** The evidence of a round whose codes, ballots and board agree. */
export async function reconcileRound(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<Reconciled, ClerkRefusal>> {
  const countable = checkCountable(ports, content, meta)
  if (!countable.ok) return countable
  await followBoard(ports, content.round)
  if (!(await isOnBoard(ports, content.round, 'final'))) return refuseClerk('board-behind')
  // The final checkpoint may have been written just now, and with it the head that receipts name.
  const now = (await ports.box.meta(content.round.id)) ?? meta
  const evidence = await gatherEvidence(ports, content, now)
  const rows = reconcileBoxes(evidence)
  const agreed = checkRows(rows)
  return agreed.ok ? ok({ evidence, rows }) : agreed
}

/** Refuses with the names of the rows that do not hold. */
export function checkRows(rows: readonly ReconciliationRow[]): Result<true, ClerkRefusal> {
  const failed = failedRows(rows)
  return failed.length === 0 ? ok(true) : refuseClerk('not-reconciled', { rows: failed.join(', ') })
}
