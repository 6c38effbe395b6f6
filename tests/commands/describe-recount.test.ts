import { describe, expect, test } from 'vitest'
import { describeDifference } from '../../src/commands/describe-difference.ts'
import { describeRecount } from '../../src/commands/describe-recount.ts'
import type { RecountOutcome } from '../../src/commands/recount-outcome.ts'
import { asMoney } from '../../src/domain/money.ts'

const OUTCOME: RecountOutcome = {
  name: 'Tranebro',
  rule: 'equalshares',
  selected: ['clay-oven'],
  cost: asMoney(1_260_000),
  budget: asMoney(7_500_000),
  voters: 12,
  lots: 0,
  milliseconds: 1,
}
const NEEDS_BALLOTS = 'needs the ballots, and they are not published'

describe('describeRecount', () => {
  test('says that a published outcome was not counted again', () => {
    const text = describeRecount({ ...OUTCOME, from: 'published' })
    expect(text).toContain(`12 ballots, NOT counted again. The rule equalshares ${NEEDS_BALLOTS}`)
    expect(text).not.toContain('agrees')
  })

  test.each([{ from: 'ballots' }, { from: 'sums' }, {}] as const)(
    'asks for no ballots where something was counted: %j',
    (counted) => {
      const text = describeRecount({ ...OUTCOME, ...counted })
      expect(text).toContain('12 ballots counted again')
      expect(text).not.toContain(NEEDS_BALLOTS)
    },
  )

  test.each([
    [true, 'This agrees with the published result.'],
    [false, 'THIS DIFFERS from the published result.'],
  ])('says whether the published result is right: %s', (agrees, sentence) => {
    expect(describeRecount({ ...OUTCOME, agrees })).toContain(sentence)
  })
})

describe('describeDifference', () => {
  test('says why a certificate does not hold', () => {
    const found = {
      kind: 'certificate',
      file: 'certificate.json',
      why: 'the budget differs',
    } as const
    expect(describeDifference(found)).toBe(
      'certificate.json does not hold for the ballots: the budget differs',
    )
  })
})
