/**
 * The use case of each action.
 *
 * Pure. Invariant: an action without a use case does not compile, nor does one that is asked for without a
 * session and expects one. Decided in docs/decisions/0022.
 */
import type { OpenAction, SignedAction } from '../../domain/desk-action.ts'
import { activateCodes } from './activate-codes.ts'
import { beginConfirm } from './begin-confirm.ts'
import { beginPasskey } from './begin-passkey.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { beginSignUp } from './begin-sign-up.ts'
import { draftCodes } from './draft-codes.ts'
import { endSession } from './end-session.ts'
import { finishConfirm } from './finish-confirm.ts'
import { finishPasskey } from './finish-passkey.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { finishSignUp } from './finish-sign-up.ts'
import { invitePerson } from './invite-person.ts'
import { readInvitation } from './read-invitation.ts'
import { reissueCode } from './reissue-code.ts'
import { revokePerson } from './revoke-person.ts'
import { showRoundCodes } from './show-round-codes.ts'
import { showLog } from './show-log.ts'
import { showMe } from './show-me.ts'
import { showPeople } from './show-people.ts'
import { showToday } from './show-today.ts'
import { signOut } from './sign-out.ts'
import type { OpenUseCase, SignedUseCase } from './use-case.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

export const OPEN_USE_CASES: { readonly [Name in OpenAction]: OpenUseCase<Name> } = {
  'begin-sign-in': beginSignIn,
  'finish-sign-in': finishSignIn,
  'read-invitation': readInvitation,
  'begin-sign-up': beginSignUp,
  'finish-sign-up': finishSignUp,
}

export const SIGNED_USE_CASES: { readonly [Name in SignedAction]: SignedUseCase<Name> } = {
  'sign-out': signOut,
  'begin-confirm': beginConfirm,
  'finish-confirm': finishConfirm,
  'begin-passkey': beginPasskey,
  'finish-passkey': finishPasskey,
  'show-today': showToday,
  'show-log': showLog,
  'show-me': showMe,
  'show-people': showPeople,
  'invite-person': invitePerson,
  'withdraw-invitation': withdrawInvitation,
  'revoke-person': revokePerson,
  'end-session': endSession,
  'show-codes': showRoundCodes,
  'draft-codes': draftCodes,
  'activate-codes': activateCodes,
  'reissue-code': reissueCode,
}
