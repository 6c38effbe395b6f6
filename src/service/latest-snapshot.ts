/**
 * Finds the newest snapshot of a round at the head of the publishing branch.
 *
 * Talks to the publisher. Invariant: what is published is asked of the branch, never remembered.
 * Decided in docs/decisions/0006.
 */
import type { RoundId } from '../domain/id.ts'
import { readSnapshot, type Snapshot } from '../domain/snapshot.ts'
import type { Ports } from './ports.ts'

/** Undefined where nothing is published yet. */
export async function latestSnapshot(
  { publisher }: Pick<Ports, 'publisher'>,
  round: RoundId,
): Promise<Snapshot | undefined> {
  const head = await publisher.head('content')
  if (head === undefined) return undefined
  let latest: Snapshot | undefined
  for (let n = 1; ; n++) {
    const text = await publisher.read(head, `rounds/${round}/results/${n}/result.json`)
    if (text === undefined) return latest
    latest = readSnapshot(text).snapshot
  }
}
