import { describe, expect, test } from 'vitest'
import { printRows } from '../../src/domain/csv.ts'
import { toHex, utf8 } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import { listedBallots } from '../../src/domain/listed-ballots.ts'
import { aPaper, ids } from '../support/builders.ts'

const costs = { bench: 9_000, park: 15_000, pool: 60_000, trees: 4_000 }
const SALT = '00'.repeat(16)

/** A list of one ballot whose commitment is right, whatever it says. */
function row(choices: string): string {
  const made = hash('ballot', 'spring', 'all', new Uint8Array(16), utf8(choices))
  return printRows([
    ['commitment', 'salt', 'pool', 'choices'],
    [toHex(made), SALT, 'all', choices],
  ])
}

function faultsOf(choices: string, ballot: object) {
  const [listed] = listedBallots(row(choices), aPaper(costs, { ballot }))
  return { kinds: listed?.faults.map(({ kind }) => kind), choices: listed?.ballot.choices }
}

describe('listedBallots', () => {
  test('takes a ballot that could be cast', () => {
    expect(faultsOf('["bench","park"]', { type: 'approval' })).toEqual({
      kinds: [],
      choices: ids('bench', 'park'),
    })
  })

  test.each([
    ['a proposal three times', '["park","park","park"]', { type: 'approval' }],
    ['a proposal that is not on the ballot', '["moon"]', { type: 'approval' }],
    ['more than may be chosen', '["bench","park"]', { type: 'approval', maxLength: 1 }],
    ['more than the budget', '["park","pool","trees"]', { type: 'knapsack' }],
    [
      'more points than there are',
      '[{"points":9,"proposal":"park"}]',
      { type: 'points', maxSumPoints: 5 },
    ],
    ['crosses where there are marks', '["park"]', { type: 'score', maxPoints: 5 }],
    ['a ranking that is too long', '["pool","park"]', { type: 'ranking', maxLength: 1 }],
    ['another order than the canonical one', '["park","bench"]', { type: 'approval' }],
    ['blanks between', '[ "park" ]', { type: 'approval' }],
    [
      'no points at all, written out',
      '[{"points":0,"proposal":"park"}]',
      { type: 'score', maxPoints: 5 },
    ],
    ['no choices', 'park', { type: 'approval' }],
  ])('names a ballot that could not be cast: %s', (_, choices, ballot) => {
    expect(faultsOf(choices, ballot)).toEqual({ kinds: ['limits'], choices: [] })
  })

  test('names a ballot that is not the one in the box', () => {
    const text = row('["bench"]').replace('bench', 'park')
    const [listed] = listedBallots(text, aPaper(costs, { ballot: { type: 'approval' } }))
    expect(listed?.faults.map(({ kind }) => kind)).toEqual(['commitment'])
  })
})
