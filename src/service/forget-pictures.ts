/**
 * Forgets the pictures that a submission no longer needs.
 *
 * Talks to the inbox and the store of pictures. Invariant: what is decided on keeps no picture in the store, and
 * what waits keeps those that its texts name. Decided in docs/decisions/0029.
 */
import type { RoundId } from '../domain/id.ts'
import { neededPictures } from '../domain/submission.ts'
import type { Ports } from './ports.ts'

/** To be called after each step that went through; the purge takes what a broken or refused one leaves. */
export async function forgetPictures(
  { inbox, pictures }: Pick<Ports, 'inbox' | 'pictures'>,
  round: RoundId,
  id: string,
): Promise<void> {
  const stored = await inbox.find(round, id)
  await pictures.keepOnly(round, id, stored === undefined ? [] : neededPictures(stored))
}
