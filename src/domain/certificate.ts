/**
 * Certificates: a count written down so that a stranger can check it without counting
 * (content/rounds/<round>/results/<n>/certificate.json).
 *
 * Pure. Invariant: every number in a certificate follows from the published election and the others in it,
 * so that one with any of them changed is refused by verify-certificate.ts. What groups of equal ballots
 * pay stands in it, so it may only be published where the ballots are. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'

const MOST_DIGITS = 100_000

const digits = v.pipe(
  v.string('write a whole number in quotes'),
  v.maxLength(MOST_DIGITS, `write at most ${MOST_DIGITS} digits`),
  v.regex(/^(0|[1-9]\d*)$/, 'write a whole number without leading zeros'),
)
const divisor = v.pipe(digits, v.regex(/^[1-9]/, 'write one or more'))
/** Numerator and denominator in lowest terms, in quotes because they can be long. */
const fraction = v.strictTuple([digits, divisor])
const hundredths = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const some = v.pipe(count, v.minValue(1))
const id = v.string()

const GroupSchema = v.strictObject({
  /** How many ballots say just this. */
  ballots: some,
  /** The proposals that they name, by code units of their ids. */
  choices: v.pipe(v.array(id), v.minLength(1)),
  /** The points for each of the choices; left out where each is a cross. */
  points: v.optional(v.array(v.pipe(v.number(), v.safeInteger()))),
  /** The voters' area, where the rule lets areas share money of their own. */
  area: v.optional(id),
})

const RestSchema = v.strictObject({
  /** What each voter of the groups has left and gives, in hundredths. */
  each: fraction,
  /** The groups, as places in `groups` counted from 0. */
  groups: v.pipe(v.array(count), v.minLength(1)),
})

const PurchaseSchema = v.strictObject({
  /** The proposal that was bought. */
  proposal: id,
  /** What a paying supporter gives for each of her points, in hundredths; nothing for a free proposal. */
  price: fraction,
  /** The cost divided by the price; left out for a free proposal. */
  effectiveVotes: v.optional(fraction),
  /** The groups that pay the price for each of their points, as places in `groups` counted from 0. */
  inFull: v.array(count),
  /** The groups that hold less than that and give all of it, equal sums together. */
  theRest: v.array(RestSchema),
})

const StartSchema = v.strictObject({
  /** The area whose voters start with it; left out for voters elsewhere, or where all share alike. */
  area: v.optional(id),
  /** What each of them starts with, in hundredths. */
  each: fraction,
})

const RunSchema = v.strictObject({
  /** Hundredths that were added to the share of every voter. */
  extra: hundredths,
  /** What voters start with: first those of no area with a share of its own, then by area. */
  starts: v.array(StartSchema),
  /** What was bought, in order: free proposals first, then always the one of the highest value. */
  purchases: v.array(PurchaseSchema),
})

const LoadsSchema = v.strictObject({
  /** What was bought, in order. */
  purchases: v.array(
    v.strictObject({
      /** The proposal that was bought. */
      proposal: id,
      /** What each of its supporters has paid for everything so far, in hundredths: the lowest was next. */
      load: fraction,
    }),
  ),
  /** What ended the count; left out where nothing was left to buy. */
  stop: v.optional(
    v.strictObject({
      /** The load at which the next would have been bought. */
      load: fraction,
      /** The proposals that came next together, of which at least one no longer fitted, in the order of ties. */
      proposals: v.pipe(v.array(id), v.minLength(1)),
    }),
  ),
})

const TurnSchema = v.strictObject({
  /** The proposal whose turn it was. */
  proposal: id,
  /** Hundredths that were left when its turn came. */
  left: hundredths,
  /** Hundredths that it got: its cost, nothing, or what was left. */
  paid: hundredths,
})

export const CertificateSchema = v.strictObject({
  /** The version of this file's form. */
  schemaVersion: v.literal(1, 'write 1'),
  /** The method of the rule; its options stand in result.json and paper.json. */
  method: v.string(),
  /** The money of the ballot box, in hundredths. */
  budget: hundredths,
  /** All ballots in the box, the blank ones too. */
  voters: count,
  /** Groups of equal ballots without the blank ones, by code units of their area, choices and points. */
  groups: v.array(GroupSchema),
  /** Equal shares: the purchases with the start that counts. */
  run: v.optional(RunSchema),
  /** Equal shares with more and more money: the run one increment further, where it costs more than the budget. */
  next: v.optional(RunSchema),
  /** Phragmén's rule: the purchases and the end. */
  loads: v.optional(LoadsSchema),
  /** Rules by turn, and shares that are completed by votes: every proposal that was not bought before. */
  turns: v.optional(v.array(TurnSchema)),
  /** Where the rule is compared with greedy: greedy's turns, and who prefers which. */
  comparison: v.optional(
    v.strictObject({
      /** Every proposal in the order of its turn under greedy. */
      greedy: v.array(TurnSchema),
      /** Ballots that prefer what the rule funds, and those that prefer what greedy funds. */
      forRule: count,
      forGreedy: count,
      /** Which outcome counts. */
      kept: v.picklist(['rule', 'greedy']),
    }),
  ),
  /** The funded proposals in the order in which the money went. */
  funded: v.array(id),
})

export type Certificate = v.InferOutput<typeof CertificateSchema>
export type CertifiedGroup = v.InferOutput<typeof GroupSchema>
export type CertifiedRun = v.InferOutput<typeof RunSchema>
export type CertifiedPurchase = v.InferOutput<typeof PurchaseSchema>
export type CertifiedLoads = v.InferOutput<typeof LoadsSchema>
export type CertifiedTurn = v.InferOutput<typeof TurnSchema>
