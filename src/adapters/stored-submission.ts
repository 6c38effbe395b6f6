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
import {
  SUBMISSION_STATES,
  type Edition,
  type StoredSubmission,
  type Submission,
  type SubmittedText,
} from '../domain/submission.ts'

export const SubmissionStateSchema = v.picklist(SUBMISSION_STATES)

/** Without the limits of the form, and with the cost in hundredths, as it is after the form was read. */
const edited = {
  title: v.string(),
  summary: v.string(),
  description: v.string(),
  cost: v.pipe(v.number(), v.transform(asMoney)),
  area: v.optional(AreaIdSchema),
  theme: v.optional(ThemeIdSchema),
  picture: v.optional(v.object({ digest: v.string(), alt: v.string() })),
} satisfies Record<keyof Edition, v.GenericSchema>

const fields = {
  ...edited,
  proposerKind: v.picklist(['group', 'role', 'person']),
  proposerName: v.string(),
  nameConsent: v.boolean(),
  contactName: v.string(),
  contact: v.string(),
  payee: v.optional(v.string()),
  isEntered: v.optional(v.literal(true)),
  language: LanguageSchema,
} satisfies Record<keyof Submission, v.GenericSchema>

/** One line of JSON, so that a line feed can stand between it and what goes before it; the same text for the same. */
export function printText({ submission, edition }: SubmittedText): string {
  const kept = inOrder(submission, Object.keys(fields))
  return JSON.stringify(
    edition === undefined ? kept : { ...kept, edition: inOrder(edition, Object.keys(edited)) },
  )
}

/** A schema of the text that printText makes. */
export const SubmittedTextSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ...fields, edition: v.optional(v.object(edited)) }),
  v.transform(({ edition, ...submission }): SubmittedText => ({ submission, edition })),
)

/** The order in which a form sent its fields must not make two texts of one. */
function inOrder(given: Submission | Edition, names: readonly string[]): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(given))
  return Object.fromEntries(names.map((name) => [name, values.get(name)]))
}

/** Orders submissions by arrival, those of one instant by id. */
export function byArrival(a: StoredSubmission, b: StoredSubmission): number {
  return a.receivedAt - b.receivedAt || compareText(a.id, b.id)
}
