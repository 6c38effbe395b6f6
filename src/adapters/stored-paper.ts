/**
 * Paper batches in either store: which rounds take stubs, and how a batch and an entry are read back.
 *
 * Pure. Invariant: nothing of an entry names a code, and nothing of a held mark a sheet.
 * Decided in docs/decisions/0025.
 */
import * as v from 'valibot'
import type { BoxState } from '../domain/box-state.ts'
import { AreaIdSchema, WHOLE } from '../domain/id.ts'
import { PAPER_STATES, PaperBatchIdSchema, type PaperBatch } from '../domain/paper-batch.ts'
import { SEATS, TellerSchema } from '../domain/paper-sheet.ts'
import type { StoredEntry } from '../service/ports-paper.ts'

/** Stubs are held while voting goes on, and after the close for paper that was handed in before it. */
export const HOLD_STATES = ['open', 'paused', 'closed'] as const satisfies readonly BoxState[]

export const HOLD_OUTCOMES = [
  'held',
  'unknown',
  'revoked',
  'used',
  'already-held',
  'other-pool',
  'full',
] as const

const BatchSchema = v.object({
  batch: PaperBatchIdSchema,
  pool: v.union([v.literal(WHOLE), AreaIdSchema]),
  state: v.picklist(PAPER_STATES),
  sheets: v.number(),
  revision: v.number(),
})

const EntrySchema = v.object({
  sheet: v.number(),
  seat: v.picklist(SEATS),
  teller: TellerSchema,
  sealed: v.string(),
})

/** A batch as it was written; `held` is how many stubs it has so far. */
export function readBatch(stored: unknown, held: number): PaperBatch {
  const batch = v.parse(BatchSchema, stored)
  return batch.state === 'collecting' ? { ...batch, sheets: held } : batch
}

/** An entry as it was written. */
export function readEntry(stored: unknown): StoredEntry {
  return v.parse(EntrySchema, stored)
}

/** By sheet, and on a sheet by seat. */
export function bySheet(a: StoredEntry, b: StoredEntry): number {
  return a.sheet - b.sheet || SEATS.indexOf(a.seat) - SEATS.indexOf(b.seat)
}
