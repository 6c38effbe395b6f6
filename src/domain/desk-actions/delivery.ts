/**
 * The actions of the room Delivery: what became of the projects of a round.
 *
 * Pure. Invariant: only the posting changes anything, and it is logged. Decided in docs/decisions/0018 and 0022.
 */
import * as v from 'valibot'
import { ProposalIdSchema, RoundIdSchema } from '../id.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema

export const DELIVERY_ACTIONS = {
  'show-delivery': {
    needs: 'clerk',
    fresh: false,
    logged: false,
    input: v.strictObject({ round }),
  },
  'post-update': {
    ...{ needs: 'clerk', fresh: false, logged: true },
    input: v.strictObject({
      ...{ round, proposal: ProposalIdSchema },
      /** Of the proposal's file, as the clerk was shown it. */
      seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      /** As it was typed; read by the schema of the file. */
      update: v.record(v.string(), v.unknown()),
    }),
  },
} as const satisfies DeskActions
