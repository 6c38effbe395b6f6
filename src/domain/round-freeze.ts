/**
 * What of a round may still be changed, by the state of its ballot boxes.
 *
 * Pure. Invariant: once voting was opened nothing changes what a ballot means, nor when voting is; the end of
 * voting is moved in the boxes, where ballots are. Decided in docs/decisions/0003 and 0028.
 */
import type { BoxState } from './box-state.ts'
import { ballotDigest } from './digest.ts'
import type { RoundId } from './id.ts'
import type { Proposal } from './proposal.ts'
import type { RoundText } from './round.ts'

/** Fields that are part of what was voted on, or of when. `voting` is the dates of the phase of that name. */
export const FROZEN_FIELDS = [
  ...['budget', 'areas.budget', 'ballot', 'rule', 'lot', 'publication.floor', 'halls', 'voting'],
] as const

/** The fields that cannot be changed any more. */
export function frozenFields(state: BoxState): readonly string[] {
  return state === 'draft' ? [] : FROZEN_FIELDS
}

export type Frozen = 'ballot' | 'voting'

/** What a change would touch that is frozen; undefined where it touches nothing. */
export function touchesFrozen(
  state: BoxState,
  id: RoundId,
  {
    before,
    after,
    proposals,
  }: {
    readonly before: RoundText
    readonly after: RoundText
    readonly proposals: readonly Proposal[]
  },
): Frozen | undefined {
  if (state === 'draft') return undefined
  const [was, is] = [before, after].map((round) =>
    ballotDigest({ ...round, id, body: '' }, proposals),
  )
  if (was !== is) return 'ballot'
  return votingOf(before) === votingOf(after) ? undefined : 'voting'
}

function votingOf({ phases }: RoundText): string {
  return phases
    .filter(({ phase }) => phase === 'voting')
    .map(({ from, to }) => `${from} ${to}`)
    .join()
}
