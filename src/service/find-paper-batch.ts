/**
 * Finds a paper batch of a round that counts paper, and what its sheets are read by.
 *
 * Talks to content, keys and the ballot box. Invariant: sheets are only read by the proposals that were
 * pinned when voting opened. Decided in docs/decisions/0025.
 */
import { ballotPaper, type BallotPaper } from '../domain/ballot.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { RoundId } from '../domain/id.ts'
import type { PaperBatch, PaperBatchId } from '../domain/paper-batch.ts'
import { ok, type Result } from '../domain/result.ts'
import { checkHome } from './check-home.ts'
import type { BoxMeta, Ports } from './ports.ts'

/** Which batch of which round. */
export type BatchRequest = { readonly roundId: string; readonly batch: PaperBatchId }

export type FoundBatch = {
  readonly round: RoundId
  readonly meta: BoxMeta
  readonly paper: BallotPaper
  readonly batch: PaperBatch
  /** Every batch of the round. */
  readonly all: readonly PaperBatch[]
}

/** The batch, or why there is nothing to do with it. */
export async function findPaperBatch(
  ports: Ports,
  request: BatchRequest,
): Promise<Result<FoundBatch, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { round, proposals, digest } = content
  if (round.ballot === undefined) return refuseClerk('round-without-vote')
  const [meta, all] = await Promise.all([ports.box.meta(round.id), ports.paper.batches(round.id)])
  const batch = all.find((each) => each.batch === request.batch)
  if (meta === undefined || batch === undefined)
    return refuseClerk('batch-unknown', { batch: request.batch })
  checkHome(ports, round.id, meta)
  if (meta.digest !== digest) return refuseClerk('ballot-differs')
  const paper = ballotPaper(round, proposals, batch.pool)
  return ok({ round: round.id, meta, paper, batch, all })
}
