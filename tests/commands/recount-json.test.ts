import { describe, expect, test } from 'vitest'
import { printJson } from '../../src/commands/recount-json.ts'
import type { Explanation, RecountOutcome } from '../../src/commands/recount-outcome.ts'
import { asMoney } from '../../src/domain/money.ts'

const OUTCOME: RecountOutcome = {
  name: 'Tranebro',
  rule: 'equalshares',
  selected: ['clay-oven'],
  cost: asMoney(1_260_050),
  budget: asMoney(7_500_000),
  voters: 12,
  lots: 0,
  milliseconds: 1,
}
const printed = (outcome: RecountOutcome): unknown => JSON.parse(printJson(outcome))

describe('printJson', () => {
  test('tells ballot boxes apart, and names none for a file', () => {
    expect(printed({ ...OUTCOME, pool: 'north' })).toHaveProperty('pool', 'north')
    expect(printed(OUTCOME)).not.toHaveProperty('pool')
  })

  test.each<[Explanation['reason'], object]>([
    [
      {
        ...{ kind: 'funded', moneyBefore: asMoney(750_050), moneyAfter: asMoney(50) },
        shares: {
          effectiveVotes: { numerator: '7', denominator: '2' },
          price: { numerator: '250', denominator: '3' },
          ...{ payInFull: 4, payTheRest: 1, rest: asMoney(1_025) },
        },
        purse: { numerator: '50', denominator: '1' },
      },
      {
        ...{ moneyBefore: 7_500.5, moneyAfter: 0.5, purse: { numerator: '1', denominator: '2' } },
        shares: {
          effectiveVotes: { numerator: '7', denominator: '2' },
          price: { numerator: '5', denominator: '6' },
          ...{ payInFull: 4, payTheRest: 1, rest: 10.25 },
        },
      },
    ],
    [
      { kind: 'supporters-short', supportersHave: asMoney(1_250), missing: asMoney(10) },
      { supportersHave: 12.5, missing: 0.1 },
    ],
    [
      { kind: 'over-cap', missing: asMoney(500), bound: 'money', most: 1_050 },
      { missing: 5, most: 10.5 },
    ],
    [
      { kind: 'over-cap', missing: asMoney(0), bound: 'number', most: 2 },
      { missing: 0, most: 2 },
    ],
    [{ kind: 'below-threshold', threshold: 300 }, { threshold: 300 }],
  ])('gives the amounts of %j in main units', (reason, units) => {
    const line = { proposal: 'clay-oven', votes: 4, cost: asMoney(1_260_050), reason }
    expect(printed({ ...OUTCOME, explanation: [line] })).toMatchObject({
      cost: 12_600.5,
      explanation: [
        {
          proposal: 'clay-oven',
          votes: 4,
          cost: 12_600.5,
          reason: { kind: reason.kind, ...units },
        },
      ],
    })
  })
})
