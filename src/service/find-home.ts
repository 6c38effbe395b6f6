/**
 * Finds out whose the boxes of a round are, where this store may know none.
 *
 * Talks to the publisher. Invariant: what another store was opened for is never called not open yet.
 * Decided in docs/decisions/0022.
 */
import { checkpointPath } from '../domain/checkpoint.ts'
import type { RoundId } from '../domain/id.ts'
import { findPeriod, type Period } from '../domain/phase.ts'
import { ifAnswered } from './if-answered.ts'
import type { BoxMeta, Ports } from './ports.ts'

export type BoxHome = 'here' | 'other' | 'none'

/**
 * `none` where this store has no boxes and voting is over, `other` where the board says that another store was
 * opened; else they are `here`, or will be.
 */
export async function findHome(
  { publisher, clock, hall }: Pick<Ports, 'publisher' | 'clock' | 'hall'>,
  round: RoundId,
  { meta, periods }: { readonly meta: BoxMeta | undefined; readonly periods: readonly Period[] },
): Promise<BoxHome> {
  if (meta !== undefined) return 'here'
  const voting = findPeriod(periods, 'voting')
  if (voting === undefined || clock.now() >= voting.endsAt) return 'none'
  if (clock.now() < voting.startsAt) return 'here'
  const opening = await ifAnswered(async () => {
    const board = await publisher.head('board')
    return board && publisher.read(board, checkpointPath(round, 0, hall?.id))
  })
  return opening === undefined ? 'here' : 'other'
}
