/**
 * The actions of the room of voting codes.
 *
 * Pure. Invariant: making codes ready and replacing one ask for the passkey again; no input has a field for a
 * code. Decided in docs/decisions/0024.
 */
import {
  ActivateCodesSchema,
  DraftCodesSchema,
  LookUpLetterSchema,
  ReissueCodeSchema,
  ShowCodesSchema,
} from '../token-registration.ts'
import type { DeskActions } from './action.ts'

export const CODE_ACTIONS = {
  'show-codes': { needs: 'clerk', fresh: false, logged: false, input: ShowCodesSchema },
  // Drafts can do nothing; what makes them ready is logged.
  'draft-codes': { needs: 'clerk', fresh: false, logged: false, input: DraftCodesSchema },
  'activate-codes': { needs: 'clerk', fresh: true, logged: true, input: ActivateCodesSchema },
  'look-up-letter': { needs: 'clerk', fresh: false, logged: true, input: LookUpLetterSchema },
  'reissue-code': { needs: 'clerk', fresh: true, logged: true, input: ReissueCodeSchema },
} as const satisfies DeskActions
