/**
 * The actions at the door: signing in and up, and the passkey asked for once more.
 *
 * Pure. Invariant: of all actions only these may need nobody. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { NewPasskeySchema, SignedSchema } from '../desk-passkey.ts'
import { PersonNameSchema } from '../desk-person.ts'
import type { DeskActions } from './action.ts'

const NothingSchema = v.strictObject({})

/** Of an invitation, or of the set-up: it came in the fragment of a link. */
const secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20,100}$/))

export const DOOR_ACTIONS = {
  'begin-sign-in': { needs: 'nobody', fresh: false, logged: false, input: NothingSchema },
  'finish-sign-in': { needs: 'nobody', fresh: false, logged: true, input: SignedSchema },
  'read-invitation': {
    needs: 'nobody',
    fresh: false,
    logged: false,
    input: v.strictObject({ secret }),
  },
  'begin-sign-up': {
    needs: 'nobody',
    fresh: false,
    logged: false,
    input: v.strictObject({ secret, name: PersonNameSchema }),
  },
  'finish-sign-up': {
    needs: 'nobody',
    fresh: false,
    logged: true,
    input: v.strictObject({ secret, name: PersonNameSchema, ...NewPasskeySchema.entries }),
  },
  'sign-out': { needs: 'teller', fresh: false, logged: false, input: NothingSchema },
  'begin-confirm': { needs: 'teller', fresh: false, logged: false, input: NothingSchema },
  'finish-confirm': { needs: 'teller', fresh: false, logged: false, input: SignedSchema },
  'begin-passkey': { needs: 'teller', fresh: true, logged: false, input: NothingSchema },
  'finish-passkey': { needs: 'teller', fresh: true, logged: true, input: NewPasskeySchema },
} as const satisfies DeskActions
