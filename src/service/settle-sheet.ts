/**
 * Settles a sheet that two tellers read differently, by the look of a third person.
 *
 * Talks to content, keys and the ballot box. Invariant: whoever settles a sheet did not type it, and a sheet
 * that was read alike needs nobody. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { sameReading } from '../domain/paper-sheet.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { readSheets } from './read-sheets.ts'
import { sealSheet, type SheetGiven } from './seal-sheet.ts'

/** Keeps the third reading; another third look may replace it until the batch is boxed. */
export async function settleSheet(
  ports: Ports,
  request: BatchRequest & SheetGiven,
): Promise<Result<true, Refusal | ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before } = found.value
  const { batch, sheet } = request
  const entries = await readSheets(ports, found.value)
  const [first, second] = entries.filter((entry) => entry.sheet === sheet)
  const isAlike = first && second && sameReading(first.reading, second.reading)
  if (before.state === 'compared' && isAlike) return refuseClerk('sheet-settled', { sheet })
  const entry = sealSheet(ports, found.value, request)
  if (!entry.ok) return entry
  const outcome = await ports.paper.settle(round, batch, entry.value)
  switch (outcome) {
    case 'settled':
      return ok(true)
    case 'sheet-unknown':
      return refuseClerk('sheet-unknown', { sheet })
    case 'third-person-needed':
      return refuseClerk('third-person-needed', { sheet })
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
