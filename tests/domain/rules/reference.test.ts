import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOptions } from '../../../src/domain/allocate.ts'
import { contestOf } from '../../../src/domain/paper-contest.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { reference } from '../../support/reference/rules.ts'
import { CASES, doorsOf, LONG } from '../../support/small-elections.ts'
import { aCase, METHODS } from '../../support/small-rules.ts'

describe('every rule with every option, beside a slow one in fractions that shares no code with it', () => {
  test.each(METHODS)(
    '%s funds the same in the same order, and pays the same',
    (method) => {
      fc.assert(
        fc.property(aCase(method), ({ small, rule }) => {
          const { paper, cast, facts } = doorsOf(small, rule)
          const outcome = countContest(contestOf(paper, cast, facts), countOptions(paper, facts))
          const slow = reference(small, rule)
          expect(outcome.funded).toEqual(slow.funded)
          expect(outcome.paid).toEqual(slow.paid)
          expect(outcome.shares?.extra).toBe(slow.extra)
          expect(outcome.comparison?.forRule).toBe(slow.forRule)
          expect(outcome.comparison?.forGreedy).toBe(slow.forGreedy)
          const kinds = outcome.turns.map(({ proposal, outcome: { kind } }) => [proposal, kind])
          expect(new Map(kinds as [number, string][])).toEqual(slow.kinds)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})
