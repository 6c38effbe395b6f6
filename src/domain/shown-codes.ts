/**
 * Shown codes: what the desk tells of a round's voting codes.
 *
 * Pure. Invariant: numbers of whole ballot boxes; nothing of a single code. Decided in docs/decisions/0024.
 */
import * as v from 'valibot'
import { BOX_STATES } from './box-state.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ShownCodesSchema = v.object({
  state: v.picklist(BOX_STATES),
  pools: v.array(
    v.object({
      pool: v.string(),
      live: count,
      reserve: count,
      /** How many residents may vote; left out where the council did not say. */
      eligible: v.optional(count),
    }),
  ),
  reissued: count,
})

export type ShownCodes = v.InferOutput<typeof ShownCodesSchema>

/** Reads the desk's answer; undefined where it is none. */
export function parseShownCodes(answer: unknown): ShownCodes | undefined {
  const parsed = v.safeParse(ShownCodesSchema, answer)
  return parsed.success ? parsed.output : undefined
}
