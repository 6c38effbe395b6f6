/**
 * Actions of the room of rounds: start a round or edit one, look at what it would be, and publish it.
 *
 * Pure. Invariant: only the publishing changes anything, and it is logged. Decided in docs/decisions/0022 and 0028.
 */
import * as v from 'valibot'
import { RoundIdSchema } from '../id.ts'
import { textOf } from '../written-text.ts'
import type { DeskActions } from './action.ts'

/** What a clerk has in the form; whether it is a round is told by its faults, not by a refusal. */
const draft = {
  /** Undefined for a new round, which gets its id by its title. */
  round: v.optional(RoundIdSchema),
  /** Of the file that was opened; undefined for a new round. */
  seen: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** The round that a new one is a copy of; its translations come along. */
  from: v.optional(RoundIdSchema),
  fields: v.record(v.string(), v.unknown()),
  body: textOf(0, 60_000),
}

export const ROUND_ACTIONS = {
  'show-rounds': { needs: 'clerk', fresh: false, logged: false, input: v.strictObject({}) },
  'show-round': {
    needs: 'clerk',
    fresh: false,
    logged: false,
    input: v.strictObject({ round: RoundIdSchema }),
  },
  'preview-round': { needs: 'clerk', fresh: false, logged: false, input: v.strictObject(draft) },
  'publish-round': { needs: 'clerk', fresh: false, logged: true, input: v.strictObject(draft) },
} as const satisfies DeskActions
