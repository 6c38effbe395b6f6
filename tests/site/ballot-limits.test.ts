import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/domain/council.ts'
import { WHOLE } from '../../src/domain/id.ts'
import { ballotSentence, ballotView } from '../../src/site/ballot-view.ts'
import { aProposal, aReader, aRound, aRoundPage } from './site-data.ts'

const viewOf = (ballot: unknown, language: (typeof LANGUAGES)[number] = 'en') =>
  ballotView(aRoundPage(aRound({ ballot }), [aProposal('a')]), WHOLE, aReader(language))

describe('limitsOf', () => {
  test.each([
    [{ type: 'approval', maxLength: 5 }, ''],
    [{ type: 'knapsack', maxLength: 1 }, 'Choose no more than one proposal.'],
    [
      { type: 'knapsack', minLength: 2, maxLength: 4 },
      'Choose no more than 4 proposals. Choose at least 2 proposals, or hand in a blank ballot.',
    ],
    [
      { type: 'ranking', minLength: 3, blank: false },
      'Choose at least 3 proposals. The ballot cannot be blank.',
    ],
    [
      { type: 'points', maxSumPoints: 10, maxPoints: 4, maxLength: 5 },
      'One proposal can get no more than 4 points. You can give points to no more than 5 proposals.',
    ],
    [{ type: 'points', maxSumPoints: 10, maxPoints: 10 }, ''],
    [
      { type: 'score', maxPoints: 5, maxLength: 3 },
      'You can give points to no more than 3 proposals.',
    ],
    [{ type: 'for-against', maxLength: 6 }, 'Choose no more than 6 proposals.'],
    [{ type: 'choose-1', blank: false }, 'The ballot cannot be blank.'],
  ])('says of %o what the lede does not', (ballot, said) => {
    expect(viewOf(ballot)?.limits).toBe(said)
  })

  test.each(LANGUAGES)('has a sentence for each in %s', (language) => {
    const ballot = { type: 'points', maxSumPoints: 9, maxPoints: 2, minLength: 2, maxLength: 4 }
    for (const blank of [true, false])
      expect(viewOf({ ...ballot, blank }, language)?.limits).toMatch(
        /^[^<>]+2[^<>]+4[^<>]+2[^<>]+\.$/,
      )
  })
})

describe('the words of a ballot', () => {
  test.each(LANGUAGES)('speak of one as one, and write a real minus, in %s', (language) => {
    const reader = aReader(language)
    for (const ballot of [
      { type: 'approval', maxLength: 1 },
      { type: 'ranking', maxLength: 1 },
      { type: 'points', maxSumPoints: 1 },
    ])
      expect(viewOf(ballot, language)?.lede).not.toContain('1')
    const score = { type: 'score', minPoints: -10, maxPoints: 10 }
    expect(viewOf(score, language)?.lede).toContain('−10')
    expect(ballotSentence(aRound({ ballot: score }), reader)).toContain('−10')
    expect(reader.words.ballot.points(-3)).toMatch(/^−3 /)
  })
})
