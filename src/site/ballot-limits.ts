/**
 * The limits of a ballot in sentences, for a voter who has not met them yet.
 *
 * Pure. Invariant: with the ballot's lede they name every limit of the form that checkBallot refuses by.
 * Decided in docs/decisions/0011.
 */
import { lengthsOf, type BallotForm } from '../domain/ballot-form.ts'
import type { Reader } from './reader.ts'

type Words = Reader['words']['vote']

/** The limits that the lede of the ballot leaves out. */
export function limitsOf(form: BallotForm, { words: { vote } }: Reader): readonly string[] {
  return [...mostOf(form, vote), ...leastOf(form, vote)]
}

function mostOf(form: BallotForm, words: Words): readonly string[] {
  const { maxLength } = lengthsOf(form)
  const most = (say: (most: number) => string) => (maxLength === undefined ? [] : [say(maxLength)])
  switch (form.type) {
    case 'approval':
    case 'choose-1':
    case 'ranking':
      return []
    case 'knapsack':
    case 'for-against':
      return most(words.atMost)
    case 'score':
      return most(words.atMostPoints)
    case 'points': {
      const { maxPoints, maxSumPoints } = form
      const each = maxPoints !== undefined && maxPoints < maxSumPoints
      return [...(each ? [words.pointsEach(maxPoints)] : []), ...most(words.atMostPoints)]
    }
  }
}

function leastOf(form: BallotForm, words: Words): readonly string[] {
  const { minLength } = lengthsOf(form)
  if (minLength > 1 && form.blank) return [words.atLeastOrBlank(minLength)]
  return [
    ...(minLength > 1 ? [words.atLeast(minLength)] : []),
    ...(form.blank ? [] : [words.notBlank]),
  ]
}
