import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/domain/rule.ts'
import { ruleNamed } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { NO_LIMITS } from '../../../src/domain/rules/limits.ts'
import {
  addReference,
  greedyReference,
  phragmenReference,
  type Small,
} from '../../support/reference/rules.ts'
import { anElection, CASES, contestOfSmall } from '../../support/small-elections.ts'

const shares = (worth: 'cost' | 'cardinality', floor: boolean, add: boolean) => (small: Small) =>
  addReference(small, { worth, floor, add })
const thenGreedy = (first: (small: Small) => readonly number[]) => (small: Small) =>
  greedyReference(small, { before: first(small) })

const REFERENCES: Readonly<Record<string, (small: Small) => readonly number[]>> = {
  greedy: (small) => greedyReference(small),
  'greedy-no-skip': (small) => greedyReference(small, { stop: true }),
  'greedy-per-cost': (small) => greedyReference(small, { perCost: true }),
  equalshares: shares('cost', false, false),
  'equalshares-cardinality': shares('cardinality', false, false),
  'equalshares/greedy': thenGreedy(shares('cost', false, false)),
  'equalshares/add1': shares('cost', true, true),
  'equalshares-cardinality/add1': shares('cardinality', true, true),
  'equalshares/add1u': thenGreedy(shares('cost', true, true)),
  phragmen: phragmenReference,
}

export function counted(small: Small, rule: Rule | undefined) {
  if (rule === undefined) throw new Error('no such rule')
  return countContest(contestOfSmall(small), { rule, limits: NO_LIMITS })
}

describe('every rule, beside a slow one in fractions that shares no code with it', () => {
  test.each(Object.entries(REFERENCES))(
    '%s funds the same in the same order',
    (name, reference) => {
      fc.assert(
        fc.property(anElection, (small) => {
          expect(counted(small, ruleNamed(name)).funded).toEqual(reference(small))
        }),
        { numRuns: CASES },
      )
    },
    3_600_000,
  )
})
