/**
 * Shows the paper batches of a round: which there are, how far each is, and how many ballots wait.
 *
 * Talks to content and the ballot box. Invariant: numbers only; nothing that was read on a sheet.
 * Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { PaperBatch } from '../domain/paper-batch.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

/** All batches by name. */
export async function showBatches(
  { content, paper }: Ports,
  roundId: string,
): Promise<Result<readonly PaperBatch[], ClerkRefusal>> {
  const found = await content.round(roundId)
  if (found === undefined) return refuseClerk('round-unknown', { round: roundId })
  return ok(await paper.batches(found.round.id))
}
