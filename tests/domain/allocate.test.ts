import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate, allocateSums } from '../../src/domain/allocate.ts'
import { AllocationSchema } from '../../src/domain/allocation.ts'
import { AreaIdSchema } from '../../src/domain/id.ts'
import type { CountedBallot } from '../../src/domain/counted-ballot.ts'
import { PublishedRuleSchema, RuleSchema } from '../../src/domain/rule.ts'
import { tally } from '../../src/domain/tally.ts'
import { aPaper, aProposal, ids } from '../support/builders.ts'

const paper = aPaper({ a: 60, b: 40, c: 35 }, { budget: 100 })
const ballots = ['a b', 'a b', 'a', 'b c', 'c'].map((words) => ({
  choices: ids(...words.split(' ')),
}))

function rule(fields: Record<string, unknown>) {
  return v.parse(RuleSchema, fields)
}

function count(fields: Record<string, unknown>, cast: readonly CountedBallot[] = ballots) {
  const places = [
    aProposal('a', { theme: 'green' }),
    aProposal('b', { theme: 'green' }),
    aProposal('c', { theme: 'sport' }),
  ]
  return allocate(paper, cast, { rule: rule(fields), lot: [], places })
}

const reasons = (allocation: ReturnType<typeof count>) =>
  Object.fromEntries(allocation.lines.map(({ proposal, reason }) => [proposal, reason]))

