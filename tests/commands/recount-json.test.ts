import { describe, expect, test } from 'vitest'
import { printJson } from '../../src/commands/recount-json.ts'
import type { RecountOutcome } from '../../src/commands/recount-outcome.ts'
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
})
