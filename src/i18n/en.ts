/**
 * English, the first and complete dictionary; the other languages have its shape.
 *
 * Pure. Invariant: every sentence that a page shows stands in a dictionary.
 * Decided in docs/decisions/0008.
 */
import { ballot } from './en/ballot.ts'
import { checkElection, checking, codeUsed, findReceipt } from './en/checking.ts'
import { codes } from './en/codes.ts'
import { desk } from './en/desk.ts'
import { boxStates } from './en/box-states.ts'
import { clerkRefusals, deskRefusals } from './en/desk-refusals.ts'
import { deskRounds } from './en/desk-rounds.ts'
import { deskSubmissions } from './en/desk-submissions.ts'
import { list, mine } from './en/finding.ts'
import { follow } from './en/following.ts'
import { kiosk } from './en/kiosk.ts'
import { letter } from './en/letter.ts'
import { fieldFaults, fields, propose, submission } from './en/proposing.ts'
import { home, moments, nav, phases, proposal, proposals, round, site } from './en/reading.ts'
import { reasons } from './en/reasons.ts'
import { record } from './en/record.ts'
import { paperBallot } from './en/paper-ballot.ts'
import { hallRefusals } from './en/hall-refusals.ts'
import { paperRefusals } from './en/paper-refusals.ts'
import { roundRefusals } from './en/round-refusals.ts'
import { faults, refusals } from './en/refusals.ts'
import { beside, pictures, result } from './en/result.ts'
import { roundChoices } from './en/round-choices.ts'
import { roundTemplates } from './en/round-templates.ts'
import { rules } from './en/rules.ts'
import { places, poster, share } from './en/sharing.ts'
import { texts } from './en/texts.ts'
import { ballotKinds, check, receipt, vote } from './en/voting.ts'

export const en = {
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

export type Dictionary = typeof en
