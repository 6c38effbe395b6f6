import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate } from '../../../src/domain/allocate.ts'
import type { CountedBallot } from '../../../src/domain/counted-ballot.ts'
import { RuleSchema } from '../../../src/domain/rule.ts'
import { aPaper, aProposal, ids } from '../../support/builders.ts'

/** Counts costs and budget in main units by a rule; `a2 b-1` gives a two points and b one against. */
function count(
  budget: number,
  costs: Readonly<Record<string, number>>,
  ballots: readonly string[],
  fields: Readonly<Record<string, unknown>>,
) {
  const cast = ballots.map((words): CountedBallot => {
    const marks = words.split(' ').filter((word) => word !== '')
    return {
      choices: ids(...marks.map((mark) => mark.charAt(0))),
      points: marks.map((mark) => Number(mark.slice(1) || 1)),
    }
  })
  const places = [aProposal('a', { theme: 'green' }), aProposal('b', { theme: 'green' })]
  const facts = { rule: v.parse(RuleSchema, fields), lot: [], places }
  const { selected, lines, lots } = allocate(aPaper(costs, { budget }), cast, facts)
  const reasons = lines.map(({ proposal, reason }) => `${proposal} ${reason.kind}`)
  return { selected, reasons: reasons.join(', '), lots }
}

describe('options', () => {
  test('Phragmén’s rule leaves out what nobody gave points, and goes on', () => {
    const { selected, reasons } = count(100, { a: 60, b: 40 }, ['a b-1', 'a b0'], {
      method: 'phragmen',
    })
    expect([selected, reasons]).toEqual([['a'], 'a funded, b outvoted'])
  })

  test('Phragmén’s rule keeps a cap from the first purchase on', () => {
    const caps = [{ theme: 'green', cost: 50 }]
    const { selected, reasons } = count(100, { a: 60, b: 40, c: 35 }, ['a b', 'a b', 'a', 'c'], {
      ...{ method: 'phragmen', caps },
    })
    expect([selected, reasons]).toEqual([['b', 'c'], 'b funded, c funded, a over-cap'])
  })

  test('equal shares keep the least number of votes, in the completion too', () => {
    const ballots = ['a', 'a b', 'c']
    const shares = { method: 'equalshares', completion: 'add1u' }
    expect(count(90, { a: 30, b: 20, c: 30 }, ballots, shares).selected).toEqual(['a', 'b', 'c'])
    const { selected, reasons } = count(90, { a: 30, b: 20, c: 30 }, ballots, {
      ...{ ...shares, minVotes: 2 },
    })
    expect([selected, reasons]).toEqual([['a'], 'a funded, b below-threshold, c below-threshold'])
  })

  test('greedy, which a rule is compared with, keeps the least number of votes too', () => {
    const { selected } = count(60, { a: 60, b: 20 }, ['a', 'a', 'b'], {
      ...{ method: 'equalshares', comparison: 'satisfaction', minVotes: 3 },
    })
    expect(selected).toEqual([])
  })

  test('per cost, what is free and unwanted comes after what costs and is wanted', () => {
    const rule = { method: 'greedy-per-cost', fundWithoutVotes: true }
    const { reasons } = count(60, { a: 0, b: 20, c: 0 }, ['b', 'c2'], rule)
    expect(reasons).toBe('c funded, b funded, a funded')
  })

  test('a lot between free proposals of which a limit lets one in is named', () => {
    const { lots } = count(60, { a: 0, b: 0 }, ['a b'], {
      ...{ method: 'equalshares', exclusive: [ids('a', 'b')] },
    })
    expect(lots).toEqual([['a', 'b']])
  })

  test('a lot in the outcome that gave way is named', () => {
    const ballots = ['a2', 'a2', 'b2', 'b2', 'c', 'c', 'c']
    const { selected, lots } = count(40, { a: 40, b: 40, c: 15 }, ballots, {
      ...{ method: 'equalshares', comparison: 'satisfaction' },
    })
    expect([selected, lots]).toEqual([['c'], [['a', 'b']]])
  })
})
