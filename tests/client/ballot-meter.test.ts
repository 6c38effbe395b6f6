import { describe, expect, test } from 'vitest'
import { readMeter } from '../../src/client/ballot-meter.ts'
import type { Choices } from '../../src/domain/choices.ts'
import { ballotWords } from '../../src/i18n/ballot-words.ts'
import { makeFormat } from '../../src/i18n/format.ts'
import { aPaper, ids } from '../support/builders.ts'

const costs = { a: 10_000, b: 40_000, c: 50_000 }
const [a, b, c] = ids('a', 'b', 'c')

function meter(ballot: unknown, choices: Choices, language = 'en') {
  const format = makeFormat({ language, currency: 'DKK', timeZone: 'Europe/Copenhagen' })
  const read = readMeter(choices, {
    paper: aPaper(costs, { ballot }),
    words: ballotWords(language),
    format,
  })
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  return {
    ...read,
    ...{ chosen: plain(read.chosen), left: plain(read.left) },
    over: plain(read.over),
  }
}

/** Gives points, by proposal. */
const points = (given: Readonly<Record<string, number>>): Choices =>
  Object.entries(given).flatMap(([id, many]) =>
    ids(id).map((proposal) => ({ proposal, points: many })),
  )

describe('readMeter', () => {
  test.each([
    ['approval', { type: 'approval' }, [a, b], '50,000 kr. in 2 proposals', ''],
    [
      'approval',
      { type: 'approval', maxLength: 2 },
      [a],
      '10,000 kr. in one proposal',
      '1 of 2 chosen',
    ],
    ['knapsack', { type: 'knapsack' }, [a, b], '50,000 kr. in 2 proposals', '25,000 kr. left'],
    [
      'knapsack',
      { type: 'knapsack', maxCost: 60_000 },
      [a],
      '10,000 kr. in one proposal',
      '50,000 kr. left',
    ],
    ['choose-1', { type: 'choose-1' }, [b], '40,000 kr. in one proposal', ''],
    ['ranking', { type: 'ranking', maxLength: 3 }, [b, a], '2 of 3 chosen', ''],
    [
      'points',
      { type: 'points', maxSumPoints: 10 },
      points({ a: 4, b: 3 }),
      '7 of 10 points given',
      '',
    ],
    ['points', { type: 'points', maxSumPoints: 1 }, points({ a: 1 }), '1 of 1 point given', ''],
    ['score', { type: 'score', maxPoints: 5 }, points({ a: 4 }), 'One chosen', ''],
    ['score', { type: 'score', maxPoints: 5 }, [], 'Nothing chosen yet', ''],
  ] as const)('says what is chosen and left by %s', (_, ballot, choices, chosen, left) => {
    const read = meter(ballot, choices as Choices)
    expect([read.chosen, read.left, read.over]).toEqual([chosen, left, ''])
  })

  test('counts for and against', () => {
    const choices = ids('a', 'b').map((proposal, at) => ({
      proposal,
      stance: at === 0 ? ('for' as const) : ('against' as const),
    }))
    expect(meter({ type: 'for-against' }, choices).chosen).toBe('1 for, 1 against')
  })

  test.each([
    [{ type: 'approval', maxLength: 2 }, [a, b, c], 'up to 2 proposals; you chose 3. Take 1 away.'],
    [{ type: 'knapsack', maxLength: 1 }, [a, b], 'one proposal; you chose 2. Take 1 away.'],
    [{ type: 'knapsack' }, [b, c], 'Take away at least 15,000 kr.'],
    [
      { type: 'points', maxSumPoints: 9, maxPoints: 4 },
      points({ a: 7 }),
      'from 1 to 4 points; you gave 7.',
    ],
    [{ type: 'points', maxSumPoints: 9 }, points({ a: 7, b: 5 }), 'you gave 12. Take 3 away.'],
    [{ type: 'points', maxSumPoints: 9, maxLength: 1 }, points({ a: 1, b: 1 }), 'you chose 2.'],
    [
      { type: 'score', minPoints: -3, maxPoints: 3 },
      points({ a: -4 }),
      'from −3 to 3 points; you gave −4.',
    ],
  ] as const)('says of %o in the refusal’s own words what is too much', (ballot, choices, said) => {
    expect(meter(ballot, choices as Choices).over).toContain(said)
  })

  test('is silent about what is only not finished yet', () => {
    expect(meter({ type: 'approval', minLength: 2, blank: false }, []).over).toBe('')
    expect(meter({ type: 'approval', minLength: 2 }, ids('a')).over).toBe('')
  })

  test('draws what is used up, and no line where nothing is', () => {
    expect(meter({ type: 'points', maxSumPoints: 10 }, points({ a: 4, b: 3 })).line).toEqual({
      pieces: [4, 3],
      full: 10,
    })
    expect(meter({ type: 'knapsack' }, ids('b', 'a')).line).toEqual({
      pieces: [1_000_000, 4_000_000],
      full: 7_500_000,
    })
    expect(meter({ type: 'approval' }, ids('a')).line).toBeUndefined()
  })
})
