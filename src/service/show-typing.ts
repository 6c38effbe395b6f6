/**
 * Shows a teller where the typing of a batch stands: their own entries, and which sheets still need a reading.
 *
 * Talks to content, keys and the ballot box. Invariant: of what others typed nothing is told but that it is
 * there. Decided in docs/decisions/0025.
 */
import type { ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { PaperBatch } from '../domain/paper-batch.ts'
import type { SheetReading, Teller } from '../domain/paper-sheet.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { readSheets } from './read-sheets.ts'

export type Typing = {
  readonly batch: PaperBatch
  readonly own: readonly { readonly sheet: number; readonly reading: SheetReading }[]
  /** Sheets that this teller can still type: not theirs yet, and not typed by two others. */
  readonly free: readonly number[]
}

/** What this teller may see of it. */
export async function showTyping(
  ports: Ports,
  request: BatchRequest & { readonly teller: Teller },
): Promise<Result<Typing, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { batch } = found.value
  const typed = (await readSheets(ports, found.value)).filter(({ seat }) => seat !== 'third')
  const mine = typed.filter(({ teller }) => teller === request.teller)
  const isFree = (sheet: number) =>
    typed.filter((entry) => entry.sheet === sheet).length < 2 &&
    mine.every((entry) => entry.sheet !== sheet)
  const sheets = batch.state === 'separated' ? batch.sheets : 0
  return ok({
    batch,
    own: mine.map(({ sheet, reading }) => ({ sheet, reading })),
    free: Array.from({ length: sheets }, (_, at) => at + 1).filter(isFree),
  })
}
