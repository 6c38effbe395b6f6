/**
 * Readings: how the ballots of a file become points.
 *
 * Pure. Invariant: under `approval` every named proposal is one cross; under `points` it has the points of
 * the file; under `place-points` the first of a ranking gets maxLength points and each next one less.
 * Source: docs/counting.md, "Readings of a file". Decided in docs/decisions/0006.
 */

export const READINGS = ['approval', 'points', 'place-points'] as const
export type Reading = (typeof READINGS)[number]

/** The vote types of the .pb format. */
export const VOTE_TYPES = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const
export type VoteType = (typeof VOTE_TYPES)[number]

/** The reading that a vote type asks for. */
export function readingOf(type: VoteType): Reading {
  switch (type) {
    case 'approval':
    case 'choose-1':
      return 'approval'
    case 'ordinal':
      return 'place-points'
    case 'cumulative':
    case 'scoring':
      return 'points'
  }
}
