/**
 * The publication floor: how many ballots a box must hold before they are published one by one.
 *
 * Pure. Invariant: a ballot that could be told from all others by its own voter, or by somebody who was
 * promised it, is only published among many. Decided in docs/decisions/0011.
 */
import { pointLimits, type BallotForm } from './ballot-form.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { poolsOf, type Round } from './round.ts'

/** Where ballots are crosses. */
const FLOOR = 50

/** Where a ballot can be as good as a signature: many ways to fill it in. */
const SIGNATURE_FLOOR = 250

/** Above either of these, one voter's order or marks can be like nobody else's. */
const FEW_PROPOSALS = 6
const FEW_MARKS = 11

/** What the round says, or else by its ballot. */
export function publicationFloor(round: Round, proposals: readonly Proposal[]): number {
  return round.publication.floor ?? usualFloor(round, proposals)
}

/** From how many ballots on they are published where the round says nothing. */
export function usualFloor(round: Round, proposals: readonly Proposal[]): number {
  const { ballot } = round
  const most = Math.max(...poolsOf(round).map((pool) => onBallot(proposals, round, pool).length))
  return ballot && isSignature(ballot, most) ? SIGNATURE_FLOOR : FLOOR
}

/** The most that the usual floor can be with such ballots, however many proposals come. */
export function highestUsualFloor(ballot: BallotForm): number {
  return isSignature(ballot, Infinity) ? SIGNATURE_FLOOR : FLOOR
}

function isSignature(ballot: BallotForm, proposals: number): boolean {
  const limits = pointLimits(ballot)
  if (limits && limits.most - limits.least >= FEW_MARKS) return true
  return (limits !== undefined || ballot.type === 'ranking') && proposals > FEW_PROPOSALS
}
