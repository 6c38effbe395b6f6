import { describe, expect, test } from 'vitest'
import { floorWarnings } from '../../src/commands/floor-warnings.ts'
import { aProposal, aRound } from '../support/builders.ts'

const seven = Array.from({ length: 7 }, (_, at) => aProposal(`p${at}`))

describe('floorWarnings', () => {
  test.each([
    [{ type: 'ranking' }, 249, /from 249 on; usual for this ballot is 250/],
    [{ type: 'points', maxSumPoints: 10 }, 5, /from 5 on; usual for this ballot is 250/],
    [{ type: 'approval' }, 49, /from 49 on; usual for this ballot is 50/],
  ])('warns of %j published from %i ballots on', (ballot, floor, words) => {
    const round = aRound({ ballot, publication: { floor } })
    expect(floorWarnings({ round, proposals: seven })).toEqual([expect.stringMatching(words)])
  })

  test.each([
    [{ type: 'ranking' }, { floor: 250 }],
    [{ type: 'ranking' }, {}],
    [{ type: 'approval' }, { floor: 50 }],
  ])('says nothing of %j with %j', (ballot, publication) => {
    const round = aRound({ ballot, publication })
    expect(floorWarnings({ round, proposals: seven })).toEqual([])
  })
})
