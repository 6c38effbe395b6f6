/**
 * Submission keys: the secret in a proposer's private link.
 *
 * Pure. Invariant: the inbox knows a submission by an id from which the link cannot be found.
 * Decided in docs/decisions/0005.
 */
import { toBase32 } from './encoding.ts'
import { hash } from './hash.ts'

/** The id under which the inbox keeps a submission: 16 letters. */
export function submissionId(round: string, key: string): string {
  return toBase32(hash('submission', round, key), 80)
}
