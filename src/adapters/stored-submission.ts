/**
 * Submissions in either store: printed as JSON, and read back as what they were.
 *
 * Pure. Invariant: what was accepted once can be read for ever, also after the limits for new
 * submissions have changed. Decided in docs/decisions/0002.
 */
import * as v from 'valibot'
import { LanguageSchema } from '../domain/council.ts'
import { compareText } from '../domain/encoding.ts'
import { AreaIdSchema, ThemeIdSchema } from '../domain/id.ts'
import { asMoney } from '../domain/money.ts'
import type { StoredSubmission, Submission, SubmissionState } from '../domain/submission.ts'

const STATES = [
  'waiting',
  'approved',
  'published',
  'rejected',
  'withdrawn',
] as const satisfies readonly SubmissionState[]

export const SubmissionStateSchema = v.picklist(STATES)

/** Without the limits of the form, and with the cost in hundredths, as it is after the form was read. */
const fields = {
  title: v.string(),
  summary: v.string(),
  description: v.string(),
  cost: v.pipe(v.number(), v.transform(asMoney)),
  area: v.optional(AreaIdSchema),
  theme: v.optional(ThemeIdSchema),
  proposerKind: v.picklist(['group', 'role', 'person']),
  proposerName: v.string(),
  nameConsent: v.boolean(),
  contactName: v.string(),
  contact: v.string(),
  payee: v.optional(v.string()),
  language: LanguageSchema,
} satisfies Record<keyof Submission, v.GenericSchema>

/** One line of JSON, so that a line feed can stand between it and what goes before it. */
export function printSubmission(submission: Submission): string {
  return JSON.stringify(submission)
}

/** A schema of the text that printSubmission makes. */
export const SubmissionTextSchema = v.pipe(v.string(), v.parseJson(), v.object(fields))

/** Orders submissions by arrival, those of one instant by id. */
export function byArrival(a: StoredSubmission, b: StoredSubmission): number {
  return a.receivedAt - b.receivedAt || compareText(a.id, b.id)
}
