/**
 * Allocations: what a rule makes of a tally, with the reason for every proposal.
 *
 * Pure. Invariant: the funded proposals never cost more than the budget.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { ProposalIdSchema } from './id.ts'
import { asMoney } from './money.ts'

const hundredths = v.pipe(v.number(), v.safeInteger(), v.transform(asMoney))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Why a proposal was funded or not. Money in hundredths. */
export const ReasonSchema = v.variant('kind', [
  /** Its turn came and it fitted. */
  v.strictObject({ kind: v.literal('funded'), moneyBefore: hundredths, moneyAfter: hundredths }),
  /** Its turn came and too little was left. */
  v.strictObject({ kind: v.literal('does-not-fit'), moneyBefore: hundredths, missing: hundredths }),
  /** Nobody chose it, and the rule funds only what somebody chose. */
  v.strictObject({ kind: v.literal('no-votes') }),
])

export const LineSchema = v.strictObject({
  proposal: ProposalIdSchema,
  /** 1 for the most votes; in the order in which turns came. */
  rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
  votes: count,
  cost: hundredths,
  reason: ReasonSchema,
})

export const AllocationSchema = v.strictObject({
  /** Ids of the funded proposals, sorted by code units. */
  selected: v.array(ProposalIdSchema),
  /** What the funded proposals cost together. */
  cost: hundredths,
  leftover: hundredths,
  /** Every proposal of the paper in the order of its turn. */
  lines: v.array(LineSchema),
  /** Groups of proposals with equal votes and equal cost whose order a lot decided. */
  lots: v.array(v.array(ProposalIdSchema)),
})

export type Reason = v.InferOutput<typeof ReasonSchema>
export type AllocationLine = v.InferOutput<typeof LineSchema>
export type Allocation = v.InferOutput<typeof AllocationSchema>
