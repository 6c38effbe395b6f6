/**
 * Names of rules, as commands and .pb files write them: `equalshares/add1-comparison`.
 *
 * Pure. Invariant: ruleNamed(ruleName(rule)) is the rule, but for options that a name does not hold.
 * Source: pabulib.org/format, field "rule". Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { err, ok, type Result } from './result.ts'
import { RuleSchema, type Rule } from './rule.ts'

const METHODS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  greedy: {},
  'greedy-no-skip': {},
  'greedy-per-cost': {},
  'greedy-threshold': { minVotes: 1 },
  'greedy-exclusive': { exclusive: [] },
  phragmen: {},
  'top-per-theme': { perTheme: 1 },
  equalshares: {},
  'equalshares-cardinality': { method: 'equalshares', utility: 'cardinality' },
}
const COMPLETIONS = ['greedy', 'add1', 'add1u'] as const

const FIELDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  Object.entries(METHODS).flatMap(([method, fields]) => [
    [method, { method, ...fields }],
    ...COMPLETIONS.filter(() => method.startsWith('equalshares')).map((completion) => [
      `${method}/${completion}`,
      { method, ...fields, completion },
    ]),
  ]),
)

const COMPARISON = '-comparison'

/** Every name; each can also end in `-comparison`. */
export const RULE_NAMES: readonly string[] = Object.keys(FIELDS)

/** Why there is no rule: its name is not known, an option is not one of its, or has a value that cannot be. */
export type RuleFault =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'foreign'; readonly option: string }
  | { readonly kind: 'value'; readonly option: string; readonly words: string }

/** The rule of a name with further options, or what is wrong with them. */
export function readRule(
  name: string,
  options: Readonly<Record<string, unknown>> = {},
): Result<Rule, RuleFault> {
  const compared = name.endsWith(COMPARISON)
  const bare = compared ? name.slice(0, -COMPARISON.length) : name
  const fields = Object.hasOwn(FIELDS, bare) ? FIELDS[bare] : undefined
  if (fields === undefined) return err({ kind: 'unknown' })
  const comparison = compared ? { comparison: 'satisfaction' } : {}
  const parsed = v.safeParse(RuleSchema, { ...fields, ...comparison, ...options })
  if (parsed.success) return ok(parsed.output)
  const [{ expected, message, path }] = parsed.issues
  const option = String(path?.[0].key ?? 'method')
  // A strict object expects no value at all of a key that it does not have.
  return err(
    expected === 'never' ? { kind: 'foreign', option } : { kind: 'value', option, words: message },
  )
}

/** The rule of a name with further options; undefined where there is none, or an option does not belong to it. */
export function ruleNamed(
  name: string,
  options: Readonly<Record<string, unknown>> = {},
): Rule | undefined {
  const rule = readRule(name, options)
  return rule.ok ? rule.value : undefined
}

/** The name of a rule. */
export function ruleName(rule: Rule): string {
  const compared = rule.comparison === undefined ? '' : COMPARISON
  if (rule.method !== 'equalshares') return rule.method + compared
  const utility = rule.utility === 'cardinality' ? '-cardinality' : ''
  const completion =
    rule.completion === undefined || rule.completion === 'none' ? '' : `/${rule.completion}`
  return `equalshares${utility}${completion}${compared}`
}

/** The names that the .pb format knows. */
const PABULIB_NAMES = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'greedy-exclusive',
  'equalshares',
  'equalshares-comparison',
  'equalshares/add1',
  'equalshares/add1-comparison',
]

/** The rule as a .pb file may name it: `unknown` for those that the format has no name for. */
export function pabulibRuleName(rule: Rule): string {
  const name = ruleName(rule)
  return PABULIB_NAMES.includes(name) ? name : 'unknown'
}
