/**
 * Rules in words: how a rule finds the winners, for the page of a round and for its result.
 *
 * Pure. Invariant: every rule and every completion has two sentences, and every option one more.
 * Decided in docs/decisions/0006.
 */
import type { Rule } from '../domain/rule.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { placeName, titleWithin } from './result-context.ts'

export type RuleText = {
  /** Two sentences. */
  readonly how: string
  /** What the council added: limits, a threshold, a comparison. One sentence each. */
  readonly also: readonly string[]
}

/** How the rule works. */
export function ruleText(rule: Rule, page: RoundPage, reader: Reader): RuleText {
  return {
    how: howText(rule, reader),
    also: [
      ...shareOptions(rule, reader),
      ...turnOptions(rule, reader),
      ...limitTexts(rule, page, reader),
      ...(rule.comparison ? [reader.words.rules.compared[rule.comparison]] : []),
    ],
  }
}

/** The name of a rule in the middle of a sentence. */
export function ruleTitle({ method }: Rule, { words }: Reader): string {
  return words.rules.names[method]
}

function howText(rule: Rule, { words }: Reader): string {
  const { rules } = words
  switch (rule.method) {
    case 'equalshares':
      return rules.shares[rule.utility ?? 'votes'][rule.completion ?? 'none']
    case 'phragmen':
      return rules.phragmen
    case 'top-per-theme': {
      const money = rule.withinBudget === false ? rules.anyBudget : rules.withinBudget
      return `${rules.topPerTheme(rule.perTheme)} ${money}`
    }
    case 'greedy':
    case 'greedy-no-skip':
    case 'greedy-per-cost':
    case 'greedy-threshold':
    case 'greedy-exclusive':
      return rules.turns[rule.method]
  }
}

function shareOptions(rule: Rule, { words, format }: Reader): readonly string[] {
  if (rule.method !== 'equalshares') return []
  const { start, increment, completion } = rule
  const raises = completion === 'add1' || completion === 'add1u'
  return [
    ...(start === undefined ? [] : [words.rules.start[start]]),
    ...(increment !== undefined && raises ? [words.rules.increment(format.money(increment))] : []),
  ]
}

function turnOptions(rule: Rule, { words, format }: Reader): readonly string[] {
  const { rules } = words
  if (rule.method === 'phragmen') return []
  const { minVotes, partFunding, fundWithoutVotes } = rule
  return [
    ...(minVotes === undefined ? [] : [rules.minVotes(minVotes, format.number(minVotes))]),
    ...(partFunding && spendsByTurn(rule) ? [rules.partFunding] : []),
    ...(fundWithoutVotes && spendsByTurn(rule) ? [rules.withoutVotes] : []),
  ]
}

/** Whether the rule ever goes through the proposals by votes. */
function spendsByTurn(rule: Rule): boolean {
  if (rule.method !== 'equalshares') return true
  return rule.completion === 'greedy' || rule.completion === 'add1u'
}

function limitTexts(rule: Rule, page: RoundPage, { words, format }: Reader): readonly string[] {
  const { rules } = words
  const groups = (rule.exclusive ?? []).map((ids) =>
    rules.exclusive(format.list(ids.map((id) => titleWithin({ page }, id)))),
  )
  const caps = (rule.caps ?? []).flatMap((cap) => {
    const name = placeName(page, cap)
    return [
      ...(cap.cost === undefined ? [] : [rules.capMoney(name, format.money(cap.cost))]),
      ...(cap.count === undefined ? [] : [rules.capNumber(name, cap.count)]),
    ]
  })
  const shares = rule.method === 'equalshares' ? Object.entries(rule.shares ?? {}) : []
  const areas = shares.map(([id, money]) => {
    const name = page.round.areas.find((area) => area.id === id)?.name ?? id
    return rules.areaShare(name, format.money(money))
  })
  return [...groups, ...caps, ...areas]
}
