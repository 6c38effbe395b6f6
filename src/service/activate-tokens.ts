/**
 * Activates a batch of voting codes that the clerk has safely in hand.
 *
 * Talks to the ballot box. Invariant: a batch is activated whole, before voting opens, or not at all.
 * Decided in docs/decisions/0003.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import type { MarkKind } from '../domain/mark.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

/** Makes the drafts of a batch ready: live, or reserve. `count` is how many letters there are. */
export async function activateTokens(
  ports: Ports,
  batch: {
    readonly round: RoundId
    readonly pool: Pool
    readonly kind: MarkKind
    readonly batch: string
  },
  count: number,
): Promise<Result<number, ClerkRefusal>> {
  const activated = await ports.box.activateBatch(batch, count)
  return activated ? ok(count) : refuseClerk('codes-frozen')
}
