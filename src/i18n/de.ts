/**
 * German, in the shape of the English dictionary.
 *
 * Pure. Invariant: a sentence that is missing here does not compile. Decided in docs/decisions/0008.
 */
import { ballot } from './de/ballot.ts'
import { checkElection, checking, codeUsed, findReceipt } from './de/checking.ts'
import { codes } from './de/codes.ts'
import { desk } from './de/desk.ts'
import { boxStates } from './de/box-states.ts'
import { clerkRefusals, deskRefusals } from './de/desk-refusals.ts'
import { deskRounds } from './de/desk-rounds.ts'
import { deskSubmissions } from './de/desk-submissions.ts'
import { list, mine } from './de/finding.ts'
import { follow } from './de/following.ts'
import { kiosk } from './de/kiosk.ts'
import { letter } from './de/letter.ts'
import { fieldFaults, fields, propose, submission } from './de/proposing.ts'
import { home, moments, nav, phases, proposal, proposals, round, site } from './de/reading.ts'
import { reasons } from './de/reasons.ts'
import { record } from './de/record.ts'
import { paperBallot } from './de/paper-ballot.ts'
import { hallRefusals } from './de/hall-refusals.ts'
import { paperRefusals } from './de/paper-refusals.ts'
import { roundRefusals } from './de/round-refusals.ts'
import { faults, refusals } from './de/refusals.ts'
import { beside, pictures, result } from './de/result.ts'
import { roundChoices } from './de/round-choices.ts'
import { roundTemplates } from './de/round-templates.ts'
import { rules } from './de/rules.ts'
import { places, poster, share } from './de/sharing.ts'
import { texts } from './de/texts.ts'
import { ballotKinds, check, receipt, vote } from './de/voting.ts'
import type { Dictionary } from './en.ts'

export const de: Dictionary = {
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
