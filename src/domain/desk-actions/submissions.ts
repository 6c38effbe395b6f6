/**
 * The actions of the room of submissions: reading, deciding, editing, merging and publishing.
 *
 * Pure. Invariant: a contact is shown by one action only, which asks for the passkey again and stands in the log.
 * Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { RoundIdSchema } from '../id.ts'
import { EditionSchema, SubmissionSchema } from '../submission.ts'
import { textOf } from '../written-text.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema
const id = v.pipe(v.string(), v.regex(/^[0-9A-Z]{16}$/))
const ids = v.pipe(v.array(id), v.minLength(1), v.maxLength(100))
const words = textOf(2, 2000)

const asked = { needs: 'clerk', fresh: false, logged: true } as const

export const SUBMISSION_ACTIONS = {
  'show-submissions': {
    needs: 'clerk',
    fresh: false,
    logged: false,
    input: v.strictObject({ round }),
  },
  'show-contact': {
    needs: 'clerk',
    fresh: true,
    logged: true,
    input: v.strictObject({ round, id }),
  },
  'ask-changes': { ...asked, input: v.strictObject({ round, id, question: words }) },
  'reject-submission': { ...asked, input: v.strictObject({ round, id, reason: words }) },
  'edit-submission': {
    ...asked,
    input: v.strictObject({
      ...{ round, id },
      /** Not given: what was sent in is published as it is. */
      edition: v.optional(EditionSchema),
      /** The edition that the page showed. */
      seen: v.optional(EditionSchema),
    }),
  },
  'merge-submissions': { ...asked, input: v.strictObject({ round, into: id, ids }) },
  'publish-submissions': { ...asked, input: v.strictObject({ round, ids }) },
  'enter-submission': {
    ...asked,
    input: v.strictObject({ round, submission: SubmissionSchema }),
  },
} as const satisfies DeskActions
