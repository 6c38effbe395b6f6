/**
 * Finds the ballot box that a voter's area leads to.
 *
 * Pure. Invariant: a round with money per area never guesses the area.
 * Decided in docs/decisions/0003.
 */
import type { Pool } from '../domain/id.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf, type RoundText } from '../domain/round.ts'

/** The pool of an area; in a round with one box for all, whatever the area. */
export function findPool(round: RoundText, area: string | undefined): Result<Pool, Refusal> {
  const pools = poolsOf(round)
  const [only] = pools
  if (pools.length === 1 && only !== undefined && (area === undefined || area === only))
    return ok(only)
  const pool = pools.find((each) => each === area)
  return pool === undefined ? refuse('area-missing') : ok(pool)
}
