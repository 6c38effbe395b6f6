import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AllocationSchema, ReasonSchema } from '../../src/domain/allocation.ts'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { countPool } from '../../src/domain/counted-pool.ts'
import { WHOLE } from '../../src/domain/id.ts'
import { toldInSums } from '../../src/domain/told-in-sums.ts'
import { aProposal, aRound, ids } from '../support/builders.ts'

const BALLOTS = [['bench'], ['bench', 'park'], ['park'], ['park', 'pool'], ['pool']]

function counted(rule: object, floor: number) {
  const round = aRound({ rule, budget: 25_000, publication: { floor } })
  const proposals = [
    aProposal('bench'),
    aProposal('park', { cost: 8_000 }),
    aProposal('pool', { cost: 12_000 }),
  ]
  const { pool } = ballotPaper(round, proposals, WHOLE)
  const ballots = BALLOTS.map((choices) => ({
    ballot: { choices: ids(...choices) },
    commitment: new Uint8Array(32),
    salt: new Uint8Array(16),
  }))
  return countPool({ round, proposals, pool, ballots, receipts: [] }).allocation
}

test.each([
  [{ method: 'equalshares' }, /"supportersHave"|"shares"/],
  [{ method: 'equalshares', comparison: 'satisfaction' }, /"forRule"/],
  [{ method: 'phragmen' }, /"purse"/],
])(
  'toldInSums: a box below the floor tells the same outcome by %j without its payments',
  (rule, told) => {
    const [above, below] = [counted(rule, 5), counted(rule, 6)]
    expect(JSON.stringify(above)).toMatch(told)
    expect(JSON.stringify(below)).not.toMatch(
      /supportersHave|"shares"|"purse"|"forRule"|"forGreedy"/,
    )
    expect(below.selected).toEqual(above.selected)
    expect(below.lines.map(({ proposal, rank, reason }) => [proposal, rank, reason.kind])).toEqual(
      above.lines.map(({ proposal, rank, reason }) => [proposal, rank, reason.kind]),
    )
    expect(below.comparison?.kept).toEqual(above.comparison?.kept)
  },
)

/** Every kind of reason with all that it can hold. */
const REASONS = [
  { kind: 'funded', moneyBefore: 9, moneyAfter: 1 },
  { kind: 'part-funded', moneyBefore: 9, missing: 1 },
  { kind: 'does-not-fit', moneyBefore: 9, missing: 1 },
  { kind: 'no-votes' },
  { kind: 'outvoted' },
  { kind: 'supporters-short', moneyBefore: 9 },
  { kind: 'after-stop', moneyBefore: 9 },
  { kind: 'below-threshold', threshold: 3 },
  { kind: 'excluded', by: 'park' },
  { kind: 'over-cap', missing: 1, bound: 'money', most: 5, theme: 'play', area: 'north' },
]

/** The same with one field more in every object of it. */
function withNewFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewFields)
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).map(([key, member]) => [key, withNewFields(member)])
  return { ...Object.fromEntries(own), aNewField: 'a new field' }
}

test('toldInSums: a field that is added to a result one day is not told by itself, whatever is told now', () => {
  expect(REASONS.map(({ kind }) => kind)).toEqual(
    ReasonSchema.options.map(({ entries }) => entries.kind.literal),
  )
  const allocation = v.parse(AllocationSchema, {
    ...{ selected: ['park'], cost: 8, leftover: 1, lots: [['park', 'pool']] },
    lines: REASONS.map((reason, at) => ({
      ...{ proposal: `p${at}`, rank: at + 1, votes: 3, score: 2, cost: 4, reason },
    })),
    comparison: { by: 'exclusion', kept: 'rule' },
  })
  expect(toldInSums(allocation)).toEqual(allocation)
  const grown = Object.assign(allocation, withNewFields(allocation))
  expect(JSON.stringify(grown)).toContain('aNewField')
  expect(JSON.stringify(toldInSums(grown))).not.toContain('aNewField')
})
