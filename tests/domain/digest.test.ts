import { describe, expect, test } from 'vitest'
import { ballotDigest } from '../../src/domain/digest.ts'
import { aProposal, aRound } from '../support/builders.ts'

const park = aProposal('park')
const digest = ballotDigest(aRound(), [park])

describe('ballotDigest', () => {
  test.each([
    ['the cost of a proposal', aRound(), [aProposal('park', { cost: 10_001 })]],
    ['the title of a proposal', aRound(), [aProposal('park', { title: 'Another park' })]],
    ['one proposal more', aRound(), [park, aProposal('pool')]],
    [
      'a proposal withdrawn',
      aRound(),
      [aProposal('park', { standing: 'withdrawn', reason: 'No permit.' })],
    ],
    ['the budget', aRound({ budget: 75_001 }), [park]],
    ['the limits of the ballot', aRound({ ballot: { type: 'approval', maxLength: 3 } }), [park]],
    ['the rule', aRound({ rule: { method: 'greedy', fundWithoutVotes: true } }), [park]],
    ['the lot', aRound({ lot: { order: ['park'], drawn: 'In public.' } }), [park]],
    ['the publication floor', aRound({ publication: { floor: 60 } }), [park]],
  ])('changes with %s', (_, round, proposals) => {
    expect(ballotDigest(round, proposals)).not.toBe(digest)
  })

  test('does not change with dates, summaries, texts or the order of files', () => {
    const round = aRound({
      summary: 'Another summary.',
      phases: [{ phase: 'voting', from: '2027-05-03', to: '2027-06-16' }],
    })
    expect(ballotDigest(round, [aProposal('park', { summary: 'Another summary.' })])).toBe(digest)
    const pool = aProposal('pool')
    expect(ballotDigest(aRound(), [pool, park])).toBe(ballotDigest(aRound(), [park, pool]))
  })
})
