/**
 * Tallies: the votes of every proposal, before any rule.
 *
 * Pure. Invariant: the order of the ballots does not matter.
 * Decided in docs/decisions/0006.
 */
import type { BallotPaper, Profile } from './ballot.ts'
import type { ProposalId } from './id.ts'

export type Tally = {
  readonly ballots: number
  readonly blank: number
  readonly votes: ReadonlyMap<ProposalId, number>
}

/** Counts how many ballots approve each proposal of the paper. Throws on a ballot that is not of this paper. */
export function tally(paper: BallotPaper, profile: Profile): Tally {
  const votes = new Map(paper.proposals.map(({ id }) => [id, 0]))
  for (const { choices } of profile) {
    for (const id of choices) {
      const before = votes.get(id)
      if (before === undefined)
        throw new RangeError('a ballot names a proposal that is not on the paper')
      votes.set(id, before + 1)
    }
  }
  const blank = profile.filter(({ choices }) => choices.length === 0).length
  return { ballots: profile.length, blank, votes }
}
