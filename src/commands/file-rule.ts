/**
 * The rule by which a .pb file is counted.
 *
 * Pure. Invariant: what other programs do is what this does, where a file does not say otherwise.
 * Decided in docs/decisions/0006.
 */
import { HUNDREDTHS } from '../domain/money.ts'
import type { FileContest } from '../domain/pabulib-contest.ts'
import type { Rule } from '../domain/rule.ts'
import { checkNeeds, namedRule, type RuleFields } from './named-rule.ts'
import { Refused } from './refused.ts'

/** What of a file its rule goes by. */
export type RuleFile = Pick<FileContest, 'threshold' | 'pointScale' | 'themes' | 'limits'>

/**
 * The rule of a name as other programs count it: proposals without votes are funded where money is left,
 * and the least score is that of the file. Refuses a rule for which the file lacks something.
 */
export function fileRule(file: RuleFile, name: string, fields: RuleFields): Rule {
  const plain = namedRule(name, {})
  const turns = 'fundWithoutVotes' in plain ? { fundWithoutVotes: true } : {}
  const threshold = plain.method === 'greedy-threshold' ? thresholdOf(file) : {}
  const rule = namedRule(name, { ...turns, ...threshold, ...fields })
  checkNeeds(rule, {
    least: 'minVotes' in threshold || 'minVotes' in fields,
    grouped: file.limits.exclusive.length > 0,
  })
  if (rule.method === 'top-per-theme' && file.themes.every((theme) => theme === undefined))
    throw new Refused('The rule top-per-theme needs categories of projects, and there are none.')
  if (!('minVotes' in fields) || !('minVotes' in rule) || rule.minVotes === undefined) return rule
  // Whoever counts names points of the file, of which one can be a hundred of the contest.
  return { ...rule, minVotes: rule.minVotes * file.pointScale }
}

function thresholdOf({ threshold: least = 0, pointScale }: RuleFile): { minVotes?: number } {
  return least > 0 ? { minVotes: Math.ceil(least / (HUNDREDTHS / pointScale)) } : {}
}
