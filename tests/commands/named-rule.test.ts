import { describe, expect, test } from 'vitest'
import { namedRule } from '../../src/commands/named-rule.ts'

describe('namedRule', () => {
  test('reads options as round.md writes them', () => {
    expect(namedRule('equalshares/add1', { start: 'exact', increment: '2.50' })).toMatchObject({
      ...{ method: 'equalshares', completion: 'add1', start: 'exact', increment: 250 },
    })
  })

  test.each(['highest', 'constructor', 'greedy/add1'])(
    'names the rules that there are where %s is none',
    (name) => {
      expect(() => namedRule(name, {})).toThrow(
        `There is no rule "${name}". Known are greedy, greedy-no-skip,`,
      )
    },
  )

  test.each([
    ['greedy', { start: 'floor' }, 'The rule greedy has no option --start.'],
    ['phragmen', { minVotes: 2 }, 'The rule phragmen has no option --min-votes.'],
    ['equalshares', { start: 'often' }, '--start "often": write exact or floor.'],
    ['equalshares/add1', { increment: '-1' }, '--increment "-1": write an amount in main units'],
    ['equalshares/add1', { increment: '0' }, '--increment "0": write more than 0.'],
    ['top-per-theme', { perTheme: 'x' }, '--per-theme "x": write a whole number.'],
    ['greedy-threshold', { minVotes: 0 }, '--min-votes "0": write one or more.'],
    ['greedy', { exclusive: [['a']] }, '--exclusive "a": name two or more proposals.'],
    ['greedy-exclusive', { exclusive: [['a']] }, '--exclusive "a": name two or more proposals.'],
  ])('says what is wrong with %s %j', (name, fields, sentence) => {
    expect(() => namedRule(name, fields)).toThrow(sentence)
  })
})
