import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, countOptions } from '../../../src/domain/allocate.ts'
import { certify } from '../../../src/domain/certify.ts'
import { NotCountable } from '../../../src/domain/countable.ts'
import { utf8 } from '../../../src/domain/encoding.ts'
import { contestOf } from '../../../src/domain/paper-contest.ts'
import { readContest } from '../../../src/domain/pabulib-contest.ts'
import { PabulibError } from '../../../src/domain/pabulib-scan.ts'
import { publishedElection } from '../../../src/domain/published-election.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { verifyCertificate } from '../../../src/domain/verify-certificate.ts'
import type { Small } from '../../support/reference/election.ts'
import { reference } from '../../support/reference/rules.ts'
import { CASES, doorsOf, LONG } from '../../support/small-elections.ts'
import { aCase, aRule, enlarged, METHODS, type Case } from '../../support/small-rules.ts'

const MOST = Number.MAX_SAFE_INTEGER

/** Rules of every kind, each with the options that make it work the hardest. */
const RULES: readonly Readonly<Record<string, unknown>>[] = [
  { method: 'greedy', fundWithoutVotes: true, partFunding: true },
  { method: 'greedy-no-skip' },
  { method: 'greedy-per-cost', comparison: 'exclusion' },
  { method: 'equalshares', completion: 'greedy', comparison: 'satisfaction' },
  { method: 'equalshares', utility: 'cardinality', completion: 'add1u' },
  { method: 'equalshares', completion: 'add1', caps: [{ count: 1_000_000 }] },
  { method: 'phragmen', exclusive: [['p0', 'p1']] },
  { method: 'top-per-theme', perTheme: 2, withinBudget: false },
]
const named = RULES.map((fields) => ({ fields, name: JSON.stringify(fields) }))

function small(fields: Partial<Small>): Small {
  const { costs = [100, 200] } = fields
  return {
    budget: 300,
    costs,
    ballots: [costs.map(() => 1)],
    lot: costs.map((_, at) => at),
    ...fields,
  }
}

function count(election: Small, fields: Readonly<Record<string, unknown>>) {
  const { paper, cast, facts } = doorsOf(election, aRule(fields))
  return allocate(paper, cast, facts)
}

describe.each(named)('$name, at its edges', ({ fields }) => {
  test.each<readonly [string, Partial<Small>]>([
    ['without voters', { ballots: [] }],
    ['with blank ballots only', { ballots: [[], [], []] }],
    ['without money', { budget: 0 }],
    ['without proposals', { costs: [], ballots: [[], []] }],
    [
      'where everything is free',
      {
        costs: [0, 0, 0],
        ballots: [
          [1, 1],
          [undefined, 1],
        ],
      },
    ],
    ['where everything is dearer than the budget', { costs: [301, 999] }],
    [
      'where all are against everything',
      {
        ballots: [
          [-1, -1],
          [-2, -MOST / 4 - 0.25],
        ],
      },
    ],
    [
      'with the largest points there are',
      {
        ballots: [
          [MOST, 1],
          [undefined, MOST - 1],
        ],
      },
    ],
    ['with the largest amounts there are', { budget: MOST, costs: [MOST - 1, 1] }],
  ])('counts %s, and certifies it', (_, election) => {
    const doors = doorsOf(small(election), aRule(fields))
    const { paper, cast, facts } = doors
    const { lines, cost, leftover } = allocate(paper, cast, facts)
    expect(lines).toHaveLength(paper.proposals.length)
    expect(cost + leftover).toBe(paper.budget)
    verifyCertificate(publishedElection(paper, cast, facts), certify(paper, cast, facts))
  })

  test('refuses what could not be added up exactly, in a sentence', () => {
    const refusal = (election: Partial<Small>) => () => count(small(election), fields)
    expect(
      refusal({
        ballots: [
          [MOST, 1],
          [1, 1],
        ],
      }),
    ).toThrow(
      new NotCountable(
        'The points for and against proposal 1 are more than 9007199254740991, too many to be added up exactly.',
      ),
    )
    expect(refusal({ costs: [MOST, 1] })).toThrow(
      'All proposals together cost more than 9007199254740991 hundredths',
    )
    expect(refusal({ ballots: [[0.5, 1]] })).toThrow('A ballot gives proposal 1 0.5 points')
    expect(refusal({ ballots: [[1, Number.NaN]] })).toThrow('A ballot gives proposal 2 NaN points')
  })
})

