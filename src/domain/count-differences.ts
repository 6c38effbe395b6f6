/**
 * Count differences: what a count found that result.json, or a file made by a count, says otherwise.
 *
 * Pure. Invariant: whatever was published of the count is counted or verified again where the ballots are
 * there. Decided in docs/decisions/0006.
 */
import type { AllocateFacts } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import type { BallotPaper } from './ballot.ts'
import type { CountedBallot } from './counted-ballot.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Difference } from './difference.ts'
import { compareWith } from './other-rule.ts'
import { certificateFault, certificateName } from './published-certificate.ts'
import { sameAllocation, type PoolResult } from './snapshot.ts'
import type { SnapshotTexts } from './snapshot-texts.ts'
import type { Tally } from './tally.ts'

/** The outcome and the numbers of ballots. */
export function countDifferences(
  { allocation: published, ballots: said }: PoolResult,
  { tally, allocation }: { readonly tally: Tally; readonly allocation: Allocation },
): readonly Difference[] {
  const found = { recorded: tally.ballots, blank: tally.blank }
  const same = found.recorded === said.recorded && found.blank === said.blank
  return [
    ...(sameAllocation(allocation, published) ? [] : [{ kind: 'outcome' } as const]),
    ...(same ? [] : [{ kind: 'ballots', said, found } as const]),
  ]
}

type Counted = {
  readonly paper: BallotPaper
  readonly profile: readonly CountedBallot[]
  readonly facts: AllocateFacts
  readonly allocation: Allocation
}

/** What was said of another rule, and the certificate, which is verified without counting. */
export function ballotDifferences(
  { certificates }: SnapshotTexts,
  { sideBySide }: PoolResult,
  { paper, profile: ballots, facts, allocation }: Counted,
): readonly Difference[] {
  const other = sideBySide && compareWith(sideBySide.rule, facts, { paper, ballots, allocation })
  const sameOther = !other || canonicalJson(other) === canonicalJson(sideBySide)
  const text = certificates.get(paper.pool)
  const claim = { paper, selected: allocation.selected }
  const why = text === undefined ? undefined : certificateFault(text, claim, ballots, facts)
  return [
    ...(sameOther ? [] : [{ kind: 'side-by-side' } as const]),
    ...(why === undefined
      ? []
      : [{ kind: 'certificate', file: certificateName(paper.pool), why } as const]),
  ]
}
