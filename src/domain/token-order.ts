/**
 * Token orders: how many voting codes a clerk asks for, and the batches in which they are made.
 *
 * Pure. Invariant: no batch is larger than the ballot box takes in one step, and all of them together are
 * exactly what was asked for. Decided in docs/decisions/0024.
 */
import type { MarkKind } from './mark.ts'
import { err, ok, type Result } from './result.ts'
import { MOST_LETTERS } from './token-batch.ts'

/** What is wanted for one ballot box. */
export type PoolOrder = { readonly pool: string; readonly live: number; readonly reserve: number }

export type PlannedBatch = {
  readonly pool: string
  readonly kind: MarkKind
  readonly count: number
}

export type OrderFault =
  /** Not a whole number, by the fields that say so. */
  | { readonly kind: 'not-whole'; readonly pool: string; readonly of: MarkKind }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-many'; readonly asked: number; readonly most: number }

/** Most codes that are made at once: a browser keeps them all in its memory until they are printed. */
export const MOST_CODES = 20_000

/** Of twenty letters one is lost, misprinted or asked for by somebody whom the list forgot. */
const LETTERS_A_RESERVE = 20
const LEAST_RESERVE = 5

/** How many reserve letters to offer beside so many letters. */
export function usualReserve(live: number): number {
  return live === 0 ? 0 : Math.max(LEAST_RESERVE, Math.ceil(live / LETTERS_A_RESERVE))
}

/** A number as people write it: spaces, and dots or commas between thousands, are forgiven. Empty is zero. */
export function parseCount(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return 0
  if (!/^\d{1,9}$|^\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){1,2}$/.test(trimmed)) return undefined
  return Number(trimmed.replace(/\D/g, ''))
}

/** The batches to make, box by box, the reserve of each behind its letters. */
export function planBatches(
  orders: readonly PoolOrder[],
): Result<readonly PlannedBatch[], OrderFault> {
  for (const { pool, live, reserve } of orders) {
    if (!isCount(live)) return err({ kind: 'not-whole', pool, of: 'live' })
    if (!isCount(reserve)) return err({ kind: 'not-whole', pool, of: 'reserve' })
  }
  const asked = orders.reduce((sum, { live, reserve }) => sum + live + reserve, 0)
  if (asked === 0) return err({ kind: 'none' })
  if (asked > MOST_CODES) return err({ kind: 'too-many', asked, most: MOST_CODES })
  return ok(
    orders.flatMap(({ pool, live, reserve }) => [
      ...inBatches(pool, 'live', live),
      ...inBatches(pool, 'reserve', reserve),
    ]),
  )
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0
}

function inBatches(pool: string, kind: MarkKind, count: number): readonly PlannedBatch[] {
  const batches = Math.ceil(count / MOST_LETTERS)
  return Array.from({ length: batches }, (_, at) => ({
    ...{ pool, kind },
    count: Math.min(MOST_LETTERS, count - at * MOST_LETTERS),
  }))
}