describe('options at their edges', () => {
  test('areas cannot share more than there is', () => {
    const shares = { method: 'equalshares', shares: { north: 100, south: 201 } }
    const doors = doorsOf(small({}), aRule(shares))
    expect(() => allocate(doors.paper, doors.cast, doors.facts)).toThrow(
      new NotCountable('The areas share 0.01 more than the budget of 3.'),
    )
  })

  test('a step of add1 cannot be nothing, or larger than can be added', () => {
    expect(() => aRule({ method: 'equalshares', increment: 0 })).toThrow('write more than 0')
    const steps = { method: 'equalshares', completion: 'add1', increment: MOST }
    expect(() => count(small({}), steps)).toThrow('Steps of 9007199254740991 hundredths')
  })

  test('groups of unknown proposals exclude nothing, and a cap of nothing lets in what is free', () => {
    const free = small({ costs: [0, 100] })
    const exclusive = {
      method: 'greedy',
      exclusive: [
        ['p7', 'p8'],
        ['p0', 'p9'],
      ],
    }
    expect(count(free, exclusive).selected).toEqual(['p0', 'p1'])
    expect(count(free, { method: 'greedy', caps: [{ cost: 0 }] }).selected).toEqual(['p0'])
  })

  test('steps of a hundredth to a fortune end, and the result says that the search did not', () => {
    const fortune = small({
      budget: 400_000_000_000,
      costs: [300_000_000_000, 50_000_000_000],
      ballots: [[1], [undefined, 1], [], []],
    })
    const rule = { method: 'equalshares', completion: 'add1', increment: 1 }
    expect(count(fortune, rule).shares).toMatchObject({ steps: 1_000_000, finished: false })
  })

  test('a search that did not end has no certificate that holds', () => {
    const election = small({ ballots: [[1], [undefined, 1], [], []] })
    const doors = (completion: string) =>
      doorsOf(election, aRule({ method: 'equalshares', completion, start: 'floor' }))
    const ended = doors('none')
    const adding = doors('add1')
    const plain = certify(ended.paper, ended.cast, ended.facts)
    const published = publishedElection(adding.paper, adding.cast, adding.facts)
    expect(() => verifyCertificate(published, plain)).toThrow(
      'p0 would still fit, and nothing shows that a step more is too much',
    )
  })
})

describe('many proposals on one ballot', () => {
  test.each(named)(
    '$name counts thousands of them, equal or not',
    ({ fields }) => {
      // Loads are looked at for every open proposal in every round.
      const size = fields['method'] === 'phragmen' && CASES <= 1_000 ? 2_000 : 10_000
      for (const more of [0, 1]) {
        const costs = Array.from({ length: size }, (_, at) => 100 + more * at)
        const budget = costs.reduce((sum, each) => sum + each, 0) - 1
        const { selected, lots } = count(small({ budget, costs }), fields)
        expect(selected.length).toBeGreaterThan(0)
        expect(lots.flat().length).toBeLessThanOrEqual(2 * size)
      }
    },
    LONG,
  )
})

