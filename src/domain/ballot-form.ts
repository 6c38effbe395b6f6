/**
 * The form of a ballot: its type and limits, as the council writes them in round.md.
 *
 * Pure. Invariant: the limits here are the only ones that checkBallot knows.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006 and 0011.
 */
import * as v from 'valibot'
import { HundredthsSchema, MoneySchema, type Money } from './money.ts'

const count = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(0, 'write zero or more'),
)
const oneOrMore = v.pipe(count, v.minValue(1, 'write one or more'))

/** Points are added up over all ballots, and sums must stay whole numbers that every program can hold. */
const MOST_POINTS = 10_000
const point = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(-MOST_POINTS, `write ${-MOST_POINTS} or more`),
  v.maxValue(MOST_POINTS, `write ${MOST_POINTS} or less`),
)
const positivePoints = v.pipe(point, v.minValue(1, 'write one or more'))

const blank = {
  /** Whether a ballot with nothing chosen is accepted, and counted as blank. Write true or false. */
  blank: v.optional(v.boolean('write true or false'), true),
}

const lengths = {
  /** The fewest proposals that a ballot may hold, unless it is blank. Leave out for 1. */
  minLength: v.optional(count, 1),
  /** The most proposals that a ballot may hold. Leave out for no limit. */
  maxLength: v.optional(oneOrMore),
  ...blank,
}

function formsWith<M extends v.GenericSchema<unknown, Money>>(money: M) {
  return v.variant(
    'type',
    [
      /** `approval`: choose the proposals that you want; their cost does not matter. */
      v.strictObject({ type: v.literal('approval'), ...lengths }),
      /** `knapsack`: choose proposals that together cost no more than the budget. */
      v.strictObject({
        type: v.literal('knapsack'),
        ...lengths,
        /** The most that the chosen proposals may cost together. Leave out for the budget. */
        maxCost: v.optional(money),
      }),
      /** `choose-1`: choose one proposal. */
      v.strictObject({ type: v.literal('choose-1'), ...blank }),
      /** `ranking`: put proposals in an order, the best first. */
      v.strictObject({
        type: v.literal('ranking'),
        ...lengths,
        /**
         * What a place is worth: `place-points` gives maxLength points to the first place, `borda` as many as
         * there are proposals on the ballot; each next place gets one less. Leave out for place-points.
         */
        scoring: v.optional(
          v.picklist(['place-points', 'borda'], 'write place-points or borda'),
          'place-points',
        ),
      }),
      /** `points`: share out a number of points among proposals, several for one if you like. */
      v.strictObject({
        type: v.literal('points'),
        ...lengths,
        /** How many points a ballot may give away in all. */
        maxSumPoints: positivePoints,
        /** The most points for one proposal. Leave out for all of them. */
        maxPoints: v.optional(positivePoints),
      }),
      /** `score`: give each proposal a mark of its own; one without a mark counts as 0. */
      v.strictObject({
        type: v.literal('score'),
        ...lengths,
        /** The lowest mark; below zero counts against a proposal. Leave out for 0. */
        minPoints: v.optional(point, 0),
        /** The highest mark. */
        maxPoints: positivePoints,
      }),
      /** `for-against`: say for each proposal whether you are for it or against it, or leave it open. */
      v.strictObject({ type: v.literal('for-against'), ...lengths }),
    ],
    'write approval, knapsack, choose-1, ranking, points, score or for-against',
  )
}

/** The form as it is written in round.md, money in main units. */
export const BallotFormSchema = v.pipe(
  formsWith(MoneySchema),
  v.check((form) => {
    const { minLength, maxLength } = lengthsOf(form)
    return maxLength === undefined || minLength <= maxLength
  }, 'minLength is more than maxLength'),
  v.check(
    (form) => form.type !== 'points' || (form.maxPoints ?? 1) <= form.maxSumPoints,
    'maxPoints is more than maxSumPoints',
  ),
  v.check(
    (form) => form.type !== 'score' || form.minPoints < form.maxPoints,
    'minPoints is not below maxPoints',
  ),
)

/** The form as it stands in paper.json, money in hundredths. */
export const PublishedBallotFormSchema = formsWith(HundredthsSchema)

export type BallotForm = v.InferOutput<typeof BallotFormSchema>
export type BallotType = BallotForm['type']

export type Lengths = { readonly minLength: number; readonly maxLength?: number | undefined }

/** How many proposals a ballot may hold that is not blank. */
export function lengthsOf(form: { readonly type: string } & Partial<Lengths>): Lengths {
  if (form.type === 'choose-1') return { minLength: 1, maxLength: 1 }
  return { minLength: form.minLength ?? 1, maxLength: form.maxLength }
}

/** The points that one proposal may get on a ballot; undefined where ballots give none. */
export function pointsOf(
  form: BallotForm,
): { readonly least: number; readonly most: number } | undefined {
  if (form.type === 'points') return { least: 1, most: form.maxPoints ?? form.maxSumPoints }
  if (form.type === 'score') return { least: form.minPoints, most: form.maxPoints }
  return undefined
}
