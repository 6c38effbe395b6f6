import { expect, test } from 'vitest'
import { ballotPaper } from '../../src/domain/ballot.ts'
import { countPool } from '../../src/domain/counted-pool.ts'
import { WHOLE } from '../../src/domain/id.ts'
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
