/**
 * Dutch, in the shape of the English dictionary.
 *
 * Pure. Invariant: a sentence that is missing here does not compile. Decided in docs/decisions/0008.
 */
import { ballot } from './nl/ballot.ts'
import { checkElection, checking, codeUsed, findReceipt } from './nl/checking.ts'
import { codes } from './nl/codes.ts'
import { desk } from './nl/desk.ts'
import { boxStates } from './nl/box-states.ts'
import { clerkRefusals, deskRefusals } from './nl/desk-refusals.ts'
import { deskRounds } from './nl/desk-rounds.ts'
import { deskSubmissions } from './nl/desk-submissions.ts'
import { list, mine } from './nl/finding.ts'
import { follow } from './nl/following.ts'
import { kiosk } from './nl/kiosk.ts'
import { letter } from './nl/letter.ts'
import { fieldFaults, fields, propose, submission } from './nl/proposing.ts'
import { home, moments, nav, phases, proposal, proposals, round, site } from './nl/reading.ts'
import { reasons } from './nl/reasons.ts'
import { record } from './nl/record.ts'
import { paperBallot } from './nl/paper-ballot.ts'
import { hallRefusals } from './nl/hall-refusals.ts'
import { paperRefusals } from './nl/paper-refusals.ts'
import { roundRefusals } from './nl/round-refusals.ts'
import { faults, refusals } from './nl/refusals.ts'
import { beside, pictures, result } from './nl/result.ts'
import { roundChoices } from './nl/round-choices.ts'
import { roundTemplates } from './nl/round-templates.ts'
import { rules } from './nl/rules.ts'
import { places, poster, share } from './nl/sharing.ts'
import { texts } from './nl/texts.ts'
import { ballotKinds, check, receipt, vote } from './nl/voting.ts'
import type { Dictionary } from './en.ts'

export const nl: Dictionary = {
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
