/**
 * Enters what a teller reads on a numbered sheet, without seeing what the other teller typed.
 *
 * Talks to content, keys and the ballot box. Invariant: two people type each sheet, each once; their own entry
 * they may correct until the batch is compared. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { sealSheet, type SheetGiven } from './seal-sheet.ts'

/** Enters it; a Refusal says which rule of the ballot the choices break. */
export async function enterSheet(
  ports: Ports,
  request: BatchRequest & SheetGiven,
): Promise<Result<true, Refusal | ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before } = found.value
  const { batch, sheet } = request
  const entry = sealSheet(ports, found.value, request)
  if (!entry.ok) return entry
  const outcome = await ports.paper.enter(round, batch, entry.value)
  switch (outcome) {
    case 'entered':
      return ok(true)
    case 'sheet-unknown':
      return refuseClerk('sheet-unknown', { sheet })
    case 'typed-twice':
      return refuseClerk('sheet-typed-twice', { sheet })
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
