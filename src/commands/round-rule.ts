/**
 * The rule and the lot by which a round is counted again: its own, or others that the command names.
 *
 * Pure. Invariant: another rule keeps the limits of the round. Decided in docs/decisions/0006.
 */
import type { OtherCount } from '../domain/recount.ts'
import { withLimitsOf } from '../domain/rule-limits.ts'
import type { Rule } from '../domain/rule.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { knownGroups, knownIds } from './known-ids.ts'
import { checkNeeds, namedRule, type RuleFields } from './named-rule.ts'
import { Refused } from './refused.ts'

export type RoundOptions = {
  /** Another rule than the round's; then nothing is compared with what was published. */
  readonly rule?: string | undefined
  /** Another order for ties than the round's, first drawn first; the same goes for it. */
  readonly lot?: readonly string[] | undefined
  /** Groups of proposals of which one may be funded, beside another rule. */
  readonly exclusive?: readonly (readonly string[])[] | undefined
  readonly fields: RuleFields
}

/** Whether anything else than the published count is asked for. */
export function isOther({ rule, lot }: RoundOptions): boolean {
  return rule !== undefined || lot !== undefined
}

/** The rule and the lot that are asked for, as far as they are others. */
export function otherCount({ rule: own, pools }: Snapshot, options: RoundOptions): OtherCount {
  const { rule, lot, exclusive = [], fields } = options
  if (rule === undefined && (Object.keys(fields).length > 0 || exclusive.length > 0))
    throw new Refused('Options of a rule need its name: --rule NAME.')
  const known = pools.flatMap(({ allocation }) => allocation.lines.map(({ proposal }) => proposal))
  const groups = exclusive.length > 0 ? { exclusive: knownGroups(exclusive, known) } : {}
  return {
    rule: rule === undefined ? undefined : roundRule(own, rule, { ...groups, ...fields }),
    lot: lot && knownIds('--ties', lot, known),
  }
}

/** The rule of a name, with the limits that the round's own rule has. */
export function roundRule(own: Rule, name: string, fields: RuleFields = {}): Rule {
  const rule = withLimitsOf(own, namedRule(name, fields), Object.keys(fields))
  const least = 'minVotes' in own && own.minVotes !== undefined
  const grouped = rule.exclusive !== undefined && rule.exclusive.length > 0
  checkNeeds(rule, { least: least || 'minVotes' in fields, grouped })
  return rule
}
