/**
 * Seals what a person read on a sheet, after the paper allowed it.
 *
 * Talks to keys. Invariant: every sealed reading of a paper has one length, and can stand for no other sheet,
 * batch or person. Decided in docs/decisions/0025.
 */
import type { ClerkRefusal } from '../domain/clerk-refusal.ts'
import { toBase64url } from '../domain/encoding.ts'
import {
  checkReading,
  sheetBytes,
  sheetContext,
  type SheetReading,
  type Teller,
} from '../domain/paper-sheet.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { FoundBatch } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import type { StoredEntry } from './ports-paper.ts'

/** A sheet, who looks at it, and what they read. */
export type SheetGiven = {
  readonly sheet: number
  readonly teller: Teller
  readonly reading: SheetReading
}

/** The entry as it is kept, or why the reading is none of this paper. */
export function sealSheet(
  { keys }: Pick<Ports, 'keys'>,
  { round, paper, batch }: FoundBatch,
  { sheet, teller, reading }: SheetGiven,
): Result<Omit<StoredEntry, 'seat'>, Refusal | ClerkRefusal> {
  const checked = checkReading(reading, paper)
  if (!checked.ok) return checked
  const context = sheetContext({
    ...{ round, sheet, teller },
    pool: paper.pool,
    batch: batch.batch,
  })
  const sealed = keys.seal(round, sheetBytes(checked.value, paper), context)
  return ok({ sheet, teller, sealed: toBase64url(sealed) })
}
