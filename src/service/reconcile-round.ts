/**
 * Reconciles a round before its result is published: nothing goes out while two numbers differ.
 *
 * Talks to the store, the board and keys. Invariant: it decides by the rows alone, and a row that does not
 * hold is named. Decided in docs/decisions/0013.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { failedRows, type ReconciliationRow } from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'
import { reconcileRows, type Reconciled } from './reconcile-rows.ts'

export type { Reconciled } from './reconcile-rows.ts'

/** The evidence of a round whose codes, ballots and board agree. */
export async function reconcileRound(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<Reconciled, ClerkRefusal>> {
  const reconciled = await reconcileRows(ports, content, meta)
  if (!reconciled.ok) return reconciled
  const agreed = checkRows(reconciled.value.rows)
  return agreed.ok ? reconciled : agreed
}

/** Refuses with the names of the rows that do not hold. */
export function checkRows(rows: readonly ReconciliationRow[]): Result<true, ClerkRefusal> {
  const failed = failedRows(rows)
  return failed.length === 0 ? ok(true) : refuseClerk('not-reconciled', { rows: failed.join(', ') })
}
