/**
 * Tallies: the votes of every proposal, before any rule.
 *
 * Pure. Invariant: the order of the ballots does not matter.
 * Decided in docs/decisions/0006.
 */
import type { BallotPaper } from './ballot.ts'
import type { CountedBallot } from './counted-ballot.ts'
import type { ProposalId } from './id.ts'

export type Tally = {
  readonly ballots: number
  readonly blank: number
  /** How many ballots name each proposal. */
  readonly votes: ReadonlyMap<ProposalId, number>
  /** The points of each proposal, where ballots give points. */
  readonly score?: ReadonlyMap<ProposalId, number>
}

/** Counts votes and points of each proposal of the paper. Throws on a ballot that is not of this paper. */
export function tally(paper: BallotPaper, profile: readonly CountedBallot[]): Tally {
  const votes = new Map(paper.proposals.map(({ id }) => [id, 0]))
  const score = new Map(votes)
  for (const { choices, points } of profile) {
    choices.forEach((id, at) => {
      const before = votes.get(id)
      if (before === undefined)
        throw new RangeError('a ballot names a proposal that is not on the paper')
      votes.set(id, before + 1)
      score.set(id, (score.get(id) ?? 0) + (points?.[at] ?? 1))
    })
  }
  const blank = profile.filter(({ choices }) => choices.length === 0).length
  const pointed = profile.some(({ points }) => points !== undefined)
  return { ballots: profile.length, blank, votes, ...(pointed ? { score } : {}) }
}
