/**
 * Keeps a checked submission in the inbox, under a private link of its own.
 *
 * Talks to inbox and randomness. Invariant: the secret of the link is told to whoever asks for this, and is
 * stored nowhere. Decided in docs/decisions/0005.
 */
import { toBase64url } from '../domain/encoding.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { MOST_WAITING, type StoredSubmission, type Submission } from '../domain/submission.ts'
import { submissionId } from '../domain/submission-key.ts'
import type { Ports, RoundContent } from './ports.ts'

export type Accepted = {
  /** The secret of the private link; stored nowhere. */
  readonly key: string
  readonly stored: StoredSubmission
}

/** Puts a checked submission into the inbox under a link of its own. */
export async function keepSubmission(
  ports: Ports,
  { round }: RoundContent,
  submission: Submission,
): Promise<Result<Accepted, Refusal>> {
  const key = toBase64url(ports.random.bytes(16))
  const stored: StoredSubmission = {
    id: submissionId(round.id, key),
    round: round.id,
    receivedAt: ports.clock.now(),
    state: 'waiting',
    submission,
    edition: undefined,
    reason: undefined,
    proposal: undefined,
  }
  const kept = await ports.inbox.add(stored, MOST_WAITING)
  return kept ? ok({ key, stored }) : refuse('inbox-full')
}
