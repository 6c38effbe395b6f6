/**
 * What a rule asks of a count, as a verifier needs it: plain flags and bounds.
 *
 * Pure. Invariant: imports nothing of the rules; every option of src/domain/rule.ts is in the terms.
 * Decided in docs/decisions/0006.
 */
import type { Rule, SharesRule, TurnRule } from './rule.ts'
import type { Known, KnownProposal } from './verify-election.ts'

/** At most `free` more proposals of a group, that together cost at most `left` hundredths more. */
export type Bound = { readonly ids: ReadonlySet<string>; free: number; left: number }

export type ShareTerms = {
  readonly cardinality: boolean
  readonly floor: boolean
  /** Hundredths of one step, where money is added. */
  readonly increment: number | undefined
  /** The least score of a proposal that may be bought. */
  readonly least: number
}

export type TurnTerms = {
  readonly perCost: boolean
  /** Whether the first that does not fit ends the count. */
  readonly stop: boolean
  readonly withoutVotes: boolean
  readonly least: number
  readonly partFunding: boolean
  /** Hundredths. */
  readonly budget: number
  /** How many of each theme, where the rule says so. */
  readonly perTheme: number | undefined
}

export type Terms = {
  readonly shares: ShareTerms | undefined
  readonly loads: boolean
  /** Rules by turn, and completions. */
  readonly turns: TurnTerms | undefined
  /** The outcome that the rule's own is compared with. */
  readonly greedy: TurnTerms | undefined
}

/** The terms of a rule. */
export function termsOf(rule: Rule, known: Known): Terms {
  return {
    shares: rule.method === 'equalshares' ? shareTerms(rule) : undefined,
    loads: rule.method === 'phragmen',
    turns: hasTurns(rule) ? turnTerms(rule, known) : undefined,
    greedy: rule.comparison === undefined ? undefined : greedyTerms(rule, known),
  }
}

function hasTurns(rule: Rule): rule is TurnRule | SharesRule {
  if (rule.method === 'phragmen') return false
  return (
    rule.method !== 'equalshares' || rule.completion === 'greedy' || rule.completion === 'add1u'
  )
}

function shareTerms({ utility, completion, start, increment, minVotes }: SharesRule): ShareTerms {
  const adds = completion === 'add1' || completion === 'add1u'
  return {
    cardinality: utility === 'cardinality',
    floor: start === undefined ? adds : start === 'floor',
    increment: adds ? (increment ?? 100) : undefined,
    least: minVotes ?? -Infinity,
  }
}

function turnTerms(rule: TurnRule | SharesRule, { budget, proposals }: Known): TurnTerms {
  const top = rule.method === 'top-per-theme' ? rule : undefined
  const everything = [...proposals.values()].reduce((sum, { cost }) => sum + cost, 0)
  return {
    perCost: rule.method === 'greedy-per-cost',
    stop: rule.method === 'greedy-no-skip',
    withoutVotes: rule.fundWithoutVotes,
    least: rule.minVotes ?? -Infinity,
    partFunding: rule.partFunding === true,
    budget: top?.withinBudget === false ? everything : budget,
    perTheme: top?.perTheme,
  }
}

/** Greedy with what the rule asks of a proposal to be funded at all. */
function greedyTerms(rule: Rule, known: Known): TurnTerms {
  const own = rule.method === 'phragmen' ? undefined : rule
  const { fundWithoutVotes = false, minVotes } = own ?? {}
  return turnTerms({ method: 'greedy', fundWithoutVotes, minVotes }, known)
}

/** Fresh bounds of a count: exclusive groups, caps, and themes where the terms name them. */
export function boundsOf(rule: Rule, { proposals }: Known, perTheme?: number): readonly Bound[] {
  const all = [...proposals.values()]
  const idsOf = (inside: (each: KnownProposal) => boolean) =>
    new Set(all.filter(inside).map(({ id }) => id))
  const exclusive = (rule.exclusive ?? []).map((group) => new Set<string>(group))
  const caps = (rule.caps ?? []).map(({ theme, area, cost = Infinity, count = Infinity }) => ({
    ids: idsOf(
      (each) =>
        (theme === undefined || each.theme === theme) && (area === undefined || each.area === area),
    ),
    ...{ free: count, left: cost },
  }))
  const themes = perTheme === undefined ? [] : [...new Set(all.map(({ theme }) => theme))]
  return [
    ...exclusive.map((ids) => ({ ids, free: 1, left: Infinity })),
    ...caps,
    ...themes.map((theme) => ({
      ids: idsOf((each) => each.theme === theme),
      ...{ free: perTheme ?? 0, left: Infinity },
    })),
  ]
}

/** Whether no bound keeps the proposal out. */
export function isWithin(bounds: readonly Bound[], { id, cost }: KnownProposal): boolean {
  return bounds.every(({ ids, free, left }) => !ids.has(id) || (free > 0 && cost <= left))
}

/** Takes a funded proposal from its bounds. */
export function take(bounds: readonly Bound[], { id, cost }: KnownProposal): void {
  for (const bound of bounds) {
    if (!bound.ids.has(id)) continue
    bound.free -= 1
    bound.left -= cost
  }
}
