/**
 * What of a round may still be changed, by the state of its ballot boxes.
 *
 * Pure. Invariant: once voting was opened nothing changes what a ballot means, whether paper counts, nor when voting
 * is, nor cuts the time for complaints; the end of voting is moved in the boxes, where ballots are. Decided in docs/decisions/0003 and 0028.
 */
import type { BoxState } from './box-state.ts'
import { ballotDigest } from './digest.ts'
import type { RoundId } from './id.ts'
import { findPeriod, periodsOf, type Period } from './phase.ts'
import type { Proposal } from './proposal.ts'
import type { RoundText } from './round.ts'

/** Fields that are part of what was voted on, or of when. `voting` is the dates of the phase of that name. */
export const FROZEN_FIELDS = [
  ...['budget', 'areas.budget', 'ballot', 'rule', 'lot', 'publication.floor', 'halls', 'voting'],
  'paper',
] as const

/** The fields that cannot be changed any more; those that went astray can be brought back. */
export function frozenFields(state: BoxState, astray: readonly Frozen[] = []): readonly string[] {
  if (state === 'draft') return []
  return FROZEN_FIELDS.filter(
    (field) => !astray.includes(field === 'voting' || field === 'paper' ? field : 'ballot'),
  )
}

/** `paper`: whether ballots on paper count; no box knows it, so it cannot go astray. */
export type Frozen = 'ballot' | 'paper' | 'voting' | 'complaints'

/** What the boxes were opened with. */
export type Pinned = Pick<Period, 'startsAt' | 'endsAt'> & { readonly digest: string }

type Vote = { readonly proposals: readonly Proposal[]; readonly timeZone: string }

/**
 * What a change would touch that is frozen; undefined where it touches nothing. A way back to what the boxes were
 * opened with is always open: a change that was published just before the opening may have slipped past it.
 */
export function touchesFrozen(
  state: BoxState,
  id: RoundId,
  change: Vote & {
    readonly before: RoundText
    readonly after: RoundText
    /** Undefined where this store never knew the boxes. */
    readonly pinned: Pinned | undefined
  },
): Frozen | undefined {
  if (state === 'draft') return undefined
  const { before, after, proposals, pinned } = change
  const [was, is] = [before, after].map((round) => digestOf(round, id, proposals))
  const astray = pinned && fromPinned(after, id, { ...change, pinned })
  if (was !== is && (astray?.includes('ballot') ?? true)) return 'ballot'
  if (!isSameVoting(before, after) && (astray?.includes('voting') ?? true)) return 'voting'
  if (before.paper !== after.paper) return 'paper'
  const isCut = after.publication.complaintDays < before.publication.complaintDays
  return isCut ? 'complaints' : undefined
}

/** In what a round is not as the boxes were opened with it. */
export function fromPinned(
  round: RoundText,
  id: RoundId,
  { proposals, timeZone, pinned }: Vote & { readonly pinned: Pinned },
): readonly Frozen[] {
  const voting = findPeriod(periodsOf(round.phases, timeZone), 'voting')
  const isThen = voting?.startsAt === pinned.startsAt && voting.endsAt === pinned.endsAt
  const isBallot = digestOf(round, id, proposals) === pinned.digest
  return [...(isBallot ? [] : (['ballot'] as const)), ...(isThen ? [] : (['voting'] as const))]
}

/** Whether two states of a round vote at the same time. */
export function isSameVoting(one: RoundText, other: RoundText): boolean {
  return votingOf(one) === votingOf(other)
}

function digestOf(round: RoundText, id: RoundId, proposals: readonly Proposal[]): string {
  return ballotDigest({ ...round, id, body: '' }, proposals)
}

function votingOf({ phases }: RoundText): string {
  return phases
    .filter(({ phase }) => phase === 'voting')
    .map(({ from, to }) => `${from} ${to}`)
    .join()
}
