/**
 * Allocations: what a rule makes of a tally, with the reason for every proposal.
 *
 * Pure. Invariant: the funded proposals never cost more than the budget.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { AreaIdSchema, ProposalIdSchema, ThemeIdSchema } from './id.ts'
import { asMoney } from './money.ts'

const hundredths = v.pipe(v.number(), v.safeInteger(), v.transform(asMoney))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const fraction = v.strictObject({
  /** Whole numbers as text, because they can be long. */
  numerator: v.pipe(v.string(), v.regex(/^\d+$/)),
  denominator: v.pipe(v.string(), v.regex(/^[1-9]\d*$/)),
})

/** How its supporters paid, or could not pay, for a proposal under equal shares. */
const sharesSchema = v.strictObject({
  /** Its votes (points) as far as they pay: the cost divided by what each pays; the highest is bought next. */
  effectiveVotes: fraction,
  /** The most that a supporter pays for each of her points, in hundredths. */
  price: fraction,
  /** How many supporters pay that, and how many give all they have left, which is less. */
  payInFull: count,
  payTheRest: count,
  /** What those who give all they have left give together; whole hundredths, rounded down. */
  rest: v.optional(hundredths),
})

/** Why a proposal was funded or not. Money in hundredths. */
export const ReasonSchema = v.variant('kind', [
  /** Its turn came and it fitted; under equal shares: its supporters paid for it. */
  v.strictObject({
    kind: v.literal('funded'),
    moneyBefore: hundredths,
    moneyAfter: hundredths,
    shares: v.optional(sharesSchema),
    /** Under phragmen: what every voter had got when it was bought, in hundredths. */
    purse: v.optional(fraction),
  }),
  /** Its turn came, too little was left, and the round gives what is left to the first such proposal. */
  v.strictObject({ kind: v.literal('part-funded'), moneyBefore: hundredths, missing: hundredths }),
  /** Its turn came and too little was left. */
  v.strictObject({
    kind: v.literal('does-not-fit'),
    moneyBefore: hundredths,
    missing: hundredths,
    /** Under phragmen, where it ended the count: what every voter had got by then, in hundredths. */
    purse: v.optional(fraction),
  }),
  /** Nobody chose it, and the rule funds only what somebody chose. */
  v.strictObject({ kind: v.literal('no-votes') }),
  /** Its points add up to less than zero; or to zero, and the rule funds only what somebody wants. */
  v.strictObject({ kind: v.literal('outvoted') }),
  /** Its supporters together have less left than it costs; whole hundredths, rounded down and up. */
  v.strictObject({
    kind: v.literal('supporters-short'),
    /** Both are left out where the box is too small for its ballots to be published. */
    supportersHave: v.optional(hundredths),
    missing: v.optional(hundredths),
    /** Where the rest was spent by votes: what was left of it when its turn came, which was too little. */
    moneyBefore: v.optional(hundredths),
  }),
  /** The count had ended before its turn. */
  v.strictObject({ kind: v.literal('after-stop'), moneyBefore: hundredths }),
  /** It has fewer votes (points) than the rule asks for. */
  v.strictObject({ kind: v.literal('below-threshold'), threshold: count }),
  /** Another one was funded, and only one of them may be. */
  v.strictObject({ kind: v.literal('excluded'), by: ProposalIdSchema }),
  /** Its theme or area has had as much as it may have; `missing` is 0 where their number is the bound. */
  v.strictObject({
    kind: v.literal('over-cap'),
    missing: hundredths,
    /** Whether money or number is the bound, and how much (in hundredths) or how many it allows. */
    bound: v.optional(v.picklist(['money', 'number'])),
    most: v.optional(count),
    /** Whose bound it is; both are left out where it is for proposals without a theme. */
    theme: v.optional(ThemeIdSchema),
    area: v.optional(AreaIdSchema),
  }),
])

export const LineSchema = v.strictObject({
  proposal: ProposalIdSchema,
  /** 1 for the most votes; in the order in which turns came. */
  rank: v.pipe(v.number(), v.integer(), v.minValue(1)),
  votes: count,
  /** Its points, where ballots give points. */
  score: v.optional(v.pipe(v.number(), v.safeInteger())),
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
  /** Under equal shares: how the money was shared out. */
  shares: v.optional(
    v.strictObject({
      /** What each voter started with, in hundredths; one for each part of the electorate. */
      starts: v.array(fraction),
      /** Hundredths that were added to each start so that more could be funded. */
      extra: count,
      /** How many starts were tried. */
      steps: v.pipe(count, v.minValue(1)),
      /** False where the bound on the work ended the search. */
      finished: v.boolean(),
    }),
  ),
  /** Where the rule was compared with greedy: who prefers which, and which was kept. */
  comparison: v.optional(
    v.strictObject({
      by: v.picklist(['satisfaction', 'exclusion']),
      /** Both are left out where the box is too small for its ballots to be published. */
      forRule: v.optional(count),
      forGreedy: v.optional(count),
      kept: v.picklist(['rule', 'greedy']),
    }),
  ),
})

export type SharesReason = v.InferOutput<typeof sharesSchema>
export type Reason = v.InferOutput<typeof ReasonSchema>
export type AllocationLine = v.InferOutput<typeof LineSchema>
export type Allocation = v.InferOutput<typeof AllocationSchema>
