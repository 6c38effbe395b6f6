/**
 * A process that sends in proposals at the instants that the test names; started by race.ts.
 *
 * Talks to the store under test. Invariant: it has nothing in common with the test but the store.
 * Decided in docs/decisions/0002.
 */
import type { StoredSubmission } from '../../src/domain/submission.ts'
import { serveAtBarrier } from './at-barrier.ts'

serveAtBarrier<{ readonly submission: StoredSubmission; readonly most: number }>(
  ({ inbox }, { submission, most }) => inbox.add(submission, most),
)
