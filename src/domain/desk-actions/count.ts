/**
 * The actions of the room Count: from the sealing of the boxes to a certified result.
 *
 * Pure. Invariant: what seals or publishes asks for the passkey again and stands in the log; what is
 * published is what was shown. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { ReasonSchema } from '../box-event.ts'
import { HallIdSchema, RoundIdSchema } from '../id.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema
/** Of the snapshot that the clerk was shown. */
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const look = { needs: 'clerk', fresh: false, logged: false } as const
const step = { needs: 'clerk', fresh: true, logged: true } as const

export const COUNT_ACTIONS = {
  'show-count': { ...look, input: v.strictObject({ round }) },
  'show-other-rules': { ...look, input: v.strictObject({ round }) },
  /** With a reason: of a correction. */
  'show-publication': {
    ...look,
    input: v.strictObject({ round, reason: v.optional(ReasonSchema) }),
  },
  'seal-boxes': { ...step, input: v.strictObject({ round }) },
  'certify-result': { ...step, input: v.strictObject({ round, digest }) },
  'correct-result': { ...step, input: v.strictObject({ round, digest, reason: ReasonSchema }) },
  /** The secret of a hall's laptop for this round; `afresh`: a new one, after a rehearsal. */
  'prepare-hall': {
    ...step,
    input: v.strictObject({ round, hall: HallIdSchema, afresh: v.boolean() }),
  },
  /** On the laptop of a hall: its sealed box as a file. */
  'save-hall-file': { ...step, input: v.strictObject({ round }) },
  /** At the office: what that file holds, before it is taken in. */
  'look-at-box': { ...look, input: v.strictObject({ round, file: v.string() }) },
  'take-in-hall': { ...step, input: v.strictObject({ round, file: v.string() }) },
  'give-up-hall': {
    ...step,
    input: v.strictObject({ round, hall: HallIdSchema, reason: ReasonSchema }),
  },
} as const satisfies DeskActions
