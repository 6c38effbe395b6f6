/**
 * Plans what would be published now: the final result, or a correction where there is a reason for one.
 *
 * Talks to content, the store, the board, keys and the publisher. Invariant: counts and reconciles as the
 * publishing does, and publishes nothing. Decided in docs/decisions/0022.
 */
import type { ClerkRefusal } from '../../domain/clerk-refusal.ts'
import type { Result } from '../../domain/result.ts'
import { planCorrection } from '../correct-result.ts'
import type { Ports } from '../ports.ts'
import { planResult, prepareSnapshot, type PreparedSnapshot } from '../publish-result.ts'

/** The snapshot and its files. */
export function planPublication(
  ports: Ports,
  round: string,
  reason: string | undefined,
): Promise<Result<PreparedSnapshot, ClerkRefusal>> {
  const planning = reason === undefined ? planResult(ports, 'final') : planCorrection(ports, reason)
  return prepareSnapshot(ports, round, planning)
}
