/**
 * Finds a submission that somebody decides on, as they read it.
 *
 * Talks to the inbox. Invariant: what has changed since it was shown is not decided on.
 * Decided in docs/decisions/0005.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { readingOf, type StoredSubmission } from '../domain/submission.ts'
import type { Ports } from './ports.ts'

/** `seen` names the text that was read, or is how that name begins, as a terminal prints it. */
export type ReadSubmission = { readonly id: string; readonly seen?: string | undefined }

/** The submission, still as it was read. */
export async function findRead(
  { inbox }: Pick<Ports, 'inbox'>,
  round: RoundId,
  { id, seen }: ReadSubmission,
): Promise<Result<StoredSubmission, ClerkRefusal>> {
  const stored = await inbox.find(round, id)
  if (stored === undefined) return refuseClerk('submission-unknown', { id })
  const isAsRead = seen === undefined || readingOf(stored).startsWith(seen)
  return isAsRead ? ok(stored) : refuseClerk('submission-changed')
}

/** The text of a submission, to be decided on only while it lies there. */
export function textOf({ submission, edition }: StoredSubmission) {
  return { submission, edition }
}
