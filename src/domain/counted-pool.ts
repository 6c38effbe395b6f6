/**
 * A counted ballot box: its ballots, what the rule made of them, and what another rule would have done.
 *
 * Pure. Invariant: the same ballots in any order give the same count; another rule's outcome is only
 * told where the ballots themselves may be published. Decided in docs/decisions/0006.
 */
import { allocate } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import { ballotPaper, type BallotPaper } from './ballot.ts'
import type { OpenedBallot } from './ballot-record.ts'
import type { Certificate } from './certificate.ts'
import { certify } from './certify.ts'
import { countedBallots } from './counted-ballot.ts'
import { compareBytes, compareText } from './encoding.ts'
import type { Pool } from './id.ts'
import { lotOrder } from './lot.ts'
import { compareWith, otherRule, type PublishedSideBySide } from './other-rule.ts'
import type { Proposal } from './proposal.ts'
import { publicationFloor } from './publication-floor.ts'
import type { Round } from './round.ts'
import { tally, type Tally } from './tally.ts'
import { toldInSums } from './told-in-sums.ts'

export type CountedPool = {
  readonly paper: BallotPaper
  /** Sorted by commitment, which says nothing about who or when. */
  readonly ballots: readonly OpenedBallot[]
  /** Sorted by text. */
  readonly receipts: readonly string[]
  readonly tally: Tally
  readonly allocation: Allocation
  /** What another rule would have done; undefined below the publication floor. */
  readonly sideBySide?: PublishedSideBySide | undefined
  /** Who paid how much; undefined below the publication floor. */
  readonly certificate?: Certificate | undefined
}

export type PoolFacts = {
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly pool: Pool
  readonly ballots: readonly OpenedBallot[]
  readonly receipts: readonly string[]
}

/** Counts the ballots of one box by the round's rule. */
export function countPool({ round, proposals, pool, ...boxed }: PoolFacts): CountedPool {
  const paper = ballotPaper(round, proposals, pool)
  const ballots = boxed.ballots.toSorted((a, b) => compareBytes(a.commitment, b.commitment))
  const profile = countedBallots(
    paper,
    ballots.map(({ ballot }) => ballot),
  )
  const facts = { rule: round.rule, lot: lotOrder(round, proposals), places: proposals }
  const allocation = allocate(paper, profile, facts)
  const receipts = boxed.receipts.toSorted(compareText)
  const counted = { paper, ballots, receipts, allocation, tally: tally(paper, profile) }
  // Below the floor no file may say anything of single ballots, or of groups of them.
  if (ballots.length < publicationFloor(round, proposals))
    return { ...counted, allocation: toldInSums(allocation) }
  const other = otherRule(round.rule, allocation)
  return {
    ...counted,
    sideBySide: other && compareWith(other, facts, { paper, ballots: profile, allocation }),
    certificate: certify(paper, profile, facts),
  }
}
