/**
 * Corrects a published result: a new snapshot that names the one it replaces, and why.
 *
 * Talks to the ballot box and the publisher. Invariant: what was published stays as it is, and a
 * correction passes every check that the first result passed. Decided in docs/decisions/0013.
 */
import { isReason } from '../domain/box-event.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { latestSnapshot } from './latest-snapshot.ts'
import type { Ports } from './ports.ts'
import { publishSnapshot, type Planning, type PublishedResult } from './publish-result.ts'

/** Counts again with the software of today. Correcting twice for one reason publishes once. */
export async function correctResult(
  ports: Ports,
  roundId: string,
  given: string | undefined,
): Promise<Result<PublishedResult, ClerkRefusal>> {
  const reason = given?.trim()
  if (!isReason(reason)) return refuseClerk('reason-missing')
  return publishSnapshot(ports, roundId, planCorrection(ports, reason))
}

/** The plan of a correction for this reason. */
export function planCorrection(ports: Ports, reason: string): Planning {
  return async ({ round }) => {
    const latest = await latestSnapshot(ports, round.id)
    if (latest === undefined || latest.status === 'provisional')
      return refuseClerk('no-final-result')
    const isRepeated = latest.status === 'corrected' && latest.reason === reason
    const supersedes = isRepeated ? latest.snapshot - 1 : latest.snapshot
    return ok({ snapshot: supersedes + 1, status: 'corrected', supersedes, reason })
  }
}
