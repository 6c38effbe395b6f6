/**
 * Takes all holds of a paper batch back, with no code in hand: for a batch that will never be whole.
 *
 * Talks to content, keys and the ballot box. Invariant: only while the stubs hang on their sheets, and only what was
 * seen to be held; by its name alone, so that nothing is joined. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'

/** `held`: how many stubs the batch was seen to hold. Answers how many codes are live again. */
export async function releaseBatch(
  ports: Ports,
  request: BatchRequest & { readonly held: number },
): Promise<Result<number, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before } = found.value
  const { batch, held } = request
  const outcome = await ports.paper.releaseBatch(round, batch, held)
  switch (outcome) {
    case 'released':
      return ok(held)
    case 'changed':
      return refuseClerk('batch-changed')
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
