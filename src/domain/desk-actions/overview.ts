/**
 * The actions that only show: what is to be done today, and the log.
 *
 * Pure. Invariant: none of them changes anything. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { RoundIdSchema } from '../id.ts'
import type { DeskActions } from './action.ts'

export const OVERVIEW_ACTIONS = {
  'show-today': { needs: 'clerk', fresh: false, logged: false, input: v.strictObject({}) },
  'show-log': {
    needs: 'clerk',
    fresh: false,
    logged: false,
    input: v.strictObject({ round: v.optional(RoundIdSchema) }),
  },
} as const satisfies DeskActions
