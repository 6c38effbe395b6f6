/**
 * The limits of a round's rule, under another method: what is to be compared keeps them.
 *
 * Pure. Invariant: a limit that the other method cannot have is left out. Decided in docs/decisions/0006.
 */
import type { Rule } from './rule.ts'

/**
 * The rule with the limits of a round's own: caps, groups of which one is funded, the areas' shares, and
 * what a proposal needs to be funded at all; but for those that were `chosen` for it.
 */
export function withLimitsOf(own: Rule, rule: Rule, chosen: readonly string[] = []): Rule {
  const isOwn = (option: string) => !chosen.includes(option)
  const limits = {
    ...(own.exclusive && isOwn('exclusive') ? { exclusive: own.exclusive } : {}),
    ...(own.caps ? { caps: own.caps } : {}),
  }
  if (rule.method === 'phragmen' || own.method === 'phragmen') return { ...rule, ...limits }
  const needs = {
    fundWithoutVotes: own.fundWithoutVotes,
    ...(own.minVotes !== undefined && isOwn('minVotes') ? { minVotes: own.minVotes } : {}),
  }
  const shares = own.method === 'equalshares' ? own.shares : undefined
  if (rule.method !== 'equalshares' || shares === undefined) return { ...rule, ...limits, ...needs }
  return { ...rule, ...limits, ...needs, shares }
}
