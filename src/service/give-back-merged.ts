/**
 * Gives merged submissions back, where the one that they are part of does not go on.
 *
 * Talks to the inbox. Invariant: nothing is lost with a main submission; what was merged into it waits again.
 * Decided in docs/decisions/0023.
 */
import type { RoundId } from '../domain/id.ts'
import type { Ports } from './ports.ts'

/** To be called after each step that ends a submission; calling it twice is the same as once. */
export async function giveBackMerged(
  { inbox }: Pick<Ports, 'inbox'>,
  round: RoundId,
  main: string,
): Promise<void> {
  for (const { id, state, proposal } of await inbox.list(round))
    if (state === 'merged' && proposal === main)
      await inbox.decide(round, id, ['merged'], { state: 'waiting' })
}
