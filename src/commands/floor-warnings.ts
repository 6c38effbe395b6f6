/**
 * Warns the clerk of a round that publishes the ballots of smaller boxes than is usual.
 *
 * Pure. Invariant: it forbids nothing, for a council may set a floor of its own; it is said while the floor can
 * still be changed, before voting opens. Decided in docs/decisions/0011.
 */
import type { Proposal } from '../domain/proposal.ts'
import { publicationFloor, usualFloor } from '../domain/publication-floor.ts'
import type { Round } from '../domain/round.ts'

/** One line, or none. */
export function floorWarnings({
  round,
  proposals,
}: {
  readonly round: Round
  readonly proposals: readonly Proposal[]
}): readonly string[] {
  const [own, usual] = [publicationFloor(round, proposals), usualFloor(round, proposals)]
  if (own >= usual) return []
  return [
    `LOOK      Single ballots are published from ${own} on; usual for this ballot is ${usual} or more. In a small box somebody who was promised a certain ballot can look for it. Raise publication.floor in round.md before voting opens, or leave it out.`,
  ]
}
