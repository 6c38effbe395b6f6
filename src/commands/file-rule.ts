/**
 * The rule by which a .pb file is counted.
 *
 * Pure. Invariant: what other programs do is what this does, where a file does not say otherwise.
 * Decided in docs/decisions/0006.
 */
import { HUNDREDTHS } from '../domain/money.ts'
import type { FileContest } from '../domain/pabulib-contest.ts'
import type { Rule } from '../domain/rule.ts'
import { namedRule, type RuleFields } from './named-rule.ts'

/**
 * The rule of a name as other programs count it: proposals without votes are funded where money is left,
 * and the least score is that of the file.
 */
export function fileRule(
  { threshold: least, pointScale }: Pick<FileContest, 'threshold' | 'pointScale'>,
  name: string,
  fields: RuleFields,
): Rule {
  const plain = namedRule(name, {})
  const turns = 'fundWithoutVotes' in plain ? { fundWithoutVotes: true } : {}
  const unit = HUNDREDTHS / pointScale
  const threshold =
    plain.method === 'greedy-threshold' && least !== undefined && least > 0
      ? { minVotes: Math.ceil(least / unit) }
      : {}
  const rule = namedRule(name, { ...turns, ...threshold, ...fields })
  if (!('minVotes' in fields) || !('minVotes' in rule) || rule.minVotes === undefined) return rule
  // Whoever counts names points of the file, of which one can be a hundred of the contest.
  return { ...rule, minVotes: rule.minVotes * pointScale }
}
