/**
 * Every rule with every option once more, as slowly and plainly as their definitions.
 *
 * Pure. Invariant: shares no code with the counting in src.
 */
import type { Rule } from '../../../src/domain/rule.ts'
import { cost, points, type Small } from './election.ts'
import { loadsReference } from './loads.ts'
import { sharesReference } from './shares.ts'
import { greedyBeside, turnsReference } from './turns.ts'

export type Reference = {
  readonly funded: readonly number[]
  readonly paid: ReadonlyMap<number, number>
  /** What became of the proposals that had a turn. */
  readonly kinds: ReadonlyMap<number, string>
  /** Hundredths that equal shares added to every start. */
  readonly extra?: number
  readonly forRule?: number
  readonly forGreedy?: number
}

/** Counts by the rule, and compares with greedy where it says so. */
export function reference(small: Small, rule: Rule): Reference {
  const own = ownReference(small, rule)
  if (rule.comparison === undefined) return own
  const greedy = turnsReference(small, greedyBeside(rule))
  const wanted = (voter: number, funded: readonly number[]) => {
    const count = funded.filter((each) => points(small, voter, each) > 0).length
    return rule.comparison === 'exclusion' ? Math.min(count, 1) : count
  }
  const gains = small.ballots.map(
    (_, voter) => wanted(voter, greedy.funded) - wanted(voter, own.funded),
  )
  const forRule = gains.filter((gain) => gain < 0).length
  const forGreedy = gains.filter((gain) => gain > 0).length
  return { ...(forGreedy > forRule ? greedy : own), forRule, forGreedy }
}

function ownReference(small: Small, rule: Rule): Reference {
  const inFull = (funded: readonly number[]) =>
    new Map(funded.map((each) => [each, cost(small, each)]))
  if (rule.method === 'phragmen') {
    const funded = loadsReference(small, rule)
    return { funded, paid: inFull(funded), kinds: new Map() }
  }
  if (rule.method !== 'equalshares') return turnsReference(small, rule)
  const { bought, extra } = sharesReference(small, rule)
  const spends = rule.completion === 'greedy' || rule.completion === 'add1u'
  if (!spends) return { funded: bought, paid: inFull(bought), kinds: new Map(), extra }
  const rest = turnsReference(small, rule, bought)
  return {
    funded: [...bought, ...rest.funded],
    paid: new Map([...inFull(bought), ...rest.paid]),
    kinds: rest.kinds,
    extra,
  }
}
