/**
 * Counted ballots: what a rule sees of a ballot, whatever its form: proposals, and points for each.
 *
 * Pure. Definition: a cross is one point. A place in a ranking gives the points of the round's scoring.
 * A stance gives one point for a proposal or takes one away. Invariant: the same choices give the same
 * points everywhere. Decided in docs/decisions/0011.
 */
import type { Ballot, BallotPaper } from './ballot.ts'
import { isCrosses, lengthsOf } from './ballot-form.ts'
import { proposalOf, type Choice } from './choices.ts'
import type { AreaId, ProposalId } from './id.ts'

export type CountedBallot = {
  readonly choices: readonly ProposalId[]
  /** As many as choices; whole numbers. Left out for crosses. */
  readonly points?: readonly number[]
  /** The voter's area, where areas that vote in one box share money of their own. */
  readonly area?: AreaId
}

/** All ballots of a box as a rule sees them. */
export function countedBallots(
  paper: BallotPaper,
  profile: readonly Ballot[],
): readonly CountedBallot[] {
  const { type } = paper.form
  const first = firstPlace(paper)
  return profile.map(({ choices }) => ({
    choices: choices.map(proposalOf),
    ...(isCrosses(type)
      ? {}
      : { points: choices.map((choice, place) => worthOf(choice, first - place)) }),
  }))
}

/** The points of the first place in a ranking. */
function firstPlace({ form, proposals }: BallotPaper): number {
  if (form.type !== 'ranking' || form.scoring === 'borda') return proposals.length
  return lengthsOf(form).maxLength ?? proposals.length
}

function worthOf(choice: Choice, ofPlace: number): number {
  if (typeof choice === 'string') return ofPlace
  if ('points' in choice) return choice.points
  return choice.stance === 'for' ? 1 : -1
}
