/**
 * Log words: everything that a line of the log can say.
 *
 * Pure. Invariant: the vocabulary is closed. No line holds a code, a mark, a ballot, a receipt or an
 * address, because there is no field for it and no word of it. Decided in docs/decisions/0014.
 */
import type { ClerkRefusalCode } from './clerk-refusal.ts'
import type { RefusalCode } from './refusal.ts'

export const LOG_EVENTS = [
  ...['advance-rounds', 'cast-ballot', 'publish-results', 'show-opening', 'show-submission'],
  ...['submit-proposal', 'withdraw-submission', 'show-revision', 'revise-submission', 'desk'],
  ...['cast-at-kiosk', 'show-kiosk'],
  ...['cast', 'cast-not-confirmed', 'codes-guessed'],
  ...['checkpoint-written', 'board-behind', 'paper-boxed', 'contacts-forgotten'],
  ...['round-open', 'round-extend', 'round-close', 'round-seal', 'round-purge'],
  ...['round-not-open', 'round-not-extend', 'round-not-close', 'round-not-seal', 'round-not-purge'],
  ...['result-published', 'result-already', 'result-refused', 'result-not-published'],
  ...['numbers-differ'],
  ...['host-failed', 'function-failed', 'schedule-failed', 'afterwards-failed'],
] as const

/** What happened. */
export type LogEvent = (typeof LOG_EVENTS)[number]

export type LogFields = {
  /** The platform's own id of a request. */
  readonly request?: string
  readonly ms?: number
  readonly status?: number
  readonly outcome?: RefusalCode | 'recorded'
  readonly why?: ClerkRefusalCode
  readonly round?: string
  readonly n?: number
  /** Names of the rows of the reconciliation that do not hold, with a comma between them. */
  readonly rows?: string
  /** Name of a file in functions/. */
  readonly function?: string
}
