/**
 * The record of a proposal: its picture, its place, money from elsewhere, what was said and decided about it, and what
 * came of it, year by year.
 *
 * Pure. Invariant: nothing here is voted on, so nothing here is part of the ballot digest, and all of it may
 * change while a vote is open. Decided in docs/decisions/0018.
 */
import * as v from 'valibot'
import { MoneySchema } from './money.ts'
import { PlaceSchema } from './place.ts'
import { DaySchema } from './time.ts'
import { lineOf, textOf } from './written-text.ts'

/** Of the name of an office, a board or an association. */
export const BODY_NAME_LENGTH = { least: 2, most: 120 } as const

const body = lineOf(BODY_NAME_LENGTH.least, BODY_NAME_LENGTH.most)

export const ALT_LENGTH = { least: 5, most: 250 } as const

export const PictureSchema = v.strictObject({
  /** The picture's file in the folder pictures/ of the round: lit-path.jpg. */
  file: v.pipe(
    v.string('write a file name such as lit-path.jpg'),
    v.regex(
      /^[a-z0-9-]{1,64}\.(?:jpg|jpeg|png|webp|avif)$/,
      'write a file name such as lit-path.jpg: a-z, digits and dashes, then .jpg, .png, .webp or .avif',
    ),
  ),
  /** What the picture shows, for those who do not see it: "A cinder path between dark trees". */
  alt: lineOf(ALT_LENGTH.least, ALT_LENGTH.most),
})

export const CoFundingSchema = v.strictObject({
  /** How much comes from elsewhere, in main units: 4000. It is no part of the cost. */
  amount: MoneySchema,
  /** Who gives it, as it stands on the site: "The allotment society". */
  from: body,
})

/** What an assessment is about. */
export const ASSESSED = ['cost', 'feasibility', 'legality'] as const

export const ASSESSMENTS = ['feasible', 'feasible-with-changes', 'not-feasible'] as const

export const REASON_LENGTH = { least: 5, most: 4000 } as const

export const AssessmentSchema = v.pipe(
  v.strictObject({
    /** What was looked at: `cost`, `feasibility` or `legality`; nothing where it is about all of it. */
    about: v.optional(v.picklist(ASSESSED, `write one of ${ASSESSED.join(', ')}`)),
    /** Who looked at it: "Roads and parks". */
    body,
    /** The day of the answer: 2026-10-26. */
    date: DaySchema,
    /** What came out: `feasible`, `feasible-with-changes` or `not-feasible`. */
    outcome: v.picklist(ASSESSMENTS, `write one of ${ASSESSMENTS.join(', ')}`),
    /** Why, in Markdown that residents read. */
    reason: textOf(REASON_LENGTH.least, REASON_LENGTH.most),
    /** What it costs by this answer, in main units: 14200. What is voted on is the proposal's own `cost`. */
    cost: v.optional(MoneySchema),
  }),
  v.check(
    ({ about, cost }) => cost === undefined || about === 'cost',
    'write cost only where about is cost',
  ),
)

/** The answers of several departments; also a single one, without a list around it. */
const AssessmentsSchema = v.lazy((written) =>
  Array.isArray(written)
    ? v.array(AssessmentSchema)
    : v.pipe(
        AssessmentSchema,
        v.transform((only) => [only]),
      ),
)

export const StatementSchema = v.strictObject({
  /** Who says it: an office, a board, an association. Never a private person without consent. */
  who: body,
  /** The day on which it was said: 2026-10-20. */
  date: DaySchema,
  /** What they say, in Markdown. */
  text: textOf(5, 4000),
})

export const DECISIONS = ['approved', 'changed', 'declined'] as const

export const DecisionSchema = v.strictObject({
  /** The day of the decision: 2026-12-03. */
  date: DaySchema,
  /** What was decided: `approved`, `changed` (approved in another form) or `declined`. */
  outcome: v.picklist(DECISIONS, `write one of ${DECISIONS.join(', ')}`),
  /** Why, in Markdown that residents read. */
  reason: textOf(5, 4000),
})

export const UPDATE_LENGTH = { least: 5, most: 4000 } as const

export const UpdateSchema = v.strictObject({
  /** The day it is about: 2027-04-12. */
  date: DaySchema,
  /** What has happened, in Markdown. */
  text: textOf(UPDATE_LENGTH.least, UPDATE_LENGTH.most),
  /** What was spent on it up to that day, of all money, in main units: 9800. */
  spent: v.optional(MoneySchema),
  /** Whether it is finished with this: true. */
  done: v.optional(v.boolean('write true or false')),
  /** A picture of it, with a text for those who do not see it. */
  picture: v.optional(PictureSchema),
})

/** The fields that a proposal has of it; each may be missing. */
export const RECORD_FIELDS = {
  /** Its picture, with a text for those who do not see it. */
  picture: v.optional(PictureSchema),
  /** Money that comes from elsewhere; the cost stays what is asked of the budget. */
  coFunding: v.optional(v.array(CoFundingSchema, 'write a list, each with amount and from')),
  /** Where it is. */
  place: v.optional(PlaceSchema),
  /** What the check by the council found, department by department. */
  assessment: v.optional(AssessmentsSchema),
  /** What offices, boards and associations say about it. */
  statements: v.optional(v.array(StatementSchema, 'write a list, each with who, date and text')),
  /** What the council decided about it in the end. */
  decision: v.optional(DecisionSchema),
  /** What became of it, added year by year. */
  updates: v.optional(v.array(UpdateSchema, 'write a list, each with date and text')),
}

export type Picture = v.InferOutput<typeof PictureSchema>
export type Assessment = v.InferOutput<typeof AssessmentSchema>
export type Update = v.InferOutput<typeof UpdateSchema>

/** An update as it was sent; undefined where the file could not hold it. */
export function parseUpdate(sent: unknown): Update | undefined {
  const parsed = v.safeParse(UpdateSchema, sent)
  return parsed.success ? parsed.output : undefined
}

/** An assessment as it was sent; undefined where the file could not hold it. */
export function parseAssessment(sent: unknown): Assessment | undefined {
  const parsed = v.safeParse(AssessmentSchema, sent)
  return parsed.success ? parsed.output : undefined
}

const ShownSchema = v.object({ picture: RECORD_FIELDS.picture, updates: RECORD_FIELDS.updates })

/** The same of the fields of a file; undefined where they cannot be read. */
export function readPictureFiles(fields: unknown): readonly string[] | undefined {
  const parsed = v.safeParse(ShownSchema, fields)
  return parsed.success ? pictureFiles(parsed.output) : undefined
}

/** The files of all pictures that a proposal shows: its own, and those of its updates. */
export function pictureFiles({
  picture,
  updates = [],
}: {
  readonly picture?: Picture | undefined
  readonly updates?: readonly Update[] | undefined
}): readonly string[] {
  return [picture, ...updates.map((update) => update.picture)].flatMap((each) =>
    each ? [each.file] : [],
  )
}
