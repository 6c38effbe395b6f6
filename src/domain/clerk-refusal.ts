/**
 * Clerk refusals: why a step of running a round cannot be taken now.
 *
 * Pure. Invariant: the list is closed; each code has a sentence where clerks meet it.
 * Decided in docs/decisions/0001.
 */
import { err, type Err } from './result.ts'

export const CLERK_REFUSAL_CODES = [
  'round-unknown',
  'round-without-vote',
  'area-unknown',
  'lot-not-drawn',
  'lot-drawn',
  'lot-incomplete',
  'ballot-impossible',
  'no-codes',
  'box-without-codes',
  'codes-of-no-box',
  'codes-changed',
  'codes-frozen',
  'state-wrong',
  'end-not-later',
  'end-too-late',
  'before-end',
  'reason-missing',
  'board-behind',
  'not-reconciled',
  'no-final-result',
  'before-complaints',
  'serial-not-live',
  'no-reserve',
  'serial-unknown',
  'paper-unused',
  'paper-waiting',
  'paper-ended',
  'stub-unknown',
  'stub-revoked',
  'stub-used',
  'stub-held',
  'stub-other-area',
  'stub-not-held',
  'batch-unknown',
  'batch-taken',
  'batch-state',
  'batch-full',
  'batch-too-small',
  'batch-changed',
  'sheets-differ',
  'sheets-open',
  'sheets-unsettled',
  'sheet-unknown',
  'sheet-typed-twice',
  'sheet-settled',
  'third-person-needed',
  'blank-is-ballot',
  'ballot-differs',
  'submission-unknown',
  'submission-not-waiting',
  'submission-changed',
  'edition-invalid',
  'picture-missing',
  'merge-circular',
  'id-taken',
  'changed-meanwhile',
  'round-invalid',
  'entry-invalid',
  'cost-frozen',
  'not-delivered',
  'round-frozen',
  'voting-frozen',
  'complaints-frozen',
  'deploy-pending',
  'files-unreadable',
  ...['hall-unknown', 'hall-not-here', 'hall-counts-elsewhere', 'halls-out', 'hall-settled'],
  ...[
    'hall-file-unreadable',
    'hall-file-other-round',
    'hall-file-changed',
    'hall-file-other-box',
    'hall-file-rehearsal',
    'hall-codes-twice',
    'hall-other-ballot',
    'hall-prepare-again',
    'hall-begun',
  ],
] as const

export type ClerkRefusalCode = (typeof CLERK_REFUSAL_CODES)[number]

export type ClerkRefusal = {
  readonly code: ClerkRefusalCode
  readonly details: Readonly<Record<string, string | number>>
}

/** Makes a clerk refusal ready to be returned. */
export function refuseClerk(
  code: ClerkRefusalCode,
  details: ClerkRefusal['details'] = {},
): Err<ClerkRefusal> {
  return err({ code, details })
}
