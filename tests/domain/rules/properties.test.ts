import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePabulib, printPabulib } from '../../../src/domain/pabulib.ts'
import { ruleNamed, ruleName, RULE_NAMES } from '../../../src/domain/rule-name.ts'
import { countContest } from '../../../src/domain/rules/count-contest.ts'
import { NO_LIMITS, type Limits } from '../../../src/domain/rules/limits.ts'
import { score, votes, type Small } from '../../support/reference/rules.ts'
import { anElection, CASES, contestOfSmall } from '../../support/small-elections.ts'

const LONG = 3_600_000
const NAMES = RULE_NAMES.flatMap((name) => [name, `${name}-comparison`])

function count(small: Small, name: string, limits: Limits = NO_LIMITS) {
  const rule = ruleNamed(name, name.startsWith('equalshares') ? { fundWithoutVotes: true } : {})
  if (rule === undefined) throw new Error(`no rule ${name}`)
  return countContest(contestOfSmall(small), { rule, limits })
}

/** The same election with its proposals in another order. */
function renumbered({ costs, ballots, lot, ...rest }: Small, order: readonly number[]): Small {
  const at = (places: readonly number[]) => order.map((old) => places[old] ?? 0)
  const moved = ballots.map((ballot) => order.map((old) => ballot[old]))
  return { ...rest, costs: at(costs), ballots: moved, lot: at(lot) }
}

describe.each(NAMES)('%s', (name) => {
  test(
    'never spends more than the budget, and says what each got',
    () => {
      fc.assert(
        fc.property(anElection, (small) => {
          const { funded, paid } = count(small, name)
          const spent = [...paid.values()].reduce((sum, each) => sum + each, 0)
          expect(spent).toBeLessThanOrEqual(small.budget)
          expect([...paid.keys()].toSorted()).toEqual([...funded].toSorted())
          expect(new Set(funded).size).toBe(funded.length)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'does not depend on the order of ballots or of proposals',
    () => {
      fc.assert(
        fc.property(anElection, fc.nat(), (small, seed) => {
          const order = small.costs
            .map((_, at) => at)
            .toSorted((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5))
          const turned = {
            ...renumbered(small, order),
            ballots: renumbered(small, order).ballots.toReversed(),
          }
          expect(count(turned, name).funded.map((each) => order[each])).toEqual(
            count(small, name).funded,
          )
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})

describe('equal shares', () => {
  test(
    'never buys what nobody gave points',
    () => {
      fc.assert(
        fc.property(anElection, (small) => {
          const { shares } = count(small, 'equalshares/add1u')
          for (const each of shares?.bought ?? [])
            expect(small.ballots.some((ballot) => (ballot[each] ?? 0) > 0)).toBe(true)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )

  test(
    'always funds a free proposal that has supporters',
    () => {
      fc.assert(
        fc.property(anElection, (small) => {
          const { funded } = count(small, 'equalshares')
          small.costs.forEach((cost, at) => {
            if (cost === 0 && small.ballots.some((ballot) => (ballot[at] ?? 0) > 0))
              expect(funded).toContain(at)
          })
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})

describe('limits', () => {
  test.each(RULE_NAMES)(
    'hold under %s',
    (name) => {
      fc.assert(
        fc.property(anElection, fc.nat(3000), (small, most) => {
          const all = small.costs.map((_, at) => at)
          const limits = {
            exclusive: [all.slice(0, 2)],
            caps: [{ proposals: all.slice(1), most, count: 2 }],
          }
          const { funded } = count(small, name, limits)
          const capped = funded.filter((each) => each > 0)
          expect(funded.filter((each) => each < 2).length).toBeLessThanOrEqual(1)
          expect(capped.length).toBeLessThanOrEqual(2)
          expect(
            capped.reduce((sum, each) => sum + (small.costs[each] ?? 0), 0),
          ).toBeLessThanOrEqual(most)
        }),
        { numRuns: CASES },
      )
    },
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

describe('.pb files', () => {
  const cell = fc
    .string({
      unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', ',', 'é', '7', ' '),
      maxLength: 8,
    })
    .map((text) => text.trim())

  test(
    'say the same when they are printed and read again',
    () => {
      fc.assert(
        fc.property(fc.array(cell, { maxLength: 5 }), fc.boolean(), (cells, mark) => {
          const file = {
            meta: { budget: '10', note: cells[0] ?? '', num_votes: '1' },
            projects: cells.map((name, at) => ({
              project_id: `p${at}`,
              cost: '1',
              name,
              own: name,
            })),
            votes: [{ voter_id: '1', vote: cells.map((_, at) => `p${at}`).join(',') }],
          }
          const text = `${mark ? '\uFEFF' : ''}${printPabulib(file)}`
          expect(parsePabulib(text)).toEqual(file)
        }),
        { numRuns: CASES },
      )
    },
    LONG,
  )
})
