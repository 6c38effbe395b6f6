/**
 * The state of a round: that of its ballot boxes, or of its result where this store never knew the boxes.
 *
 * Talks to the ballot box and the publisher. Invariant: a round whose result is published is never a draft.
 * Decided in docs/decisions/0028.
 */
import type { BoxState } from '../domain/box-state.ts'
import type { RoundId } from '../domain/id.ts'
import type { Pinned } from '../domain/round-freeze.ts'
import { openFile } from './change-files.ts'
import type { Ports } from './ports.ts'

/** The state, and what the boxes were opened with, where this store knows them. */
export async function whatStands(
  ports: Ports,
  id: RoundId,
): Promise<{ readonly state: BoxState; readonly pinned: Pinned | undefined }> {
  const meta = await ports.box.meta(id)
  if (meta === undefined) return { state: await roundState(ports, id), pinned: undefined }
  const { state, digest, opensAt: startsAt, closesAt: endsAt } = meta
  return { state, pinned: { digest, startsAt, endsAt } }
}

/** `published` also for a round of another store, as an older one is. */
export async function roundState(ports: Ports, id: RoundId): Promise<BoxState> {
  const meta = await ports.box.meta(id)
  if (meta !== undefined) return meta.state
  const result = await openFile(ports, `rounds/${id}/result.md`)
  return result === undefined ? 'draft' : 'published'
}
