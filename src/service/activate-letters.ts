/**
 * Activates all batches of a clerk's order, when the letters are about to be taken.
 *
 * Talks to content and the ballot box. Invariant: each batch is ready as a whole or not at all, and asked
 * again after a lost answer the same is answered. Decided in docs/decisions/0024.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { MarkKind } from '../domain/mark.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import { activateTokens } from './activate-tokens.ts'
import type { Ports } from './ports.ts'

export type LettersToActivate = {
  readonly roundId: string
  readonly batches: readonly {
    readonly pool: string
    readonly kind: MarkKind
    readonly batch: string
    readonly count: number
  }[]
}

/** Makes the staged batches ready; answers how many codes they hold. */
export async function activateLetters(
  ports: Ports,
  { roundId, batches }: LettersToActivate,
): Promise<Result<number, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { id: round } = content.round
  const pools = poolsOf(content.round)
  let activated = 0
  for (const { count, ...batch } of batches) {
    const pool = pools.find((each) => each === batch.pool)
    if (pool === undefined) return refuseClerk('area-unknown', { areas: pools.join(', ') })
    const done = await activateTokens(ports, { ...batch, round, pool }, count)
    if (!done.ok) return done
    activated += count
  }
  return ok(activated)
}
