/**
 * The use case of each action.
 *
 * Pure. Invariant: an action without a use case does not compile, nor does one that is asked for without a
 * session and expects one. Decided in docs/decisions/0022.
 */
import type { OpenAction, SignedAction } from '../../domain/desk-action.ts'
import { askProposer } from './ask-proposer.ts'
import { activateCodes } from './activate-codes.ts'
import { beginConfirm } from './begin-confirm.ts'
import { beginPasskey } from './begin-passkey.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { beginSignUp } from './begin-sign-up.ts'
import { certifyResult } from './certify-result.ts'
import { changePerson } from './change-person.ts'
import { closeVoting } from './close-voting.ts'
import { correctPublished } from './correct-published.ts'
import { draftCodes } from './draft-codes.ts'
import { endKiosk } from './end-kiosk.ts'
import { endSession } from './end-session.ts'
import { enterLot } from './enter-lot.ts'
import { enterSubmission } from './enter-submission.ts'
import { extendVoting } from './extend-voting.ts'
import { finishConfirm } from './finish-confirm.ts'
import { finishPasskey } from './finish-passkey.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { finishSignUp } from './finish-sign-up.ts'
import { giveUpBox } from './give-up-box.ts'
import { invitePerson } from './invite-person.ts'
import { keepEdition } from './keep-edition.ts'
import { mergeSimilar } from './merge-similar.ts'
import { lookAtBox } from './look-at-box.ts'
import { prepareHall } from './prepare-hall.ts'
import { previewRound } from './preview-round.ts'
import { publishChosen } from './publish-chosen.ts'
import { openKiosk } from './open-kiosk.ts'
import { publishRound } from './publish-round.ts'
import { openVoting } from './open-voting.ts'
import { pauseVoting } from './pause-voting.ts'
import { readInvitation } from './read-invitation.ts'
import { resumeVoting } from './resume-voting.ts'
import { showContact } from './show-contact.ts'
import { saveHallFile } from './save-hall-file.ts'
import { sealBoxes } from './seal-boxes.ts'
import { showCount } from './show-count.ts'
import { reissueCode } from './reissue-code.ts'
import { removePasskey } from './remove-passkey.ts'
import { revokePerson } from './revoke-person.ts'
import { showRound } from './show-round.ts'
import { showRounds } from './show-rounds.ts'
import { showRoundCodes } from './show-round-codes.ts'
import { showLetter } from './show-letter.ts'
import { showLog } from './show-log.ts'
import { showMe } from './show-me.ts'
import { showOtherRules } from './show-other-rules.ts'
import { showPeople } from './show-people.ts'
import { showPicture } from './show-picture.ts'
import { showSubmissions } from './show-submissions.ts'
import { showPublication } from './show-publication.ts'
import { showToday } from './show-today.ts'
import { showVoting } from './show-voting.ts'
import { signOut } from './sign-out.ts'
import { takeInBox } from './take-in-box.ts'
import { turnDown } from './turn-down.ts'
import { showPaper } from './show-paper.ts'
import { beginBatch } from './begin-batch.ts'
import { holdCode } from './hold-code.ts'
import { releaseCode } from './release-code.ts'
import { releaseCodes } from './release-codes.ts'
import { separateSheets } from './separate-sheets.ts'
import { showMyTyping } from './show-my-typing.ts'
import { typeSheet } from './type-sheet.ts'
import { compareTypings } from './compare-typings.ts'
import { showDifferences } from './show-differences.ts'
import { lookAgain } from './look-again.ts'
import { putInBox } from './put-in-box.ts'
import { postAssessment } from './post-assessment.ts'
import { postUpdate } from './post-update.ts'
import { showAssessments } from './show-assessments.ts'
import { showDelivery } from './show-delivery.ts'
import { takeBackAssessment } from './take-back-assessment.ts'
import { takeBackUpdate } from './take-back-update.ts'
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
  'change-person': changePerson,
  'revoke-person': revokePerson,
  'remove-passkey': removePasskey,
  'end-session': endSession,
  'show-rounds': showRounds,
  'show-round': showRound,
  'preview-round': previewRound,
  'publish-round': publishRound,
  'show-submissions': showSubmissions,
  'show-contact': showContact,
  'show-picture': showPicture,
  'ask-changes': askProposer,
  'reject-submission': turnDown,
  'edit-submission': keepEdition,
  'merge-submissions': mergeSimilar,
  'publish-submissions': publishChosen,
  'enter-submission': enterSubmission,
  'show-assessments': showAssessments,
  'post-assessment': postAssessment,
  'take-back-assessment': takeBackAssessment,
  'show-voting': showVoting,
  'enter-lot': enterLot,
  'open-voting': openVoting,
  'pause-voting': pauseVoting,
  'resume-voting': resumeVoting,
  'extend-voting': extendVoting,
  'close-voting': closeVoting,
  'open-kiosk': openKiosk,
  'end-kiosk': endKiosk,
  'show-count': showCount,
  'show-other-rules': showOtherRules,
  'show-publication': showPublication,
  'seal-boxes': sealBoxes,
  'certify-result': certifyResult,
  'correct-result': correctPublished,
  'prepare-hall': prepareHall,
  'save-hall-file': saveHallFile,
  'look-at-box': lookAtBox,
  'take-in-hall': takeInBox,
  'give-up-hall': giveUpBox,
  'show-codes': showRoundCodes,
  'draft-codes': draftCodes,
  'activate-codes': activateCodes,
  'look-up-letter': showLetter,
  'reissue-code': reissueCode,
  'show-paper': showPaper,
  'begin-batch': beginBatch,
  'hold-stub': holdCode,
  'release-stub': releaseCode,
  'release-batch': releaseCodes,
  'separate-batch': separateSheets,
  'show-typing': showMyTyping,
  'enter-sheet': typeSheet,
  'compare-batch': compareTypings,
  'show-differences': showDifferences,
  'settle-sheet': lookAgain,
  'box-batch': putInBox,
  'show-delivery': showDelivery,
  'post-update': postUpdate,
  'take-back-update': takeBackUpdate,
}
