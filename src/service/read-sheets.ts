/**
 * Reads what was typed of the sheets of a batch.
 *
 * Talks to keys and the ballot box. Invariant: an entry that was moved or changed is not read but thrown.
 * Decided in docs/decisions/0025.
 */
import { fromBase64url } from '../domain/encoding.ts'
import { parseSheetBytes, sheetContext, type SheetEntry } from '../domain/paper-sheet.ts'
import type { FoundBatch } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'

/** All entries by sheet and seat. Throws where one was not sealed here for its place. */
export async function readSheets(
  { keys, paper: store }: Pick<Ports, 'keys' | 'paper'>,
  { round, batch: { batch, pool } }: Pick<FoundBatch, 'round' | 'batch'>,
): Promise<readonly SheetEntry[]> {
  const entries = await store.entries(round, batch)
  return entries.map(({ sheet, seat, teller, sealed }) => {
    const context = sheetContext({ round, pool, batch, sheet, teller })
    const plain = keys.unseal(round, fromBase64url(sealed), context)
    return { sheet, seat, teller, reading: parseSheetBytes(plain) }
  })
}
