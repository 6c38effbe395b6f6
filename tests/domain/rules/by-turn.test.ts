import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocateSums } from '../../../src/domain/allocate.ts'
import { RuleSchema } from '../../../src/domain/rule.ts'
import { tally } from '../../../src/domain/tally.ts'
import { aPaper, ids } from '../../support/builders.ts'

/** Counts ballots written as words: `['park trees', 'park']`. */
function count(
  costs: Readonly<Record<string, number>>,
  ballots: readonly string[],
  options: { lot?: readonly string[]; fundWithoutVotes?: boolean } = {},
) {
  const paper = aPaper(costs, { budget: 100 })
  const profile = ballots.map((words) => ({ choices: ids(...words.split(' ').filter(Boolean)) }))
  const allocation = allocateSums(paper, tally(paper, profile), {
    rule: v.parse(RuleSchema, {
      method: 'greedy',
      fundWithoutVotes: options.fundWithoutVotes ?? false,
    }),
    lot: ids(...(options.lot ?? [])),
  })
  if (allocation === undefined) throw new Error('greedy needs no more than the sums')
  return allocation
}

describe('greedy', () => {
  test('funds from the most votes down, and skips what does not fit', () => {
    const { selected, leftover, lines } = count({ park: 70, pool: 50, trees: 20 }, [
      'park',
      'park pool',
      'park pool trees',
    ])
    expect(selected).toEqual(['park', 'trees'])
    expect(leftover).toBe(1_000)
    expect(lines.map(({ proposal, votes, reason }) => [proposal, votes, reason])).toEqual([
      ['park', 3, { kind: 'funded', moneyBefore: 10_000, moneyAfter: 3_000 }],
      ['pool', 2, { kind: 'does-not-fit', moneyBefore: 3_000, missing: 2_000 }],
      ['trees', 1, { kind: 'funded', moneyBefore: 3_000, moneyAfter: 1_000 }],
    ])
  })

  test('takes the cheaper of two with equal votes', () => {
    expect(count({ a: 60, b: 50 }, ['a b']).selected).toEqual(['b'])
  })

  test('lets the lot decide between equal votes and equal cost, and says so', () => {
    expect(count({ a: 60, b: 60 }, ['a b'], { lot: ['b', 'a'] })).toMatchObject({
      selected: ['b'],
      lots: [['b', 'a']],
    })
    expect(count({ a: 60, b: 60 }, ['a b'], { lot: ['a', 'b'] }).selected).toEqual(['a'])
  })

  test('names no lot where it changed nothing', () => {
    expect(count({ a: 50, b: 50 }, ['a b'], { lot: ['b', 'a'] }).lots).toEqual([])
  })

  test('funds a proposal without votes only where the rule says so', () => {
    expect(count({ a: 50, b: 10 }, ['a']).selected).toEqual(['a'])
    expect(count({ a: 50, b: 10 }, ['a'], { fundWithoutVotes: true }).selected).toEqual(['a', 'b'])
  })

  test('works with no ballots, and with blank ones', () => {
    expect(count({ a: 50 }, []).selected).toEqual([])
    expect(count({ a: 50 }, ['', 'a']).selected).toEqual(['a'])
  })
})
