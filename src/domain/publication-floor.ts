/**
 * The publication floor: how many ballots a box must hold before they are published one by one.
 *
 * Pure. Invariant: a ballot that could be told from all others by its own voter, or by somebody who was
 * promised it, is only published among many. Decided in docs/decisions/0011.
 */
import type { BallotForm } from './ballot-form.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { poolsOf, type Round } from './round.ts'

/** Where ballots are crosses. */
const FLOOR = 50

/** Where a ballot can be as good as a signature: many ways to fill it in. */
const SIGNATURE_FLOOR = 250

/** Up to here there are few enough orders and marks. */
const FEW_PROPOSALS = 6

/** What the round says, or else by its ballot. */
export function publicationFloor(round: Round, proposals: readonly Proposal[]): number {
  const { publication, ballot } = round
  if (publication.floor !== undefined) return publication.floor
  const most = Math.max(...poolsOf(round).map((pool) => onBallot(proposals, round, pool).length))
  return ballot && isSignature(ballot) && most > FEW_PROPOSALS ? SIGNATURE_FLOOR : FLOOR
}

function isSignature({ type }: BallotForm): boolean {
  return type === 'points' || type === 'score' || type === 'ranking'
}
