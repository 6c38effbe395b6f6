/**
 * Separates a paper batch: the stubs are torn off, the sheets are shuffled and numbered.
 *
 * Talks to content and the ballot box. Invariant: never before voting was closed, never with another number of
 * sheets than stubs, and never with so few that they do not hide each other. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { fewestSheets } from '../domain/paper-batch.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'

/** `sheets`: as counted by hand. `isLast`: no more paper of this box is to come. Answers the number of sheets. */
export async function separateBatch(
  ports: Ports,
  request: BatchRequest & { readonly sheets: number; readonly isLast?: boolean },
): Promise<Result<number, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before, all } = found.value
  const { batch, sheets, isLast = false } = request
  const fewest = fewestSheets(before, all, isLast)
  if (sheets < fewest) return refuseClerk('batch-too-small', { sheets, fewest })
  const outcome = await ports.paper.separate(round, batch, sheets)
  switch (outcome) {
    case 'separated':
      return ok(sheets)
    case 'sheets-differ':
      return refuseClerk('sheets-differ', { counted: sheets, held: before.sheets })
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
