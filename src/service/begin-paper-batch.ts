/**
 * Begins a paper batch: a folder for sheets of one ballot box, whose stubs are scanned next.
 *
 * Talks to content and the ballot box. Invariant: only a round whose round.md says so takes paper, so that
 * nobody seals it before the paper is in; and none after the last of its box. Decided in docs/decisions/0025.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { wasLast, type PaperBatchId } from '../domain/paper-batch.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import { checkHome } from './check-home.ts'
import { findPool } from './find-pool.ts'
import type { Ports } from './ports.ts'

/** Begins it; asked again for the same, the answer is the same. */
export async function beginPaperBatch(
  ports: Ports,
  request: {
    readonly roundId: string
    readonly batch: PaperBatchId
    readonly area?: string | undefined
  },
): Promise<Result<PaperBatchId, ClerkRefusal>> {
  const content = await ports.content.round(request.roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: request.roundId })
  const { round } = content
  if (!round.paper) return refuseClerk('paper-unused')
  const pool = findPool(round, request.area)
  if (!pool.ok) return refuseClerk('area-unknown', { areas: poolsOf(round).join(', ') })
  const meta = await ports.box.meta(round.id)
  checkHome(ports, round.id, meta)
  const all = await ports.paper.batches(round.id)
  const isThere = all.some(({ batch }) => batch === request.batch)
  const isEnded = all.some((each) => each.pool === pool.value && wasLast(each))
  if (isEnded && !isThere) return refuseClerk('paper-ended')
  if (await ports.paper.begin(round.id, request.batch, pool.value)) return ok(request.batch)
  return refuseClerk('batch-taken', { batch: request.batch })
}
