/**
 * Changes the state of a round's ballot boxes: pause, resume, close, seal.
 *
 * Talks to content and the ballot box. Invariant: voting never closes before its announced end.
 * Decided in docs/decisions/0003.
 */
import { CLOSING_GRACE_SECONDS, TRANSITIONS } from '../domain/box-state.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { printInstant } from '../domain/time.ts'
import type { Ports } from './ports.ts'

export type Change = 'pause' | 'resume' | 'close' | 'seal'

/** Moves the round; answers the new state. */
export async function changeRound(
  ports: Ports,
  roundId: string,
  change: Change,
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { id } = content.round
  const meta = await ports.box.meta(id)
  const earliest = (meta?.closesAt ?? 0) + CLOSING_GRACE_SECONDS * 1000
  if (change === 'close' && ports.clock.now() < earliest)
    return refuseClerk('before-end', { earliest: printInstant(earliest) })
  const moved = await ports.box.transition(id, change)
  return moved
    ? ok(TRANSITIONS[change].to)
    : refuseClerk('state-wrong', { state: meta?.state ?? 'draft' })
}
