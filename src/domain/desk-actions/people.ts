/**
 * The actions of the room of people: who works at the desk.
 *
 * Pure. Invariant: giving or taking a right asks for the passkey again. Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { PasskeyIdSchema } from '../desk-passkey.ts'
import { DeskRoleSchema, PersonNameSchema } from '../desk-person.ts'
import type { DeskActions } from './action.ts'

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/))

export const PEOPLE_ACTIONS = {
  'show-me': { needs: 'teller', fresh: false, logged: false, input: v.strictObject({}) },
  'show-people': { needs: 'clerk', fresh: false, logged: false, input: v.strictObject({}) },
  'invite-person': {
    needs: 'clerk',
    fresh: true,
    logged: true,
    input: v.strictObject({ name: PersonNameSchema, role: DeskRoleSchema }),
  },
  'withdraw-invitation': {
    needs: 'clerk',
    fresh: false,
    logged: true,
    input: v.strictObject({ invitation: id }),
  },
  'change-person': {
    needs: 'clerk',
    fresh: true,
    logged: true,
    input: v.strictObject({
      person: id,
      /** As the page showed them. */
      seen: v.strictObject({ name: v.string(), role: DeskRoleSchema }),
      name: PersonNameSchema,
      role: DeskRoleSchema,
    }),
  },
  'revoke-person': {
    needs: 'clerk',
    fresh: true,
    logged: true,
    input: v.strictObject({ person: id }),
  },
  'remove-passkey': {
    needs: 'teller',
    fresh: true,
    logged: true,
    input: v.strictObject({ passkey: PasskeyIdSchema }),
  },
  'end-session': {
    needs: 'teller',
    fresh: true,
    logged: true,
    input: v.strictObject({ session: id }),
  },
} as const satisfies DeskActions
