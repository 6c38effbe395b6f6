/**
 * Danish, in the shape of the English dictionary.
 *
 * Pure. Invariant: a sentence that is missing here does not compile. Decided in docs/decisions/0008.
 */
import { ballot } from './da/ballot.ts'
import { checkElection, checking, codeUsed, findReceipt } from './da/checking.ts'
import { codes } from './da/codes.ts'
import { desk } from './da/desk.ts'
import { boxStates } from './da/box-states.ts'
import { clerkRefusals, deskRefusals } from './da/desk-refusals.ts'
import { deskRounds } from './da/desk-rounds.ts'
import { deskSubmissions } from './da/desk-submissions.ts'
import { list, mine } from './da/finding.ts'
import { follow } from './da/following.ts'
import { kiosk } from './da/kiosk.ts'
import { letter } from './da/letter.ts'
import { fieldFaults, fields, propose, submission } from './da/proposing.ts'
import { home, moments, nav, phases, proposal, proposals, round, site } from './da/reading.ts'
import { reasons } from './da/reasons.ts'
import { record } from './da/record.ts'
import { paperBallot } from './da/paper-ballot.ts'
import { hallRefusals } from './da/hall-refusals.ts'
import { paperRefusals } from './da/paper-refusals.ts'
import { roundRefusals } from './da/round-refusals.ts'
import { faults, refusals } from './da/refusals.ts'
import { beside, pictures, result } from './da/result.ts'
import { roundChoices } from './da/round-choices.ts'
import { roundTemplates } from './da/round-templates.ts'
import { rules } from './da/rules.ts'
import { places, poster, share } from './da/sharing.ts'
import { texts } from './da/texts.ts'
import { ballotKinds, check, receipt, vote } from './da/voting.ts'
import type { Dictionary } from './en.ts'

export const da: Dictionary = {
  ...{ site, nav, phases, moments, home, round, proposals, proposal, record },
  ...{ list, mine, share, poster, places },
  ...{ result, reasons, rules, pictures, beside },
  ...{ ballot, ballotKinds, vote, check, receipt, kiosk },
  ...{ checking, findReceipt, codeUsed, checkElection, follow },
  ...{ propose, fields, fieldFaults, submission },
  ...{ codes, letter, paperBallot, texts },
  ...{ refusals, faults },
  ...{
    desk,
    deskSubmissions,
    ...{ deskRounds, roundChoices, roundTemplates },
    boxStates,
    deskRefusals,
    clerkRefusals: { ...clerkRefusals, ...paperRefusals, ...hallRefusals, ...roundRefusals },
  },
}
