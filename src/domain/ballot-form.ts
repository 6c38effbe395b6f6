/**
 * The form of a ballot: its type and limits, as the council writes them in round.md.
 *
 * Pure. Invariant: the limits here are the only ones that checkBallot knows.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006 and 0011.
 */
import * as v from 'valibot'
import { HundredthsSchema, MoneySchema, type Money } from './money.ts'

/** More proposals or points than any ballot has; sums over all ballots stay whole numbers that every program holds. */
const MOST = 10_000

const whole = (least: number, words: string) =>
  v.pipe(
    v.number('write a whole number'),
    v.integer('write a whole number'),
    v.minValue(least, words),
    v.maxValue(MOST, `write ${MOST} or less`),
  )
const zeroOrMore = whole(0, 'write zero or more')
const oneOrMore = whole(1, 'write one or more')

const blank = {
  /** Whether a ballot with nothing chosen is accepted, and counted as blank. Write true or false. */
  blank: v.optional(v.boolean('write true or false'), true),
}

const lengths = {
  /** The fewest proposals that a ballot may hold, unless it is blank. Leave out for 1. */
  minLength: v.optional(zeroOrMore, 1),
  /** The most proposals that a ballot may hold. Leave out for no limit. */
  maxLength: v.optional(oneOrMore),
  ...blank,
}

/** `approval`: choose the proposals that you want; their cost does not matter. */
const approval = v.strictObject({ type: v.literal('approval'), ...lengths })

/** `knapsack`: choose proposals that together cost no more than the budget. */
const knapsack = <M extends v.GenericSchema<unknown, Money>>(money: M) =>
  v.strictObject({
    type: v.literal('knapsack'),
    ...lengths,
    /** The most that the chosen proposals may cost together. Leave out for the budget. */
    maxCost: v.optional(money),
  })

/** `choose-1`: choose one proposal. */
const chooseOne = v.strictObject({ type: v.literal('choose-1'), ...blank })

/** `ranking`: put proposals in an order, the best first. */
const ranking = v.strictObject({
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
})

/** `points`: share out a number of points among proposals, several for one if you like. */
const points = v.strictObject({
  type: v.literal('points'),
  ...lengths,
  /** How many points a ballot may give away in all. */
  maxSumPoints: oneOrMore,
  /** The most points for one proposal. Leave out for all of them. */
  maxPoints: v.optional(oneOrMore),
})

/** `score`: give each proposal a mark of its own; one without a mark counts as 0. */
const score = v.strictObject({
  type: v.literal('score'),
  ...lengths,
  /** The lowest mark; below zero counts against a proposal. Leave out for 0. */
  minPoints: v.optional(whole(-MOST, `write ${-MOST} or more`), 0),
  /** The highest mark. */
  maxPoints: oneOrMore,
})

/** `for-against`: say for each proposal whether you are for it or against it, or leave it open. */
const forAgainst = v.strictObject({ type: v.literal('for-against'), ...lengths })

function formsWith<M extends v.GenericSchema<unknown, Money>>(money: M) {
  return v.variant(
    'type',
    [approval, knapsack(money), chooseOne, ranking, points, score, forAgainst],
    'write approval, knapsack, choose-1, ranking, points, score or for-against',
  )
}

const written = formsWith(MoneySchema)

/** The form as it is written in round.md, money in main units. */
export const BallotFormSchema = v.pipe(
  written,
  v.check((form) => {
    const { minLength, maxLength } = lengthsOf(form)
    return maxLength === undefined || minLength <= maxLength
  }, 'minLength is more than maxLength'),
  v.check(
    (form) => form.type !== 'points' || (form.maxPoints ?? 1) <= form.maxSumPoints,
    'maxPoints is more than maxSumPoints',
  ),
  v.check(
    (form) => form.type !== 'points' || form.minLength <= form.maxSumPoints,
    'minLength is more than maxSumPoints, and every proposal needs a point',
  ),
  v.check(
    (form) => form.type !== 'score' || form.minPoints < form.maxPoints,
    'minPoints is not below maxPoints',
  ),
)

/** The form as it stands in paper.json, money in hundredths. */
export const PublishedBallotFormSchema = formsWith(HundredthsSchema)

/** The limits that a ballot of this type can have. */
export function limitNames(type: unknown): readonly string[] {
  const form = written.options.find(({ entries }) => entries.type.literal === type)
  return form === undefined ? [] : Object.keys(form.entries)
}

export type BallotForm = v.InferOutput<typeof BallotFormSchema>
export type BallotType = BallotForm['type']

export type Lengths = { readonly minLength: number; readonly maxLength?: number | undefined }

/** How many proposals a ballot may hold that is not blank. */
export function lengthsOf(form: { readonly type: string } & Partial<Lengths>): Lengths {
  if (form.type === 'choose-1') return { minLength: 1, maxLength: 1 }
  return { minLength: form.minLength ?? 1, maxLength: form.maxLength }
}

/** Whether a ballot is a list of crosses, each worth the same. */
export function isCrosses(type: BallotType): type is 'approval' | 'knapsack' | 'choose-1' {
  return type === 'approval' || type === 'knapsack' || type === 'choose-1'
}

/** The points that one proposal may get on a ballot; undefined where ballots give none. */
export function pointLimits(
  form: BallotForm,
): { readonly least: number; readonly most: number } | undefined {
  if (form.type === 'points') return { least: 1, most: form.maxPoints ?? form.maxSumPoints }
  if (form.type === 'score') return { least: form.minPoints, most: form.maxPoints }
  return undefined
}
