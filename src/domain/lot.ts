/**
 * The lot: the order that settles ties, known to everyone before the first ballot.
 *
 * Pure. Invariant: the order is never made by our own random numbers. Source of public randomness where
 * a seed is named: a round of a beacon such as drand. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { compareBytes, compareText } from './encoding.ts'
import { hash } from './hash.ts'
import { ProposalIdSchema, type ProposalId, type RoundId } from './id.ts'
import { lineOf } from './written-text.ts'

const drawn = lineOf(1, 300)

export const DrawnLotSchema = v.strictObject({
  /** All proposals on the ballot, first drawn first. */
  order: v.array(ProposalIdSchema, 'write a list of proposals'),
  /** How, where and when it was drawn, in one sentence. */
  drawn,
})

export const LotSchema = v.union(
  [
    DrawnLotSchema,
    v.strictObject({
      /** The value of a public randomness beacon that was announced beforehand; the order is made from it. */
      seed: v.pipe(v.string(), v.regex(/^[0-9a-f]{32,128}$/, 'write 32 to 128 hex letters')),
      /** Which beacon and which of its rounds, in one sentence. */
      drawn,
    }),
  ],
  'write drawn, and either order (a list of proposals) or seed (hex letters)',
)

/** A drawn order as round.md has it; undefined where there is none, or one that a beacon makes. */
export function parseDrawnLot(value: unknown): DrawnLot | undefined {
  const parsed = v.safeParse(DrawnLotSchema, value)
  return parsed.success ? parsed.output : undefined
}

export type DrawnLot = v.InferOutput<typeof DrawnLotSchema>
export type Lot = v.InferOutput<typeof LotSchema>

/** The order of the proposals on the ballot; by H("lot-order"; seed, id) where a seed was named. */
export function lotOrder(
  round: { readonly id: RoundId; readonly lot?: Lot | undefined },
  proposals: readonly { readonly id: ProposalId; readonly standing: string }[],
): readonly ProposalId[] {
  const { lot } = round
  if (lot === undefined) return []
  if ('order' in lot) return lot.order
  return proposals
    .filter(({ standing }) => standing === 'ballot')
    .map(({ id }) => ({ id, place: hash('lot-order', round.id, lot.seed, id) }))
    .toSorted((a, b) => compareBytes(a.place, b.place) || compareText(a.id, b.id))
    .map(({ id }) => id)
}
