/**
 * Finds the proposals of a round that have something to tell of their delivery.
 *
 * Talks to content, the ballot box and the publisher. Invariant: where a result is published, only what it funds
 * is among them. Decided in docs/decisions/0018.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { ProposalId, RoundId } from '../domain/id.ts'
import { periodsOf } from '../domain/phase.ts'
import type { Proposal } from '../domain/proposal.ts'
import { ok, type Result } from '../domain/result.ts'
import { latestSnapshot } from './latest-snapshot.ts'
import type { Ports } from './ports.ts'

/**
 * The funded ones, in the order of the result; of an older round, which was voted on elsewhere, all of its ballot;
 * of a round that is still under way, none.
 */
export async function findDelivered(
  ports: Ports,
  id: RoundId,
): Promise<Result<readonly Proposal[], ClerkRefusal>> {
  const content = await ports.content.round(id)
  if (content === undefined) return refuseClerk('round-unknown', { round: id })
  const { round, proposals } = content
  const result = await latestSnapshot(ports, id)
  if (result !== undefined) {
    const lines = result.pools.flatMap(({ allocation }) => allocation.lines)
    const funded = lines.filter(({ reason }) => GOT_MONEY.has(reason.kind))
    return ok(funded.flatMap((line) => proposals.filter((each) => each.id === line.proposal)))
  }
  const { timeZone } = await ports.content.council()
  const now = ports.clock.now()
  const isOver = periodsOf(round.phases, timeZone).every(({ endsAt }) => endsAt <= now)
  const isElsewhere = (await ports.box.meta(id)) === undefined
  return ok(isOver && isElsewhere ? proposals.filter(({ standing }) => standing === 'ballot') : [])
}

/** Refuses a proposal that has nothing to tell. */
export async function isDelivered(
  ports: Ports,
  { round, proposal }: { readonly round: RoundId; readonly proposal: ProposalId },
): Promise<Result<true, ClerkRefusal>> {
  const delivered = await findDelivered(ports, round)
  if (!delivered.ok) return delivered
  return delivered.value.some(({ id }) => id === proposal) ? ok(true) : refuseClerk('not-delivered')
}

const GOT_MONEY: ReadonlySet<string> = new Set(['funded', 'part-funded'])
