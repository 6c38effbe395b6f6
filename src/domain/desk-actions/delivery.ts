/**
 * The actions of the room Delivery: what became of the projects of a round.
 *
 * Pure. Invariant: only the posting and the taking back change anything, and they are logged.
 * Decided in docs/decisions/0018, 0022 and 0031.
 */
import * as v from 'valibot'
import { NewPictureSchema } from '../sent-picture.ts'
import type { DeskActions } from './action.ts'
import { ShownEntriesSchema, TakenBackSchema, TYPED_ENTRY } from './entry-place.ts'

const asked = { needs: 'clerk', fresh: false, logged: true } as const

export const DELIVERY_ACTIONS = {
  'show-delivery': { needs: 'clerk', fresh: false, logged: false, input: ShownEntriesSchema },
  'post-update': {
    ...asked,
    /** A picture that is on the site already stands in the entry. */
    input: v.strictObject({ ...TYPED_ENTRY, picture: v.optional(NewPictureSchema) }),
  },
  'take-back-update': { ...asked, input: TakenBackSchema },
} as const satisfies DeskActions
