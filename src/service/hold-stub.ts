/**
 * Holds the code on the stub of a paper ballot: from here on it cannot vote anywhere else.
 *
 * Talks to content, keys and the ballot box. Invariant: the sheet itself is not seen here; where the answer is
 * no, nothing was changed and the sheet goes to the refused envelope. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { MOST_SHEETS } from '../domain/paper-batch.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Token } from '../domain/token.ts'
import { findPaperBatch, type BatchRequest } from './find-paper-batch.ts'
import type { Ports } from './ports.ts'
import { stubOf } from './stub-of.ts'

/** Holds it for a batch; answers how many stubs the batch holds now. */
export async function holdStub(
  ports: Ports,
  request: BatchRequest & { readonly token: Token },
): Promise<Result<number, ClerkRefusal>> {
  const found = await findPaperBatch(ports, request)
  if (!found.ok) return found
  const { round, batch: before } = found.value
  const { batch } = request
  const outcome = await ports.paper.hold(round, batch, stubOf(ports, round, request.token))
  switch (outcome) {
    case 'held':
      return ok(before.sheets + 1)
    case 'unknown':
    case 'revoked':
    case 'used':
      return refuseClerk(`stub-${outcome}`)
    case 'already-held':
      return refuseClerk('stub-held')
    case 'other-pool':
      return refuseClerk('stub-other-area')
    case 'full':
      return refuseClerk('batch-full', { most: MOST_SHEETS })
    case 'batch-unknown':
      return refuseClerk('batch-unknown', { batch })
    case 'wrong-state':
      return refuseClerk('batch-state', { batch, state: before.state })
  }
}
