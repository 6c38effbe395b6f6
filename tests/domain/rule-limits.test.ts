import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { RuleSchema } from '../../src/domain/rule.ts'
import { withLimitsOf } from '../../src/domain/rule-limits.ts'

const rule = (fields: Record<string, unknown>) => v.parse(RuleSchema, fields)

const LIMITS = { exclusive: [['slide', 'swing']], caps: [{ theme: 'green', cost: 5 }] }
const NEEDS = { minVotes: 3, fundWithoutVotes: true }
const OWN = rule({
  ...{ method: 'equalshares', completion: 'greedy', partFunding: true, shares: { north: 20 } },
  ...{ ...LIMITS, ...NEEDS },
})
const KEPT = { exclusive: OWN.exclusive, caps: OWN.caps }

describe('withLimitsOf', () => {
  test.each([
    [{ method: 'greedy' }, { ...KEPT, ...NEEDS }],
    [
      { method: 'greedy-threshold', minVotes: 1 },
      { ...KEPT, ...NEEDS },
    ],
    [
      { method: 'top-per-theme', perTheme: 2 },
      { ...KEPT, ...NEEDS, perTheme: 2 },
    ],
    [
      { method: 'equalshares', completion: 'add1' },
      { ...KEPT, ...NEEDS, completion: 'add1', shares: { north: 2_000 } },
    ],
    [{ method: 'phragmen' }, KEPT],
  ])('gives %j the limits that it can have, and nothing else of the method', (fields, kept) => {
    expect(withLimitsOf(OWN, rule(fields))).toEqual({ method: fields.method, ...kept })
  })

  test('leaves what was chosen for the other rule', () => {
    const other = rule({ method: 'greedy', minVotes: 9, exclusive: [['slide', 'stage']] })
    expect(withLimitsOf(OWN, other, ['minVotes', 'exclusive'])).toMatchObject({
      ...{ minVotes: 9, exclusive: [['slide', 'stage']], caps: OWN.caps },
    })
  })

  test('asks nothing of a rule that the round does not ask', () => {
    const other = rule({ method: 'greedy', minVotes: 9 })
    expect(withLimitsOf(rule({ method: 'phragmen' }), other)).toEqual(other)
  })
})
