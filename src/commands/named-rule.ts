/**
 * The rule that the words of a command name, or a refusal that says which word is wrong.
 *
 * Pure. Invariant: files and rounds refuse the same words with the same sentence.
 * Decided in docs/decisions/0006.
 */
import { readRule, RULE_NAMES, type RuleFault } from '../domain/rule-name.ts'
import type { Rule } from '../domain/rule.ts'
import { Refused } from './refused.ts'

/** Options of a rule as round.md writes them; text that is no number stays text. */
export type RuleFields = Readonly<Record<string, unknown>>

/** The rule of a name with options. Refuses a name that is not known, and an option that the rule cannot have. */
export function namedRule(name: string, fields: RuleFields): Rule {
  const rule = readRule(name, fields)
  if (rule.ok) return rule.value
  throw new Refused(describeFault(name, fields, rule.error))
}

/** What a rule is given beside its name. */
export type RuleNeeds = {
  /** Whether the fewest votes are said, by an option, a file or a round. */
  readonly least: boolean
  /** Whether there are groups of which one may be funded. */
  readonly grouped: boolean
}

/** Refuses a rule that would be counted as plain greedy, because what it goes by was not said. */
export function checkNeeds({ method }: Rule, { least, grouped }: RuleNeeds): void {
  if (method === 'greedy-threshold' && !least)
    throw new Refused('The rule greedy-threshold needs --min-votes N; give it with --rule.')
  if (method === 'greedy-exclusive' && !grouped)
    throw new Refused('The rule greedy-exclusive needs groups: --exclusive ID,ID,…')
}

function describeFault(name: string, fields: RuleFields, fault: RuleFault): string {
  switch (fault.kind) {
    case 'unknown':
      return `There is no rule "${name}". Known are ${RULE_NAMES.join(', ')}, each also with -comparison.`
    case 'foreign':
      return `The rule ${name} has no option ${flagOf(fault.option)}.`
    case 'value':
      return `${flagOf(fault.option)} "${String(fields[fault.option])}": ${fault.words}.`
  }
}

/** `--per-theme` for perTheme. */
function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
