/**
 * The actions of the room Voting day: turnout, and the steps from the opening to the close.
 *
 * Pure. Invariant: every step is a clerk's and stands in the log; a teller sees numbers, and runs kiosks.
 * Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { ReasonSchema } from '../box-event.ts'
import { RoundIdSchema } from '../id.ts'
import { DrawnLotSchema } from '../lot.ts'
import { KioskIdSchema, KioskNameSchema } from '../kiosk.ts'
import { LocalTimeSchema } from '../time.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema
const step = { needs: 'clerk', fresh: false, logged: true } as const

export const VOTING_ACTIONS = {
  'show-voting': {
    needs: 'teller',
    fresh: false,
    logged: false,
    input: v.strictObject({ round }),
  },
  'enter-lot': {
    ...step,
    input: v.strictObject({
      round,
      /** Of round.md, as the clerk was shown it. */
      seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      /** Null takes the order out again. */
      lot: v.nullable(DrawnLotSchema),
    }),
  },
  'open-voting': {
    ...step,
    fresh: true,
    input: v.strictObject({
      round,
      /** What the clerk was shown: the ballot, and how many codes there are. */
      digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      codes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
  },
  'pause-voting': { ...step, input: v.strictObject({ round, reason: ReasonSchema }) },
  'resume-voting': { ...step, input: v.strictObject({ round }) },
  'extend-voting': { ...step, fresh: true, input: v.strictObject({ round, to: LocalTimeSchema }) },
  'close-voting': { ...step, input: v.strictObject({ round }) },
  'open-kiosk': {
    ...{ needs: 'teller', fresh: true, logged: true },
    input: v.strictObject({ round, name: KioskNameSchema }),
  },
  'end-kiosk': {
    ...{ needs: 'teller', fresh: false, logged: true },
    input: v.strictObject({ kiosk: KioskIdSchema }),
  },
} as const satisfies DeskActions
