import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { allocate, countOptions } from '../../../src/domain/allocate.ts'
import { AllocationSchema } from '../../../src/domain/allocation.ts'
import { contestOf } from '../../../src/domain/paper-contest.ts'
import { ruleNamed, ruleName, RULE_NAMES } from '../../../src/domain/rule-name.ts'
import { PublishedRuleSchema } from '../../../src/domain/rule.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import {
  all,
  cost,
  idOf,
  isBelow,
  isBlocked,
  isExcluded,
  score,
  supporters,
  votes,
  type Small,
} from '../../support/reference/election.ts'
import {
  anElection,
  CASES,
  contestOfSmall,
  doorsOf,
  LONG,
  type Doors,
} from '../../support/small-elections.ts'
import { aCase, METHODS, renamed, type Case, type Method } from '../../support/small-rules.ts'

const NAMES = RULE_NAMES.flatMap((name) => [name, `${name}-comparison`])

function count({ paper, cast, facts }: Doors) {
  return countContest(contestOf(paper, cast, facts), countOptions(paper, facts))
}

function holds(method: Method, property: (given: Case) => void): void {
  fc.assert(fc.property(aCase(method), property), { numRuns: CASES })
}

/** The same election with its proposals in another order. */
function renumbered(small: Small, order: readonly number[]): Small {
  const at = <T>(list: readonly T[] = []) => order.flatMap((old) => list.slice(old, old + 1))
  return {
    ...small,
    costs: at(small.costs),
    lot: at(small.lot),
    ballots: small.ballots.map((ballot) => at(ballot)),
    themes: at(small.themes),
    areas: at(small.areas),
  }
}

/** Another order of the proposals of an election. */
function anOrder({ costs }: Small, seed: number): readonly number[] {
  const place = (at: number) => (at * 7 + seed) % 11
  return [...costs.keys()].toSorted((a, b) => place(a) - place(b))
}

