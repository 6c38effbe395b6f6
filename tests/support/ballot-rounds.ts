/**
 * One open round for each ballot type, made from the example's open round.
 *
 * Talks to a content folder. Invariant: nothing differs between the rounds but title, ballot and rule; and
 * in each of them one proposal has a title of long words, as German compounds are.
 */
import { commitAll } from '../../src/commands/commit-all.ts'
import { copyRound } from '../../src/commands/copy-round.ts'
import { OPEN_ROUND } from './running-site.ts'

/** The ballot of each round, by its id. */
export const BALLOT_ROUNDS = {
  'by-crosses': { type: 'approval', maxLength: 5 },
  'by-budget': { type: 'knapsack', minLength: 2, maxLength: 4 },
  'by-one': { type: 'choose-1' },
  'by-rank': { type: 'ranking', maxLength: 3 },
  'by-points': { type: 'points', maxSumPoints: 10, maxPoints: 8 },
  'by-score': { type: 'score', maxPoints: 5, maxLength: 6 },
  'by-wide-score': { type: 'score', minPoints: -10, maxPoints: 10 },
  'by-stance': { type: 'for-against', blank: false },
} as const

export type BallotRound = keyof typeof BALLOT_ROUNDS

/** The proposal with long words. */
export const LONG_TITLE = {
  id: 'cargo-bike',
  fields: { title: 'Straßenbeleuchtung Grundschulweg', language: 'de' },
} as const

/** Adds the rounds to the content and commits them. */
export async function addBallotRounds(contentDir: string): Promise<void> {
  for (const [to, ballot] of Object.entries(BALLOT_ROUNDS))
    await copyRound(contentDir, {
      ...{ from: OPEN_ROUND, to },
      fields: { title: `Voting ${to.replaceAll('-', ' ')}`, ballot },
      proposal: (id) => (id === LONG_TITLE.id ? LONG_TITLE.fields : {}),
    })
  await commitAll(contentDir, 'A round for each ballot type')
}
