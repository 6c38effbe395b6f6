import { describe, expect, test } from 'vitest'
import { readContest } from '../../../src/domain/pabulib-contest.ts'
import { certifyContest } from '../../../src/domain/certify.ts'
import { ruleNamed, RULE_NAMES } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import type { Small } from '../../support/reference/election.ts'
import { reference } from '../../support/reference/rules.ts'
import { NO_LIMITS } from '../../../src/domain/rules/limits.ts'
import { contestOfSmall } from '../../support/small-elections.ts'

const NAMES = 'ABCDEFGHIJKL'

function electionOfWords(
  budget: number,
  costs: Readonly<Record<string, number>>,
  ballots: readonly string[],
  order = NAMES,
): Small {
  const ids = Object.keys(costs)
  return {
    budget: budget * 100,
    costs: ids.map((id) => (costs[id] ?? 0) * 100),
    ballots: ballots.map((words) => ids.map((id) => (words.includes(id) ? 1 : undefined))),
    lot: ids.map((id) => order.indexOf(id)),
  }
}

/** Counts costs in main units and ballots as words of letters: `count(100, { A: 50 }, ['A'], …)`. */
function count(
  budget: number,
  costs: Readonly<Record<string, number>>,
  ballots: readonly string[],
  name: string,
  options: { readonly lot?: string; readonly fields?: Record<string, unknown> } = {},
) {
  const ids = Object.keys(costs)
  const rule = ruleNamed(name, options.fields)
  if (rule === undefined) throw new Error(`no rule ${name}`)
  const contest = contestOfSmall(electionOfWords(budget, costs, ballots, options.lot))
  const outcome = countContest(contest, { rule, limits: NO_LIMITS })
  return { ...outcome, names: outcome.funded.map((each) => ids[each]).join('') }
}

describe('mistakes of other programs that are not made here', () => {
  test('fractions stay exact beyond 53 bits (1)', () => {
    // Every five of ten groups pay for a proposal together, the later ones with what is left of them.
    const sizes = [53, 59, 61, 67, 71, 73, 79, 83, 89, 97]
    const around = (at: number) =>
      Array.from({ length: 5 }, (_, step) => at + step).map((each) => each % 10)
    const ballots = sizes.flatMap((size, at) =>
      Array<string>(size).fill(
        around(at)
          .map((each) => NAMES[each])
          .join(''),
      ),
    )
    const costs = sizes.map((_, at) => {
      const voters = around(at + 6).reduce((sum, each) => sum + (sizes[each] ?? 0), 0)
      return [NAMES[at] ?? '', Math.round(voters * 0.204)] as const
    })
    const small = electionOfWords(732, Object.fromEntries(costs), ballots)
    const rule = ruleNamed('equalshares')
    if (rule === undefined) throw new Error('no such rule')
    const contest = contestOfSmall(small)
    const options = { rule, limits: NO_LIMITS }
    expect(countContest(contest, options).funded).toEqual(reference(small, rule).funded)
    const ids = small.costs.map((_, at) => NAMES[at] ?? '')
    const certificate = JSON.stringify(certifyContest(contest, options, { ids, areas: [] }))
    const numbers = [...certificate.matchAll(/"(\d+)"/g)].map(([, digits = '']) => BigInt(digits))
    expect(numbers.some((each) => each > 2n ** 53n)).toBe(true)
  })

  test('ends where a proposal without votes still fits (2)', () => {
    const { names, shares } = count(100, { A: 50, B: 40, C: 100 }, ['A', 'A'], 'equalshares/add1')
    expect(names).toBe('A')
    expect(shares?.steps).toBe(1)
  })

  test('goes on adding money where everything could be funded (3)', () => {
    const ballots = ['A', 'A', 'A', 'B']
    expect(count(100, { A: 50, B: 40 }, ballots, 'equalshares').names).toBe('A')
    expect(count(100, { A: 50, B: 40 }, ballots, 'equalshares/add1').names).toBe('AB')
  })

  test('asks also those voters who get nothing from one outcome (4)', () => {
    const costs = { A: 60, B: 20 }
    const ballots = ['A', 'A', 'B']
    expect(count(60, costs, ballots, 'greedy').names).toBe('A')
    expect(count(60, costs, ballots, 'equalshares').names).toBe('B')
    const { comparison, names } = count(60, costs, ballots, 'equalshares-comparison')
    expect(comparison).toEqual({ by: 'satisfaction', forRule: 1, forGreedy: 2, kept: 'greedy' })
    expect(names).toBe('A')
  })

  test('funds free proposals that have supporters, and no others (5)', () => {
    expect(count(10, { A: 0, B: 0, C: 10 }, ['A', 'AC'], 'equalshares').names).toBe('A')
  })

  test('lets the lot decide by its first, not by the first that is looked at (6)', () => {
    const costs = { A: 40, B: 40, C: 40 }
    for (const lot of ['ABC', 'BCA', 'CAB', 'CBA']) {
      const { names, lots } = count(60, costs, ['ABC', 'ABC'], 'equalshares', { lot })
      expect(names).toBe(lot.slice(0, 1))
      expect(lots).toHaveLength(1)
    }
  })

  test('buys what its supporters can pay to the last fraction (7)', () => {
    for (const voters of [3, 7, 49, 107]) {
      const { names } = count(1, { A: 1 }, Array<string>(voters).fill('A'), 'equalshares')
      expect(names).toBe('A')
    }
  })

  test('counts hundreds of winners over hundreds of starts without a growing store (8)', () => {
    const winners = 300
    const indices = [...Array(winners).keys()]
    // Voter n wants what costs n, and n from 151 on is bought once that much was added up.
    const contest = contestOfSmall({
      budget: indices.reduce((sum, at) => sum + (at + 1) * 100, 0),
      costs: indices.map((at) => (at + 1) * 100),
      ballots: indices.map((voter) => indices.map((at) => (at === voter ? 1 : undefined))),
      lot: indices,
    })
    const rule = ruleNamed('equalshares/add1')
    if (rule === undefined) throw new Error('no such rule')
    const { funded, shares } = countContest(contest, { rule, limits: NO_LIMITS })
    expect(funded).toHaveLength(winners)
    expect(shares?.steps).toBe(151)
    expect(process.memoryUsage().heapUsed).toBeLessThan(500 * 1024 * 1024)
  })

  test('leaves its inputs as they are, so that a second count is the same (9)', () => {
    const ballots = ['AB', 'BC', 'AC', 'C']
    const contest = contestOfSmall(electionOfWords(90, { A: 30, B: 31, C: 32 }, ballots))
    const before = structuredClone(contest)
    for (const name of RULE_NAMES) {
      const rule = ruleNamed(name)
      if (rule === undefined) throw new Error(`no rule ${name}`)
      const first = countContest(contest, { rule, limits: NO_LIMITS })
      expect(countContest(contest, { rule, limits: NO_LIMITS })).toEqual(first)
    }
    expect(contest).toEqual(before)
  })

  test('reads a quoted line break, ids in any column, and points as points (10)', () => {
    const text = [
      'META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;10\nvote_type;cumulative\nmax_sum_points;5',
      'PROJECTS\nname;cost;project_id\n"Two\nlines";6;A\nOther;5;B',
      'VOTES\nvoter_id;points;vote\n1;1,4;"A,B"\n2;3;A',
    ].join('\n')
    const { contest, ids, reading } = readContest(new TextEncoder().encode(text))
    expect(ids).toEqual(['A', 'B'])
    expect(reading).toBe('points')
    expect([...contest.score]).toEqual([4, 4])
    expect([...contest.votes]).toEqual([2, 1])
  })
})
