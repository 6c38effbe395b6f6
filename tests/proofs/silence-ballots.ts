/**
 * Twin ballots of every type: the same voters choose as little as they can, or much and otherwise.
 *
 * Pure. Invariant: both twins have as many ballots, and each is valid.
 */

export const PROPOSALS = ['bench', 'park', 'pool', 'very-long-name-of-a-library'] as const

/** 26: a checkpoint is written at 25, and one more ballot comes after it. */
const VOTERS = 26

type Ballot = readonly unknown[]

export type TwinBallots = {
  readonly type: string
  readonly ballot: object
  readonly little: readonly Ballot[]
  readonly much: readonly Ballot[]
}

function each(make: (at: number) => Ballot): readonly Ballot[] {
  return Array.from({ length: VOTERS }, (_, at) => make(at))
}

const all = [...PROPOSALS]
const points = (...given: readonly number[]) =>
  given.flatMap((number, at) => (number === 0 ? [] : [{ proposal: PROPOSALS[at], points: number }]))
const stances = (...given: readonly ('for' | 'against')[]) =>
  given.map((stance, at) => ({ proposal: PROPOSALS[at], stance }))

export const TWINS: readonly TwinBallots[] = [
  {
    type: 'approval',
    ballot: { type: 'approval' },
    little: each(() => []),
    much: each((at) => (at % 3 === 0 ? all : ['pool', PROPOSALS[3]])),
  },
  {
    type: 'knapsack',
    ballot: { type: 'knapsack' },
    little: each(() => ['bench']),
    much: each(() => all),
  },
  {
    type: 'choose-1',
    ballot: { type: 'choose-1' },
    little: each(() => ['park']),
    much: each(() => [PROPOSALS[3]]),
  },
  {
    type: 'ranking',
    ballot: { type: 'ranking', maxLength: 4 },
    little: each(() => ['bench']),
    much: each((at) => (at % 2 === 0 ? all.toReversed() : all)),
  },
  {
    type: 'points',
    ballot: { type: 'points', maxSumPoints: 100 },
    little: each(() => points(1)),
    much: each(() => points(10, 20, 30, 40)),
  },
  {
    type: 'score',
    ballot: { type: 'score', minPoints: -10, maxPoints: 10 },
    little: each(() => points(1)),
    much: each(() => points(-10, -10, 10, -10)),
  },
  {
    type: 'for-against',
    ballot: { type: 'for-against' },
    little: each(() => stances('for')),
    much: each(() => stances('against', 'against', 'for', 'against')),
  },
]
