import { describe, expect, test } from 'vitest'
import { checkBallot } from '../../src/domain/ballot.ts'
import { printTypedSheet, readTypedSheet, writingOf } from '../../src/domain/typed-sheet.ts'
import { aPaper, ids } from '../support/builders.ts'

const COSTS = { bench: 100, park: 200, pool: 300 }
const paperOf = (ballot: object) => aPaper(COSTS, { ballot })
const points = (proposal: string, given: number) => ({ proposal, points: given })

/** What is typed on a sheet of each type, and what it stands for. */
const TYPED = [
  [{ type: 'approval' }, '3 1', ids('pool', 'bench'), '1 3'],
  [{ type: 'knapsack' }, '1, 2', ids('bench', 'park'), '1 2'],
  [{ type: 'choose-1' }, ' 2 ', ids('park'), '2'],
  [{ type: 'ranking' }, '3 1 2', ids('pool', 'bench', 'park'), '3 1 2'],
  [
    { type: 'points', maxSumPoints: 6 },
    '3=2 1:4',
    [points('pool', 2), points('bench', 4)],
    '1=4 3=2',
  ],
  [
    { type: 'score', minPoints: -2, maxPoints: 5 },
    '2=-1 3*5',
    [points('park', -1), points('pool', 5)],
    '2=-1 3=5',
  ],
  [
    { type: 'for-against' },
    '1+ 3-',
    [
      { proposal: 'bench', stance: 'for' },
      { proposal: 'pool', stance: 'against' },
    ],
    '1+ 3-',
  ],
] as const

describe('readTypedSheet', () => {
  test.each(TYPED)(
    'reads a ballot of $type that the ballot takes',
    (ballot, text, choices, again) => {
      const paper = paperOf(ballot)
      const reading = readTypedSheet(text, paper)
      expect(reading).toEqual({ choices })
      if (!('choices' in reading)) throw new Error('no choices')
      const checked = checkBallot(reading.choices, paper)
      if (!checked.ok) throw new Error(checked.error.code)
      expect(printTypedSheet(checked.value.choices, paper)).toBe(again)
    },
  )

  test.each(TYPED)('names the part that is no choice of $type', (ballot, text) => {
    for (const wrong of ['4', '0', 'x', '1++', '4=1', '4+', '1=', '99999999'])
      expect(readTypedSheet(`${text} ${wrong}`, paperOf(ballot))).toEqual({ wrong })
  })

  test('takes 0 as a blank ballot, or as no ballot where none may be blank', () => {
    expect(readTypedSheet('0', paperOf({ type: 'approval' }))).toEqual({ choices: [] })
    expect(readTypedSheet('0', paperOf({ type: 'approval', blank: false }))).toEqual({
      invalid: 'blank',
    })
    expect(printTypedSheet([], paperOf({ type: 'approval' }))).toBe('0')
  })

  test('knows how each type is written', () => {
    const writings = TYPED.map(([ballot]) => writingOf(paperOf(ballot).form))
    expect(writings).toEqual([
      ...['crosses', 'crosses', 'crosses', 'ranking', 'points', 'points', 'stances'],
    ])
  })
})
