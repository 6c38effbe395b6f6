/**
 * Compares what both tellers typed of a batch; from here on neither can change it.
 *
 * Talks to content, keys and the ballot box. Invariant: what is compared stands still, and every sheet was
 * typed by two people. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { settleSheets, type SheetEntry } from '../domain/paper-sheet.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest, type FoundBatch } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { readSheets } from './read-sheets.ts'

/** `differing`: sheets at which a third person must look, with what was read on them so far. */
export type Compared = {
  readonly sheets: number
  readonly settled: number
  readonly differing: readonly {
    readonly sheet: number
    readonly entries: readonly SheetEntry[]
  }[]
}

/** Compares; asked again it answers how far the third looks are. */
export async function compareBatch(
  ports: Ports,
  request: BatchRequest,
): Promise<Result<Compared, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch } = found.value
  const entries = await readSheets(ports, found.value)
  if (batch.state === 'compared' || batch.state === 'boxed')
    return ok(comparisonOf(found.value, entries))
  const open = settleSheets(batch.sheets, entries).filter(({ is }) => is === 'open')
  if (batch.state === 'separated' && open.length > 0)
    return refuseClerk('sheets-open', { sheets: open.map(({ sheet }) => sheet).join(', ') })
  const outcome = await ports.paper.freeze(round, request.batch, batch.revision)
  switch (outcome) {
    case 'frozen':
      return ok(comparisonOf(found.value, entries))
    case 'changed':
      return refuseClerk('batch-changed')
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch: request.batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch: request.batch, state: batch.state })
  }
}

function comparisonOf({ batch }: FoundBatch, entries: readonly SheetEntry[]): Compared {
  const states = settleSheets(batch.sheets, entries)
  const differing = states.filter(({ is }) => is === 'differs')
  return {
    sheets: batch.sheets,
    settled: states.length - differing.length,
    differing: differing.map(({ sheet }) => ({
      sheet,
      entries: entries.filter((entry) => entry.sheet === sheet),
    })),
  }
}
