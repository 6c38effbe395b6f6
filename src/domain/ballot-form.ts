/**
 * The form of a ballot: its type and limits, as the council writes them in round.md.
 *
 * Pure. Invariant: the limits here are the only ones that checkBallot knows.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { MoneySchema } from './money.ts'

const count = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(0, 'write zero or more'),
)

const lengths = {
  /** The fewest proposals that a ballot may hold, unless it is blank. Leave out for 1. */
  minLength: v.optional(count, 1),
  /** The most proposals that a ballot may hold. Leave out for no limit. */
  maxLength: v.optional(v.pipe(count, v.minValue(1, 'write one or more'))),
  /** Whether a ballot with nothing chosen is accepted, and counted as blank. Write true or false. */
  blank: v.optional(v.boolean('write true or false'), true),
}

export const BallotFormSchema = v.pipe(
  v.variant(
    'type',
    [
      /** `approval`: choose the proposals that you want; their cost does not matter. */
      v.strictObject({ type: v.literal('approval'), ...lengths }),
      /** `knapsack`: choose proposals that together cost no more than the budget. */
      v.strictObject({
        type: v.literal('knapsack'),
        ...lengths,
        /** The most that the chosen proposals may cost together. Leave out for the budget. */
        maxCost: v.optional(MoneySchema),
      }),
    ],
    'write approval or knapsack',
  ),
  v.check(
    ({ minLength, maxLength }) => maxLength === undefined || minLength <= maxLength,
    'minLength is more than maxLength',
  ),
)

export type BallotForm = v.InferOutput<typeof BallotFormSchema>
