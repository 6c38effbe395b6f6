import { describe, expect, test } from 'vitest'
import { allocate } from '../../../src/domain/allocate.ts'
import type { CountedBallot } from '../../../src/domain/counted-ballot.ts'
import { RULE_NAMES, ruleNamed } from '../../../src/domain/rule-name.ts'
import { aPaper, ids } from '../../support/builders.ts'

const [bench, park, pool, trees] = ids('bench', 'park', 'pool', 'trees') as [
  never,
  never,
  never,
  never,
]
const paper = aPaper(
  { bench: 10, park: 10, pool: 10, trees: 10 },
  { ballot: { type: 'for-against' }, budget: 1_000 },
)
const stances = (...given: readonly [never, 1 | -1][]): CountedBallot => ({
  choices: given.map(([id]) => id),
  points: given.map(([, points]) => points),
})

/** bench 2 for; park 4 for and 6 against; pool as many; trees only against. */
const ballots: readonly CountedBallot[] = [
  ...Array.from({ length: 2 }, () => stances([bench, 1], [park, 1], [pool, 1])),
  ...Array.from({ length: 2 }, () => stances([park, 1], [pool, -1])),
  ...Array.from({ length: 5 }, () => stances([park, -1])),
  stances([park, -1], [trees, -1]),
]

function rule(name: string) {
  const options = name.startsWith('phragmen') ? {} : { fundWithoutVotes: true }
  const found = ruleNamed(name, options)
  if (found === undefined) throw new Error(`no rule ${name}`)
  return found
}

describe('what more voters are against than for', () => {
  test.each(RULE_NAMES.flatMap((name) => [name, `${name}-comparison`]))(
    'is not funded by %s, whatever money is left',
    (name) => {
      const { selected, lines } = allocate(paper, ballots, { rule: rule(name), lot: [] })
      expect(selected).toContain('bench')
      for (const id of ['park', 'trees']) {
        expect(selected).not.toContain(id)
        expect(lines.find(({ proposal }) => proposal === id)?.reason.kind).toBe('outvoted')
      }
    },
  )

  test.each(['greedy', 'equalshares', 'phragmen'])(
    'leaves %s with nothing to fund where all are against',
    (name) => {
      const against = [stances([bench, -1]), stances([park, -1])]
      expect(allocate(paper, against, { rule: ruleNamed(name)!, lot: [] }).selected).toEqual([])
    },
  )
})