describe('allocate, and why', () => {
  test('equal shares says who paid what, and what was missing', () => {
    const allocation = count({ method: 'equalshares' })
    expect(allocation).toMatchObject({ selected: ['b'], cost: 4_000, leftover: 6_000 })
    expect(allocation.shares).toMatchObject({
      starts: [{ numerator: '2000', denominator: '1' }],
      extra: 0,
      steps: 1,
    })
    expect(reasons(allocation)).toEqual({
      b: {
        kind: 'funded',
        moneyBefore: 10_000,
        moneyAfter: 6_000,
        shares: {
          effectiveVotes: { numerator: '3', denominator: '1' },
          price: { numerator: '4000', denominator: '3' },
          payInFull: 3,
          payTheRest: 0,
        },
      },
      a: { kind: 'supporters-short', supportersHave: 3_333, missing: 2_667 },
      c: { kind: 'supporters-short', supportersHave: 2_666, missing: 834 },
    })
  })

  test('equal shares counts among those who give the rest nobody who has nothing left', () => {
    const two = aPaper({ a: 60, b: 20 }, { budget: 100 })
    const cast = [ids('a', 'b'), ids('a'), ids('a'), ids('b'), ids()].map((choices) => ({
      choices,
    }))
    const facts = { rule: rule({ method: 'equalshares' }), lot: [] }
    expect(reasons(allocate(two, cast, facts))).toMatchObject({
      a: { shares: { payInFull: 3, payTheRest: 0 } },
      b: { shares: { payInFull: 1, payTheRest: 0 } },
    })
  })

  test('what is published of any rule can be read again', () => {
    for (const fields of [
      { method: 'greedy', partFunding: true },
      { method: 'greedy', caps: [{ theme: 'green', cost: 70 }] },
      { method: 'greedy-no-skip' },
      { method: 'greedy-threshold', minVotes: 3, comparison: 'exclusion' },
      { method: 'equalshares', completion: 'add1u', increment: 2, comparison: 'satisfaction' },
      { method: 'phragmen' },
      { method: 'top-per-theme', perTheme: 1 },
    ]) {
      const allocation = count(fields)
      expect(v.parse(AllocationSchema, JSON.parse(JSON.stringify(allocation)))).toEqual(allocation)
      const written = JSON.parse(JSON.stringify(rule(fields)))
      expect(v.parse(PublishedRuleSchema, written)).toEqual(rule(fields))
      expect(allocation.lines).toHaveLength(3)
    }
  })

  test('keeps greedy as it was, letter for letter, in result.json', () => {
    expect(JSON.stringify(rule({ method: 'greedy' }))).toBe(
      '{"method":"greedy","fundWithoutVotes":false}',
    )
  })

  test('names the one that shuts another out, the cap, the threshold and the end of the count', () => {
    expect(
      reasons(count({ method: 'greedy-exclusive', exclusive: [ids('a', 'b')] })),
    ).toMatchObject({
      b: { kind: 'funded' },
      a: { kind: 'excluded', by: 'b' },
    })
    expect(
      reasons(count({ method: 'greedy', caps: [{ theme: 'green', cost: 70 }] })),
    ).toMatchObject({
      b: { kind: 'funded' },
      a: { kind: 'over-cap', missing: 3_000, bound: 'money', most: 7_000, theme: 'green' },
      c: { kind: 'funded' },
    })
    const two = count({
      method: 'equalshares',
      completion: 'add1u',
      caps: [{ theme: 'green', count: 1 }],
    })
    expect(reasons(two)['a']).toEqual({
      ...{ kind: 'over-cap', missing: 0, bound: 'number', most: 1, theme: 'green' },
    })
    expect(reasons(count({ method: 'top-per-theme', perTheme: 1 }))['a']).toEqual({
      ...{ kind: 'over-cap', missing: 0, bound: 'number', most: 1, theme: 'green' },
    })
    expect(reasons(count({ method: 'greedy-threshold', minVotes: 3 }))['c']).toEqual({
      kind: 'below-threshold',
      threshold: 3,
    })
    const stopped = allocate(aPaper({ a: 60, b: 40, c: 35 }, { budget: 50 }), ballots, {
      rule: rule({ method: 'greedy-no-skip' }),
      lot: [],
    })
    expect(reasons(stopped)).toMatchObject({
      a: { kind: 'does-not-fit', missing: 5_000 },
      c: { kind: 'after-stop' },
    })
  })

  test('phragmen says when each was bought, and when the one came that ended the count', () => {
    expect(reasons(count({ method: 'phragmen' }))).toEqual({
      b: {
        ...{ kind: 'funded', moneyBefore: 10_000, moneyAfter: 6_000 },
        purse: { numerator: '4000', denominator: '3' },
      },
      c: {
        ...{ kind: 'funded', moneyBefore: 6_000, moneyAfter: 2_500 },
        purse: { numerator: '7250', denominator: '3' },
      },
      a: {
        ...{ kind: 'does-not-fit', moneyBefore: 2_500, missing: 3_500 },
        purse: { numerator: '26000', denominator: '9' },
      },
    })
  })

  test('says what was left for the others where equal shares goes on by votes', () => {
    const shared = count({ method: 'equalshares', completion: 'greedy' })
    expect(reasons(shared)).toMatchObject({
      b: { kind: 'funded', shares: {} },
      a: { kind: 'funded', moneyBefore: 6_000, moneyAfter: 0 },
      c: { kind: 'supporters-short', supportersHave: 2_666, missing: 834, moneyBefore: 0 },
    })
  })

  test('gives what is left to the first that does not fit, where the round says so', () => {
    const ample = allocate(aPaper({ a: 60, b: 40, c: 35 }, { budget: 90 }), ballots, {
      rule: rule({ method: 'greedy', partFunding: true }),
      lot: [],
    })
    expect(ample).toMatchObject({ selected: ['a', 'b'], cost: 9_000, leftover: 0 })
    expect(reasons(ample)['a']).toEqual({ kind: 'part-funded', moneyBefore: 5_000, missing: 1_000 })
  })

  test('lets voters of an area share money of their own', () => {
    const north = v.parse(AreaIdSchema, 'north')
    const cast = [
      { choices: ids('c'), area: north },
      { choices: ids('a') },
      { choices: ids('a') },
      { choices: ids('a') },
    ]
    expect(count({ method: 'equalshares' }, cast).selected).toEqual(['a'])
    const shares = { north: 40 }
    const shared = count({ method: 'equalshares', shares }, cast)
    expect(shared.selected).toEqual(['a', 'c'])
    expect(shared.shares?.starts).toEqual([
      { numerator: '2000', denominator: '1' },
      { numerator: '4000', denominator: '1' },
    ])
  })

  test('counts points as votes as far as they pay, and shows both', () => {
    const cast = [
      { choices: ids('a', 'b'), points: [1, 4] },
      { choices: ids('a'), points: [1] },
    ]
    const [first] = count({ method: 'greedy' }, cast).lines
    expect(first).toMatchObject({ proposal: 'b', votes: 1, score: 4 })
  })

  test('never funds what is outvoted, and what is level only where a round funds without votes', () => {
    const cast = [
      { choices: ids('a', 'b', 'c'), points: [2, -1, 1] },
      { choices: ids('b', 'c'), points: [-1, -1] },
    ]
    const without = count({ method: 'greedy' }, cast)
    expect(without.selected).toEqual(['a'])
    expect(reasons(without)).toMatchObject({ b: { kind: 'outvoted' }, c: { kind: 'outvoted' } })
    const withThem = count({ method: 'greedy', fundWithoutVotes: true }, cast)
    expect(withThem.selected).toEqual(['a', 'c'])
    expect(reasons(withThem)['b']).toEqual({ kind: 'outvoted' })
    expect(v.parse(AllocationSchema, JSON.parse(JSON.stringify(withThem)))).toEqual(withThem)
  })

  test('asks in a comparison only for what a voter gave points', () => {
    const cast = [
      ...Array.from({ length: 3 }, () => ({ choices: ids('a', 'b'), points: [1, -1] })),
      ...Array.from({ length: 2 }, () => ({ choices: ids('b', 'c'), points: [2, 1] })),
    ]
    const compared = count({ method: 'equalshares', comparison: 'satisfaction' }, cast)
    expect(compared.selected).toEqual(['a', 'b'])
    expect(compared.comparison).toMatchObject({ forRule: 0, forGreedy: 0, kept: 'rule' })
  })

  test('counts sums where ballots are not published, but not for a rule that needs them', () => {
    const sums = tally(paper, ballots)
    const facts = { rule: rule({ method: 'greedy' }), lot: [] }
    expect(allocateSums(paper, sums, facts)).toEqual(allocate(paper, ballots, facts))
    const shares = { rule: rule({ method: 'equalshares' }), lot: [] }
    expect(allocateSums(paper, sums, shares)).toBeUndefined()
  })
})
