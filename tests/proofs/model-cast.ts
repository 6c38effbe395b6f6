/**
 * The one atomic step of the model, and what a voter is told afterwards.
 *
 * Pure. Invariant: the order of the tests is the protocol's.
 */
import { OPENING, type Attempt, type State } from './model-world.ts'

/** Mistakes that a product could have; the model without any is the product as it stands. */
export const MISTAKES = [
  'checks and writes in two steps',
  'knows no retry',
  'reads the box before it is closed',
  'tells a late voter no before the close',
  'looks only once after the close',
  'calls an open round over',
  'tells a paused voter no',
  'hands out a reserve letter before the reissue',
] as const

export type Mistake = (typeof MISTAKES)[number]

export type Outcome =
  | 'recorded'
  | 'token-unknown'
  | 'token-revoked'
  | 'token-used'
  | 'first-choices-stand'
  | 'voting-paused'
  | 'round-not-voting'
  | 'nonce-taken'

export function retryOf({ nonce, choices }: Attempt): string {
  return `${nonce} ${choices}`
}

/** Undefined where the ballot may be written. */
export function checkCast(
  state: State,
  attempt: Attempt,
  { now, mistake }: { readonly now: number; readonly mistake: Mistake | undefined },
): Outcome | undefined {
  const mark = state.marks[attempt.token] ?? ''
  const isTaken = state.box[attempt.nonce] !== ''
  const isRetry = mark === `used ${retryOf(attempt)}` && mistake !== 'knows no retry'
  if (isRetry) return 'recorded'
  if (mark.startsWith('used')) return isTaken ? 'first-choices-stand' : 'token-used'
  if (mark === 'revoked') return 'token-revoked'
  if (mark !== 'live') return 'token-unknown'
  if (state.round === 'paused') return 'voting-paused'
  if (state.round !== 'open' || now < OPENING || now >= state.end) return 'round-not-voting'
  return isTaken ? 'nonce-taken' : undefined
}

/** The mark is used and the ballot lies in the box. */
export function writeCast(state: State, attempt: Attempt, number: number): State {
  const isTaken = state.box[attempt.nonce] !== ''
  return {
    ...state,
    marks: state.marks.with(attempt.token, `used ${retryOf(attempt)}`),
    box: isTaken ? state.box : state.box.with(attempt.nonce, String(number)),
  }
}

/** `again`: nothing certain yet, send it once more or come back. `late`: look at the dates first. */
export function answerOf(outcome: Outcome, mistake: Mistake | undefined): string {
  if (outcome === 'recorded') return 'answer recorded'
  if (outcome === 'round-not-voting') return 'late'
  if (outcome === 'voting-paused' && mistake !== 'tells a paused voter no') return 'answer again'
  return 'answer no'
}

/** What is said from the round as it was read, and the clock: whether voting is over for good. */
export function explain(
  { isOpen, end }: { readonly isOpen: boolean; readonly end: number },
  now: number,
  mistake: Mistake | undefined,
): string {
  if (now < OPENING) return 'answer again'
  const isAgain =
    isOpen &&
    !(mistake === 'tells a late voter no before the close' && now >= end) &&
    !(mistake === 'calls an open round over' && now < end)
  if (isAgain) return 'answer again'
  return mistake === 'looks only once after the close' ? 'answer no' : 'look'
}
