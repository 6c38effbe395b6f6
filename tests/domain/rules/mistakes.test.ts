import { describe, expect, test } from 'vitest'
import { readContest } from '../../../src/domain/pabulib-contest.ts'
import { ruleNamed } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { add, q } from '../../support/reference/fraction.ts'
import { NO_LIMITS } from '../../../src/domain/rules/limits.ts'
import { contestOfSmall } from '../../support/small-elections.ts'

const NAMES = 'ABCDEFGHIJ'

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
  const order = options.lot ?? NAMES
  const contest = contestOfSmall({
    budget: budget * 100,
    costs: ids.map((id) => (costs[id] ?? 0) * 100),
    ballots: ballots.map((words) => ids.map((id) => (words.includes(id) ? 1 : undefined))),
    lot: ids.map((id) => order.indexOf(id)),
  })
  const outcome = countContest(contest, { rule, limits: NO_LIMITS })
  return { ...outcome, names: outcome.funded.map((each) => ids[each]).join('') }
}

describe('mistakes of other programs that are not made here', () => {
  test('fractions stay exact beyond 53 bits (1)', () => {
    const sum = [9973, 9967, 9949, 9941, 9931].map((each) => q(1, each)).reduce(add)
    expect(sum[1]).toBe(9973n * 9967n * 9949n * 9941n * 9931n)
    // Payments with these denominators decide between two proposals of almost the same value.
    const ballots = [...Array(97).fill('AB'), ...Array(89).fill('BC'), ...Array(83).fill('AC')]
    const { names, shares } = count(1000, { A: 331, B: 337, C: 347 }, ballots, 'equalshares')
    expect(names).toBe('BA')
    expect(shares?.endowment.denominator).toBe(269n)
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

  test('counts hundreds of winners and runs without recursion or a growing store (8)', () => {
    const costs = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`${at}`, 1]))
    const ids = Object.keys(costs)
    const contest = contestOfSmall({
      budget: 60_000,
      costs: ids.map(() => 100),
      ballots: Array.from({ length: 600 }, (_, voter) =>
        ids.map((_, at) => (at === voter ? 1 : undefined)),
      ),
      lot: ids.map((_, at) => at),
    })
    const rule = ruleNamed('equalshares/add1')
    if (rule === undefined) throw new Error('no such rule')
    expect(countContest(contest, { rule, limits: NO_LIMITS }).funded).toHaveLength(600)
  })

  test('leaves its inputs as they are, so that a second count is the same (9)', () => {
    const ballots = ['AB', 'BC', 'AC', 'C']
    const first = count(90, { A: 30, B: 31, C: 32 }, ballots, 'equalshares')
    expect(first.names.length).toBeGreaterThan(0)
    expect(count(90, { A: 30, B: 31, C: 32 }, ballots, 'equalshares')).toEqual(first)
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