describe.each(METHODS)('%s', (method) => {
  test(
    'never spends more than the budget, and no more on a proposal than it costs',
    () =>
      holds(method, ({ small, rule }) => {
        const { funded, paid } = count(doorsOf(small, rule))
        const spent = [...paid.values()].reduce((sum, each) => sum + each, 0)
        const counted = rule.method !== 'top-per-theme' || rule.withinBudget !== false
        if (counted) expect(spent).toBeLessThanOrEqual(small.budget)
        expect([...paid.keys()]).toEqual(funded)
        expect(new Set(funded).size).toBe(funded.length)
        const inPart = funded.filter((each) => (paid.get(each) ?? 0) !== cost(small, each))
        expect(inPart).toEqual(inPart.slice(0, 'partFunding' in rule && rule.partFunding ? 1 : 0))
        if (inPart.length > 0) expect(spent).toBe(small.budget)
      }),
    LONG,
  )

  test(
    'does not depend on the order of ballots or of proposals',
    () => {
      fc.assert(
        fc.property(aCase(method), fc.nat(), ({ small, rule }, seed) => {
          const order = anOrder(small, seed)
          const turned = renumbered(small, order)
          const mixed = {
            ...turned,
            ballots: turned.ballots.toReversed(),
            homes: turned.homes?.toReversed() ?? [],
          }
          const name = (at: number) => idOf(order[at] ?? at)
          const { funded, paid, comparison } = count(doorsOf(mixed, rule, name))
          const straight = count(doorsOf(small, rule))
          expect(funded.map((each) => order[each])).toEqual(straight.funded)
          expect([...paid.values()]).toEqual([...straight.paid.values()])
          expect(comparison).toEqual(straight.comparison)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'does not depend on ids, but where they stand for the lot',
    () => {
      fc.assert(
        fc.property(aCase(method), fc.nat(), ({ small, rule }, seed) => {
          const order = anOrder(small, seed)
          const name = (at: number) => `q${order.indexOf(at)}`
          const straight = doorsOf(small, rule)
          const other = doorsOf(small, renamed(rule, name), name)
          expect(count(other)).toEqual(count(straight))
          const [first, second] = [straight, other].map(({ facts, ...rest }) =>
            count({ ...rest, facts: { ...facts, lot: [] } }),
          )
          if (first?.lots.length === 0 && second?.lots.length === 0)
            expect(first.paid).toEqual(second.paid)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'keeps every limit, and funds nothing that most are against',
    () =>
      holds(method, ({ small, rule }) => {
        const { funded, comparison } = count(doorsOf(small, rule))
        funded.forEach((each, at) => {
          const before = funded.slice(0, at)
          expect(isExcluded(rule, funded, each)).toBe(false)
          expect(isBlocked(small, rule, before, each)).toBe(false)
          expect(isBelow(small, rule, each)).toBe(false)
        })
        if (rule.method === 'top-per-theme' && comparison?.kept !== 'greedy')
          for (const themed of Map.groupBy(funded, (each) => small.themes?.[each]).values())
            expect(themed.length).toBeLessThanOrEqual(rule.perTheme)
        if (rule.method === 'equalshares' || rule.method === 'phragmen') return
        for (const each of funded)
          expect(score(small, each)).toBeGreaterThanOrEqual(rule.fundWithoutVotes ? 0 : 1)
      }),
    LONG,
  )

  test(
    'gives every proposal one reason, and what is published of it can be read again',
    () =>
      holds(method, ({ small, rule }) => {
        const doors = doorsOf(small, rule)
        const { paid } = count(doors)
        const allocation = allocate(doors.paper, doors.cast, doors.facts)
        const ids = allocation.lines.map(({ proposal }) => proposal).toSorted()
        expect(ids).toEqual(all(small).map(idOf))
        const isFunded = (kind: string) => kind === 'funded' || kind === 'part-funded'
        const lines = allocation.lines.filter(({ reason }) => isFunded(reason.kind))
        expect(lines.map(({ proposal }) => proposal).toSorted()).toEqual(allocation.selected)
        expect(allocation.selected).toEqual([...paid.keys()].map(idOf).toSorted())
        const spent = [...paid.values()].reduce((sum, each) => sum + each, 0)
        expect([allocation.cost, allocation.leftover]).toEqual([spent, small.budget - spent])
        const read = v.parse(AllocationSchema, JSON.parse(JSON.stringify(allocation)))
        expect(read).toEqual(allocation)
        expect(v.parse(PublishedRuleSchema, JSON.parse(JSON.stringify(rule)))).toEqual(rule)
      }),
    LONG,
  )
})

describe('equal shares', () => {
  test(
    'never buys what nobody gave points',
    () =>
      holds('equalshares', ({ small, rule }) => {
        const { shares } = count(doorsOf(small, rule))
        for (const each of shares?.bought ?? [])
          expect(supporters(small, each).length).toBeGreaterThan(0)
      }),
    LONG,
  )

  test(
    'always buys a free proposal that has supporters, unless a limit keeps it out',
    () =>
      holds('equalshares', ({ small, rule }) => {
        const { shares } = count(doorsOf(small, rule))
        if (shares === undefined) return
        for (const each of all(small)) {
          const wanted = supporters(small, each).length > 0 && !isBelow(small, rule, each)
          if (cost(small, each) > 0 || !wanted || isBlocked(small, rule, shares.bought, each))
            continue
          expect(shares.bought).toContain(each)
        }
      }),
    LONG,
  )
})

describe('names and tallies', () => {
  test.each(NAMES)('%s names the rule that it is read from', (name) => {
    const rule = ruleNamed(name)
    expect(rule && ruleName(rule)).toBe(name)
  })

  test(
    'a contest holds the votes and points of the ballots',
    () => {
      fc.assert(
        fc.property(anElection, (small) => {
          const contest = contestOfSmall(small)
          small.costs.forEach((_, at) => {
            expect(contest.votes[at]).toBe(votes(small, at))
            expect(contest.score[at]).toBe(score(small, at))
          })
          expect(contest.voters).toBe(small.ballots.length)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})
