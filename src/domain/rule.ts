/**
 * The rule of a round: how votes become funded proposals, as the council writes it.
 *
 * Pure. Invariant: a rule that passes the schema can be counted by src/domain/allocate.ts.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { AreaIdSchema, ProposalIdSchema, ThemeIdSchema } from './id.ts'
import { HundredthsSchema, MoneySchema, type Money } from './money.ts'

const wholeNumber = v.pipe(
  v.number('write a whole number'),
  v.integer('write a whole number'),
  v.minValue(1, 'write one or more'),
)
const yesOrNo = v.boolean('write true or false')

/** Limits that hold under every rule. */
function limitsWith<M extends MoneyField>(money: M) {
  return {
    /** Groups of proposals of which one may be funded: [[slide, climbing-wall]]. */
    exclusive: v.optional(
      v.array(v.pipe(v.array(ProposalIdSchema), v.minLength(2, 'name two or more proposals'))),
    ),
    /** Upper bounds on what the proposals of a theme or of an area may cost together, or on how many they may be. */
    caps: v.optional(
      v.array(
        v.strictObject({
          /** The theme that the bound is for; name a theme or an area. */
          theme: v.optional(ThemeIdSchema),
          /** The area that the bound is for. */
          area: v.optional(AreaIdSchema),
          /** The most that its funded proposals may cost together, in main units. */
          cost: v.optional(money),
          /** The most of its proposals that may be funded. */
          count: v.optional(wholeNumber),
        }),
      ),
    ),
    /**
     * Whether the outcome gives way to that of greedy where strictly more voters prefer greedy's:
     * `satisfaction` asks who has more funded proposals under it, `exclusion` who has any at all.
     */
    comparison: v.optional(
      v.picklist(['satisfaction', 'exclusion'], 'write satisfaction or exclusion'),
    ),
  }
}

function turnsWith<M extends MoneyField>(money: M) {
  return {
    /** Whether a proposal without a single vote may be funded when money is left. Write true or false. */
    fundWithoutVotes: v.optional(yesOrNo, false),
    /** Whether the first proposal that does not fit gets what is left, as a part of its cost. */
    partFunding: v.optional(yesOrNo),
    /** The fewest votes (or points) with which a proposal may be funded. */
    minVotes: v.optional(wholeNumber),
    ...limitsWith(money),
  }
}

type MoneyField = v.GenericSchema<unknown, Money>

function ruleSchema<M extends MoneyField>(money: M) {
  const turns = turnsWith(money)
  return v.variant(
    'method',
    [
      /** `greedy`: from the most votes down, each proposal is funded if its cost still fits; one that does not fit is skipped. */
      v.strictObject({ method: v.literal('greedy'), ...turns }),
      /** `greedy-no-skip`: from the most votes down, until the first proposal that does not fit. */
      v.strictObject({ method: v.literal('greedy-no-skip'), ...turns }),
      /** `greedy-per-cost`: as greedy, but in the order of votes for each unit of money. */
      v.strictObject({ method: v.literal('greedy-per-cost'), ...turns }),
      /** `greedy-threshold`: as greedy, but only proposals with at least minVotes. */
      v.strictObject({ method: v.literal('greedy-threshold'), ...turns, minVotes: wholeNumber }),
      /** `greedy-exclusive`: as greedy, with groups of proposals of which one may be funded. */
      v.strictObject({
        method: v.literal('greedy-exclusive'),
        ...turns,
        exclusive: v.array(
          v.pipe(v.array(ProposalIdSchema), v.minLength(2, 'name two or more proposals')),
        ),
      }),
      /**
       * `equalshares`: every voter gets an equal share of the budget; a proposal is funded when its
       * supporters can pay for it together, as equally as they can, the best supported first.
       */
      v.strictObject({
        method: v.literal('equalshares'),
        /** `votes` (the default) takes the most paying votes first; `cardinality` the lowest price for each voter, which favours cheap proposals. */
        utility: v.optional(v.picklist(['votes', 'cardinality'], 'write votes or cardinality')),
        /**
         * What happens with money that is left: `none`; `greedy` spends it by votes; `add1` gives every
         * voter more until nothing else fits; `add1u` does that and then spends the rest by votes.
         */
        completion: v.optional(
          v.picklist(['none', 'greedy', 'add1', 'add1u'], 'write none, greedy, add1 or add1u'),
        ),
        /** Whether a share is the `exact` fraction or the `floor` in main units. Leave out for exact, and floor with add1 and add1u. */
        start: v.optional(v.picklist(['exact', 'floor'], 'write exact or floor')),
        /** How much add1 gives every voter in each step, in main units. Leave out for 1. */
        increment: v.optional(
          v.pipe(
            money,
            v.check((step) => step > 0, 'write more than 0'),
          ),
        ),
        /** What the voters of each area share, where areas vote in one ballot box; voters elsewhere share the rest. */
        shares: v.optional(v.record(AreaIdSchema, money)),
        ...turns,
      }),
      /** `phragmen`: money grows evenly for all voters; what its supporters can pay first is funded first, until something does not fit. */
      v.strictObject({ method: v.literal('phragmen'), ...limitsWith(money) }),
      /** `top-per-theme`: a list of favourites, the proposals with the most votes in each theme. */
      v.strictObject({
        method: v.literal('top-per-theme'),
        /** How many proposals of each theme. */
        perTheme: wholeNumber,
        /** Whether the list must also fit into the budget. Leave out for true. */
        withinBudget: v.optional(yesOrNo),
        ...turns,
      }),
    ],
    'write greedy, greedy-no-skip, greedy-per-cost, greedy-threshold, greedy-exclusive, equalshares, phragmen or top-per-theme',
  )
}

/** The rule as it is written in round.md, money in main units. */
export const RuleSchema = ruleSchema(MoneySchema)

/** The rule as it stands in result.json, money in hundredths. */
export const PublishedRuleSchema = ruleSchema(HundredthsSchema)

export type Rule = v.InferOutput<typeof RuleSchema>
export type SharesRule = Extract<Rule, { readonly method: 'equalshares' }>
/** The rules that go through the proposals in an order fixed beforehand. */
export type TurnRule = Exclude<Rule, { readonly method: 'equalshares' | 'phragmen' }>
