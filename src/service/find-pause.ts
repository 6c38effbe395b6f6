/**
 * Why voting is paused, as everyone reads it on the board.
 *
 * Talks to the board. Invariant: what was made public, and nothing else. Decided in docs/decisions/0022.
 */
import type { RoundId } from '../domain/id.ts'
import type { Ports } from './ports.ts'

/** The reason of the newest pause; undefined where there was none. */
export async function findPause(
  { chain }: Pick<Ports, 'chain'>,
  round: RoundId,
): Promise<{ readonly reason: string } | undefined> {
  const { events } = await chain.survey(round, [])
  const newest = events.findLast((event) => event.kind === 'pause')
  return newest && { reason: newest.reason }
}
