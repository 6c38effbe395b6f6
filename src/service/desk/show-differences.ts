/**
 * Shows the sheets that two people read differently, for the look of a third.
 *
 * Talks to content, keys and the ballot box. Invariant: nobody learns who read what; whoever typed a sheet is
 * told only that somebody else must look. Decided in docs/decisions/0025 and 0026.
 */
import { canonicalJson } from '../../domain/canonical-json.ts'
import { refuseClerk } from '../../domain/clerk-refusal.ts'
import { compareText } from '../../domain/encoding.ts'
import { tellerOf, type SheetEntry, type SheetReading } from '../../domain/paper-sheet.ts'
import { ok } from '../../domain/result.ts'
import { compareBatch } from '../compare-batch.ts'
import { findPaperBatch } from '../find-paper-batch.ts'
import type { SignedUseCase } from './use-case.ts'

/** Once the batch is compared, and until it is boxed. */
export const showDifferences: SignedUseCase<'show-differences'> = async (
  ports,
  input,
  { person },
) => {
  const place = { roundId: input.round, batch: input.batch }
  const found = await findPaperBatch(ports, place)
  if (!found.ok) return found
  const { state } = found.value.batch
  if (state !== 'compared') return refuseClerk('batch-state', { batch: place.batch, state })
  const compared = await compareBatch(ports, place)
  if (!compared.ok) return compared
  const me = tellerOf(person.id)
  const differing = compared.value.differing.map(({ sheet, entries }) => {
    const isMine = entries.some(({ teller }) => teller === me)
    return { sheet, isMine, readings: isMine ? [] : blindly(entries) }
  })
  return ok({ answer: { settled: compared.value.settled, differing } })
}

/** In an order that does not say who typed first. */
function blindly(entries: readonly SheetEntry[]): readonly SheetReading[] {
  return entries
    .map(({ reading }) => reading)
    .toSorted((a, b) => compareText(canonicalJson(a), canonicalJson(b)))
}
