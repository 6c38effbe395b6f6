/**
 * Proposal requests: the body of POST /api/rounds/:round/proposals, as JSON or as a plain form.
 *
 * Pure. Invariant: every fault is told by field, and what was typed is given back.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import type { Language } from '../domain/council.ts'
import { parseTypedMoney, printMoney, type Money, type NumberMarks } from '../domain/money.ts'
import { refuse, type Refusal, type RefusalDetails } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { RoundText } from '../domain/round.ts'
import {
  RevisionSchema,
  submissionDetails,
  submissionFaults,
  SubmissionSchema,
  type Revision,
  type Submission,
} from '../domain/submission.ts'
import { field, readBody, type Body, type FormFields } from './read.ts'

export type ProposalRequest = {
  readonly language: string | undefined
  readonly sent: FormFields
  /** Checked in the reader's language (`15.000` is fifteen thousand in Danish), every fault at once. */
  parse(language: Language, round: RoundText | undefined): Result<Submission, Refusal>
  /** The same without the contact, which stays as it was. */
  parseRevision(language: Language, round: RoundText | undefined): Result<Revision, Refusal>
}

const MARKS: Readonly<Record<Language, NumberMarks>> = {
  da: { thousands: ['.'], decimal: ',' },
  nl: { thousands: ['.'], decimal: ',' },
  de: { thousands: ['.'], decimal: ',' },
  en: { thousands: [','], decimal: '.' },
}

/** Reads a request; its fields are checked by `parse`. */
export async function readProposalRequest(
  request: Request,
): Promise<Result<ProposalRequest, Refusal>> {
  const read = await readBody(request)
  if (!read.ok) return read
  const { value: body } = read
  const language = body.kind === 'form' ? field(body.fields, 'lang') : undefined
  const sent = body.kind === 'form' ? body.fields : new Map<string, readonly string[]>()
  return ok({
    ...{ language, sent },
    parse: (language, round) => parseWith(SubmissionSchema, { body, language, round }),
    parseRevision: (language, round) => parseWith(RevisionSchema, { body, language, round }),
  })
}

/** A cost as a person writes it in this language, in main units. */
export function typedMoney(cost: Money, language: Language): string {
  return printMoney(cost).replace('.', MARKS[language].decimal)
}

function parseWith<Parsed>(
  schema: v.GenericSchema<unknown, Parsed>,
  sent: {
    readonly body: Body
    readonly language: Language
    readonly round: RoundText | undefined
  },
): Result<Parsed, Refusal> {
  const { body, language, round } = sent
  const given = v.safeParse(
    FieldsSchema,
    body.kind === 'form' ? formFields(body.fields, language) : body.fields,
  )
  if (!given.success) return refuse('body-invalid')
  const fields = { language, ...given.output }
  const trapped = given.output['website'] ? { website: 'not-empty' } : {}
  const parsed = v.safeParse(schema, fields)
  const typed = body.kind === 'form' ? typedFaults(body.fields, language) : {}
  const faults = { ...typed, ...trapped }
  if (parsed.success && Object.keys(faults).length === 0) return ok(parsed.output)
  const known = v.parse(KnownSchema, fields)
  return refuse('submission-invalid', {
    ...(round && submissionDetails(submissionFaults(known, round))),
    ...(parsed.success ? {} : issueDetails(parsed.issues)),
    ...faults,
  })
}

const FieldsSchema = v.record(v.string(), v.unknown())

/** What of a faulty submission can be held against the round's limits all the same. */
const KnownSchema = v.object({
  cost: v.fallback(v.optional(SubmissionSchema.entries.cost), undefined),
  theme: v.fallback(SubmissionSchema.entries.theme, undefined),
  area: v.fallback(SubmissionSchema.entries.area, undefined),
  proposerKind: v.fallback(v.optional(SubmissionSchema.entries.proposerKind), undefined),
  nameConsent: v.fallback(v.optional(SubmissionSchema.entries.nameConsent), false),
})

function formFields(fields: FormFields, language: Language): Readonly<Record<string, unknown>> {
  const names = Object.keys(SubmissionSchema.entries).filter(
    (name) => field(fields, name) !== undefined,
  )
  return {
    ...Object.fromEntries(names.map((name) => [name, field(fields, name)])),
    nameConsent: fields.has('nameConsent'),
    cost: typedCost(fields, language),
    // A field that no person sees; a program fills it in.
    website: field(fields, 'website'),
  }
}

function typedCost(fields: FormFields, language: Language): string | undefined {
  const parsed = parseTypedMoney(field(fields, 'cost') ?? '', MARKS[language])
  return parsed.ok ? printMoney(parsed.value) : undefined
}

/** What only the form can get wrong: a number in another language's manner. */
function typedFaults(fields: FormFields, language: Language): RefusalDetails {
  const text = field(fields, 'cost')
  const cost = text === undefined ? undefined : parseTypedMoney(text, MARKS[language])
  return cost === undefined ? { cost: 'missing' } : cost.ok ? {} : { cost: cost.error }
}

function issueDetails(issues: readonly v.BaseIssue<unknown>[]): RefusalDetails {
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? 'title', faultOf(issue)]))
}

/** The fault and its limit, as in `too-long 80`. */
function faultOf(issue: v.BaseIssue<unknown>): string {
  const empty = issue.input === undefined || issue.input === ''
  if (empty) return 'missing'
  if (issue.type === 'max_length') return `too-long ${limitOf(issue)}`
  if (issue.type === 'min_length') return `too-short ${limitOf(issue)}`
  return 'unknown'
}

function limitOf(issue: v.BaseIssue<unknown>): string {
  return 'requirement' in issue && typeof issue.requirement === 'number'
    ? String(issue.requirement)
    : ''
}
