/**
 * The rule of a round: how votes become funded proposals, as the council writes it.
 *
 * Pure. Invariant: a rule that passes the schema can be counted by src/domain/greedy.ts.
 * Source: pabulib.org/format for the names. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'

export const RuleSchema = v.strictObject({
  /** `greedy`: from the most votes down, each proposal is funded if its cost still fits; one that does not fit is skipped. */
  method: v.literal('greedy', 'write greedy'),
  /** Whether a proposal without a single vote may be funded when money is left. Write true or false. */
  fundWithoutVotes: v.optional(v.boolean('write true or false'), false),
})

export type Rule = v.InferOutput<typeof RuleSchema>

/** The rule by the name that .pb files and commands use. */
export function ruleName(rule: Rule): string {
  return rule.method
}