describe('amounts and points of any size', () => {
  /** The case in a unit so large that sums come near to what a number holds, or go beyond. */
  const aUnit = fc.constantFrom(1, 2 ** 20 + 1, 2 ** 34 - 1, 2 ** 37 + 3, 2 ** 38 - 1)
  const aPoint = fc.constantFrom(1, 2 ** 20 + 1, 2 ** 46 - 1, 2 ** 49 + 1, 2 ** 50 - 1)
  const larger = ({ small: election, rule }: Case, unit: number, points: number): Case => ({
    small: {
      ...election,
      budget: election.budget * unit,
      costs: election.costs.map((each) => each * unit),
      ballots: election.ballots.map((ballot) => ballot.map((each) => each && each * points)),
    },
    rule: enlarged(rule, unit, points),
  })

  /** Whether a sum that the count makes is too large for a number. */
  const isTooLarge = ({ small: { budget, costs, ballots }, rule }: Case): boolean => {
    const sum = (amounts: readonly number[]) =>
      amounts.reduce((all, each) => all + BigInt(each), 0n)
    const given = costs.map((_, at) => sum(ballots.map((ballot) => Math.abs(ballot[at] ?? 0))))
    const step = rule.method === 'equalshares' ? (rule.increment ?? 0) : 0
    return [sum(costs), sum([budget, step]), ...given].some((each) => each > BigInt(MOST))
  }

  function countedOrRefused({ small: election, rule }: Case) {
    const { paper, cast, facts } = doorsOf(election, rule)
    try {
      return countContest(contestOf(paper, cast, facts), countOptions(paper, facts))
    } catch (fault) {
      if (fault instanceof NotCountable) return undefined
      throw fault
    }
  }

  test.each(METHODS)(
    'are counted by %s as the reference counts them, or refused where a sum is too large',
    (method) => {
      let refused = 0
      fc.assert(
        fc.property(aCase(method), aUnit, aPoint, (given, unit, points) => {
          const large = larger(given, unit, points)
          const outcome = countedOrRefused(large)
          const slow = reference(large.small, large.rule)
          refused += outcome === undefined ? 1 : 0
          expect(outcome === undefined).toBe(isTooLarge(large))
          expect(outcome?.funded ?? slow.funded).toEqual(slow.funded)
          expect(outcome?.paid ?? slow.paid).toEqual(slow.paid)
        }),
        { numRuns: CASES },
      )
      expect(refused).toBeGreaterThan(CASES / 50)
      expect(refused).toBeLessThan(CASES / 2)
    },
    LONG,
  )
})

describe('damaged .pb files', () => {
  const FILE = [
    'META',
    'key;value',
    'num_projects;3',
    'num_votes;3',
    'budget;1000.50',
    'vote_type;scoring',
    'default_score;0',
    'PROJECTS',
    'project_id;cost;name',
    'a;600;"A park; with ""swings"""',
    'b;400.25;Benches',
    'c;0;Flags',
    'VOTES',
    'voter_id;vote;points',
    '1;a,b;3,-1',
    '2;"c,a";"9,1"',
    '3;;',
    '',
  ].join('\n')
  const piece = fc.constantFrom(
    '',
    ';',
    '"',
    '\n',
    ',',
    '-',
    '9',
    '9999999999999',
    '.',
    'a',
    '\0',
    'VOTES',
    '1e9',
    '∞',
  )
  const damage = fc.array(fc.tuple(fc.nat(FILE.length), fc.nat(6), piece), {
    minLength: 1,
    maxLength: 4,
  })

  /** What was spent of the budget of a file that can be read; undefined where it is refused. */
  function spentOf(text: string): readonly [spent: number, budget: number] | undefined {
    const rule = aRule({ method: 'equalshares', completion: 'add1u', increment: 10_000 })
    try {
      const { contest } = readContest(utf8(text))
      const { paid } = countContest(contest, { rule, limits: { exclusive: [], caps: [] } })
      return [[...paid.values()].reduce((sum, each) => sum + each, 0), contest.budget]
    } catch (fault) {
      if (fault instanceof PabulibError || fault instanceof NotCountable) return undefined
      throw fault
    }
  }

  test(
    'are read, or refused in a sentence, and what is read can be counted',
    () => {
      let refused = 0
      fc.assert(
        fc.property(damage, (damages) => {
          const text = damages.reduce(
            (file, [at, length, put]) => file.slice(0, at) + put + file.slice(at + length),
            FILE,
          )
          const [spent, budget] = spentOf(text) ?? [0, -1]
          if (budget < 0) refused++
          else expect(spent).toBeLessThanOrEqual(budget)
        }),
        { numRuns: CASES },
      )
      expect(refused).toBeGreaterThan(CASES / 10)
      expect(refused).toBeLessThan(CASES * 0.9)
    },
    LONG,
  )
})
