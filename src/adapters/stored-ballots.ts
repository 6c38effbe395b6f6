/**
 * The rule of either store about reading ballots: not before the box was closed.
 *
 * Pure. Invariant: a state that is not known is not closed. Decided in docs/decisions/0002.
 */
import type { BoxState } from '../domain/box-state.ts'
import type { RoundId } from '../domain/id.ts'

const CLOSED: readonly string[] = [
  'closed',
  'sealed',
  'published',
  'purged',
] satisfies readonly BoxState[]

/** Whether ballots may be read in this state; `undefined` and `null` stand for a round never opened. */
export function isClosed(state: string | undefined | null): boolean {
  return CLOSED.includes(state ?? 'draft')
}

/** The fault of reading too early: a mistake of the software, never of a person. */
export function notClosed(round: RoundId): Error {
  return new Error(`the ballot box of ${round} is not closed: its ballots are not read`)
}
