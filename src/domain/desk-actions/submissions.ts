/**
 * The actions of the room of submissions: reading, deciding, editing, merging and publishing.
 *
 * Pure. Invariant: a contact is shown by one action only, which asks for the passkey again and stands in the log.
 * Decided in docs/decisions/0022.
 */
import * as v from 'valibot'
import { RoundIdSchema } from '../id.ts'
import { DigestSchema, NewPictureSchema, SentPictureSchema } from '../sent-picture.ts'
import { EditionSchema } from '../submission.ts'
import { textOf } from '../written-text.ts'
import type { DeskActions } from './action.ts'

const round = RoundIdSchema
const id = v.pipe(v.string(), v.regex(/^[0-9A-Z]{16}$/))
/** Of the text that the page showed. */
const seen = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const read = v.strictObject({ id, seen })
const several = v.pipe(v.array(read), v.minLength(1), v.maxLength(100))
const words = textOf(2, 2000)

/** Its picture is one that is kept, with its text, or a new one. */
const GivenEditionSchema = v.object({
  ...EditionSchema.entries,
  picture: v.optional(v.union([SentPictureSchema, NewPictureSchema])),
})

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
  'show-picture': {
    needs: 'clerk',
    fresh: false,
    logged: false,
    input: v.strictObject({ round, id, digest: DigestSchema }),
  },
  'ask-changes': { ...asked, input: v.strictObject({ round, id, seen, question: words }) },
  'reject-submission': { ...asked, input: v.strictObject({ round, id, seen, reason: words }) },
  'edit-submission': {
    ...asked,
    input: v.strictObject({
      ...{ round, id, seen },
      /** Not given: what was sent in is published as it is. */
      edition: v.optional(GivenEditionSchema),
    }),
  },
  'merge-submissions': { ...asked, input: v.strictObject({ round, into: read, others: several }) },
  'publish-submissions': { ...asked, input: v.strictObject({ round, chosen: several }) },
  'enter-submission': {
    ...asked,
    /** The fields of the form are read by the use case, which tells every fault by its field. */
    input: v.strictObject({
      round,
      /** Of the private link, made where it is typed: what is sent again, its answer lost, is there once. */
      key: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
      submission: v.record(v.string(), v.unknown()),
      picture: v.optional(NewPictureSchema),
    }),
  },
} as const satisfies DeskActions
