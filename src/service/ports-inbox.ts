/**
 * The port of the inbox: what residents sent in, and what was decided about it.
 *
 * Types only; src/adapters makes it real. Invariant: a decision is taken from a state and a text that still
 * hold. Decided in docs/decisions/0005.
 */
import type { RoundId } from '../domain/id.ts'
import type { StoredSubmission, SubmissionState, SubmittedText } from '../domain/submission.ts'

/** Submissions that wait for a clerk. Private data lives here and nowhere else. */
export type Inbox = {
  /** False where `most` submissions of the round are already waiting, or four times as many are kept. */
  add(submission: StoredSubmission, most: number): Promise<boolean>
  find(round: RoundId, id: string): Promise<StoredSubmission | undefined>
  list(round: RoundId): Promise<readonly StoredSubmission[]>
  /** Changes the state if it is one of `from`, in one step; false where it is not, or where `seen` is not what lies there. */
  decide(
    round: RoundId,
    id: string,
    from: readonly SubmissionState[],
    decision: Decision,
  ): Promise<boolean>
}

/** What is not named stays as it is. */
export type Decision = Pick<StoredSubmission, 'state'> &
  Partial<{
    readonly reason: string
    readonly proposal: string
    /** Takes the place of the whole text. */
    readonly text: SubmittedText
    /** The text that whoever decides has read. */
    readonly seen: SubmittedText
  }>
