/**
 * Takes a hold back: the code on a stub can vote again, for instance because its sheet was put aside.
 *
 * Talks to content, keys and the ballot box. Invariant: only while the stubs hang on their sheets; once they
 * are torn off nobody can know which sheet to take out. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Token } from '../domain/token.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { stubOf } from './stub-of.ts'

/** Releases a stub from its batch; answers how many stubs the batch holds now. */
export async function releaseStub(
  ports: Ports,
  request: BatchRequest & { readonly token: Token },
): Promise<Result<number, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before } = found.value
  const { batch } = request
  const outcome = await ports.paper.release(round, batch, stubOf(ports, round, request.token))
  switch (outcome) {
    case 'released':
      return ok(before.sheets - 1)
    case 'not-held':
      return refuseClerk('stub-not-held', { batch })
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
