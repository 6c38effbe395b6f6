/**
 * Withdraws a submission at its proposer's wish.
 *
 * Talks to content, inbox and pictures. Invariant: only what no clerk has decided on can be withdrawn this way,
 * and nothing private is kept of it.
 * Decided in docs/decisions/0005.
 */
import { refuse, type Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { withoutContact, type StoredSubmission } from '../domain/submission.ts'
import { findSubmission } from './find-submission.ts'
import { forgetPictures } from './forget-pictures.ts'
import { giveBackMerged } from './give-back-merged.ts'
import type { Ports } from './ports.ts'

/** Answers the submission as it stands after the step; withdrawing twice is the same as once. */
export async function withdrawSubmission(
  ports: Ports,
  roundId: string,
  key: string,
): Promise<Result<StoredSubmission, Refusal>> {
  const found = await findSubmission(ports, roundId, key)
  if (!found.ok) return found
  const { round, id, submission } = found.value
  if (found.value.state === 'withdrawn') {
    // The first run may have broken off here.
    await giveBackMerged(ports, round, id)
    return found
  }
  const text = { submission: withoutContact(submission), edition: undefined }
  const decision = { state: 'withdrawn', text } as const
  const withdrawn = await ports.inbox.decide(round, id, ['waiting', 'changes-asked'], decision)
  await forgetPictures(ports, round, id)
  if (withdrawn) await giveBackMerged(ports, round, id)
  return withdrawn
    ? ok({ ...found.value, ...text, state: 'withdrawn' })
    : refuse('submission-decided')
}
