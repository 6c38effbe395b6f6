import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOptions } from '../../../src/domain/allocate.ts'
import { contestOf } from '../../../src/domain/paper-contest.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import type { Rule } from '../../../src/domain/rule.ts'
import { all, cost, score, votes, type Small } from '../../support/reference/election.ts'
import { reference } from '../../support/reference/rules.ts'
import { CASES, doorsOf, LONG } from '../../support/small-elections.ts'
import { aCase, METHODS } from '../../support/small-rules.ts'

const BY_TURN = METHODS.filter((method) => method !== 'equalshares' && method !== 'phragmen')

/** All orders of a few things. */
function orders<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things]
  return things.flatMap((first, at) =>
    orders(things.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  )
}

/** The proposals that would get another amount in some order of the lot among their equals. */
function decidedByLot(small: Small, rule: Rule): readonly number[] {
  const paid = (lot: readonly number[]) => reference({ ...small, lot }, rule).paid
  const own = paid(small.lot)
  const keyOf = (each: number) => [cost, votes, score].map((of) => of(small, each)).join()
  const groups = [...Map.groupBy(all(small), keyOf).values()]
  return groups.flatMap((equals) => {
    const places = equals.map((each) => small.lot[each] ?? 0)
    const others = orders(equals).map((order) => {
      const lot = [...small.lot]
      order.forEach((each, at) => (lot[each] = places[at] ?? 0))
      return paid(lot)
    })
    return equals.filter((each) => others.some((other) => other.get(each) !== own.get(each)))
  })
}

/** Whether no two limits can meet; a list of favourites is full of them. */
function haveOneLimit({ method, exclusive = [], caps = [] }: Rule): boolean {
  const limits = exclusive.length + caps.length
  return method === 'top-per-theme' ? limits === 0 : limits <= 1
}

describe('lots of rules by turn', () => {
  test.each(BY_TURN)(
    '%s names those whose outcome hangs on the order of their equals, and no others',
    (method) => {
      fc.assert(
        fc.property(aCase(method), ({ small, rule }) => {
          const plain: Rule = { ...rule, comparison: undefined }
          const { paper, cast, facts } = doorsOf(small, plain)
          const { lots } = countContest(contestOf(paper, cast, facts), countOptions(paper, facts))
          const named = [...new Set(lots.flat())].toSorted((a, b) => a - b)
          const decided = decidedByLot(small, plain).toSorted((a, b) => a - b)
          if (haveOneLimit(plain)) expect(named).toEqual(decided)
          else expect(decided).toEqual(expect.arrayContaining(named))
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})
