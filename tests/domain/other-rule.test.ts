import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../src/domain/allocate.ts'
import { compareWith, otherRule, SideBySideSchema } from '../../src/domain/other-rule.ts'
import { asMoney } from '../../src/domain/money.ts'
import { RuleSchema } from '../../src/domain/rule.ts'
import { aPaper, ids } from '../support/builders.ts'

const paper = aPaper({ a: 60, b: 12 }, { budget: 60 })
const ballots = [ids('a'), ids('a'), ids('a'), ids('b'), ids()].map((choices) => ({ choices }))
const rule = (fields: Record<string, unknown>) => v.parse(RuleSchema, fields)

function count(fields: Record<string, unknown>) {
  const facts = { rule: rule(fields), lot: [] }
  return { facts, allocation: allocate(paper, ballots, facts) }
}

const otherOf = (fields: Record<string, unknown>) =>
  otherRule(rule(fields), count(fields).allocation)

describe('otherRule', () => {
  test.each([
    [{ method: 'greedy' }, 'equalshares'],
    [{ method: 'greedy-no-skip' }, 'equalshares'],
    [{ method: 'greedy-per-cost' }, 'equalshares'],
    [{ method: 'greedy-threshold', minVotes: 2 }, 'equalshares'],
    [{ method: 'equalshares', completion: 'add1' }, 'greedy'],
    [{ method: 'phragmen' }, 'greedy'],
    [{ method: 'top-per-theme', perTheme: 2 }, 'greedy'],
  ])('compares %o with %s', (fields, method) => {
    expect(otherOf(fields)).toMatchObject({ method, fundWithoutVotes: false })
  })

  test('keeps the limits, and whether proposals without votes may be funded', () => {
    const limits = { exclusive: [ids('a', 'b')], caps: [{ theme: 'green', count: 1 }] }
    expect(otherOf({ method: 'greedy', fundWithoutVotes: true, ...limits })).toEqual({
      ...{ method: 'equalshares', completion: 'add1u', fundWithoutVotes: true, ...limits },
    })
  })

  test.each([
    [999_999, undefined],
    [1_000_001, 1_000],
    [50_000_000, 10_000],
  ])('raises shares in steps that suit a budget of %i', (budget, increment) => {
    const allocation = { cost: asMoney(0), leftover: asMoney(budget * 100) }
    const other = otherRule(rule({ method: 'greedy' }), allocation)
    expect(other && 'increment' in other ? other.increment : undefined).toBe(increment)
  })

  test('is the rule itself where its outcome gave way to that of greedy', () => {
    const compared = { method: 'equalshares', comparison: 'satisfaction' }
    expect(count(compared).allocation.comparison?.kept).toBe('greedy')
    expect(otherOf(compared)).toEqual(rule({ method: 'equalshares' }))
  })

  test('is none for a list that takes no account of money', () => {
    expect(otherOf({ method: 'top-per-theme', perTheme: 1, withinBudget: false })).toBeUndefined()
  })
})

describe('compareWith', () => {
  test('says what only one of them funds, who has something under each, and who has more', () => {
    const { facts, allocation } = count({ method: 'equalshares' })
    const found = compareWith(rule({ method: 'greedy' }), facts, { paper, ballots, allocation })
    expect(found).toEqual({
      rule: { method: 'greedy', fundWithoutVotes: false },
      ...{ selected: ['a'], cost: 6_000, onlyHere: ['b'], onlyThere: ['a'] },
      served: { here: 1, there: 3 },
      prefer: { here: 1, there: 3 },
    })
    expect(v.parse(SideBySideSchema, JSON.parse(JSON.stringify(found)))).toEqual(found)
  })

  test('takes a proposal that a ballot gives no points, or fewer, for none of its own', () => {
    const against = [
      { choices: ids('a', 'b'), points: [1, -1] },
      { choices: ids('a', 'b'), points: [1, 1] },
    ]
    const facts = { rule: rule({ method: 'greedy' }), lot: [] }
    const wide = aPaper({ a: 60, b: 12 }, { budget: 12 })
    const allocation = { ...allocate(wide, against, facts), selected: ids('b') }
    const { served } = compareWith(facts.rule, facts, { paper: wide, ballots: against, allocation })
    expect(served.here).toBe(1)
  })
})
