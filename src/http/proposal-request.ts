/**
 * Proposal requests: the body of POST /api/rounds/:round/proposals, as JSON or as a plain form with a picture.
 *
 * Pure. Invariant: every fault is told by field, and what was typed is given back.
 * Decided in docs/decisions/0005 and 0029.
 */
import * as v from 'valibot'
import type { Language } from '../domain/council.ts'
import { NUMBER_MARKS, parseTypedMoney, printMoney } from '../domain/money.ts'
import { isStill, MOST_SENT, pictureKind } from '../domain/picture-kind.ts'
import { faultIn, readSubmission } from '../domain/read-submission.ts'
import { refuse, type Refusal, type RefusalDetails } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { RoundText } from '../domain/round.ts'
import { AltSchema, type NewPicture, type SentPicture } from '../domain/sent-picture.ts'
import {
  RevisionSchema,
  SubmissionSchema,
  type Revision,
  type Submission,
} from '../domain/submission.ts'
import { field, readBody, type Body, type FormFields } from './read.ts'

/** A form to give back: what was typed, and whether a picture was chosen, which no page can give back. */
export type SentForm = { readonly fields: FormFields; readonly hasPicture: boolean }

type WithPicture<Parsed, Kept> = {
  readonly text: Parsed
  readonly picture: NewPicture | Kept | undefined
}

export type ProposalRequest = {
  readonly language: string | undefined
  readonly sent: SentForm
  /** Checked in the reader's language (`15.000` is fifteen thousand in Danish), every fault at once. */
  parse(
    language: Language,
    round: RoundText | undefined,
  ): Result<WithPicture<Submission, never>, Refusal>
  /** The same without the contact, which stays as it was; `kept`: the picture that was there. */
  parseRevision(
    language: Language,
    round: RoundText | undefined,
    kept: SentPicture | undefined,
  ): Result<WithPicture<Revision, SentPicture>, Refusal>
}

/** All that a host lets through: a heavier picture than MOST_SENT is then refused beside what was typed. */
const MOST_FILES = 5_500_000

/** Reads a request; its fields are checked by `parse`. */
export async function readProposalRequest(
  request: Request,
): Promise<Result<ProposalRequest, Refusal>> {
  const read = await readBody(request, { mostFiles: MOST_FILES })
  if (!read.ok) return read
  const { value: body } = read
  const isForm = body.kind === 'form'
  return ok({
    language: isForm ? field(body.fields, 'lang') : undefined,
    sent: {
      fields: isForm ? body.fields : new Map<string, readonly string[]>(),
      hasPicture: isForm && body.files.has('picture'),
    },
    parse: (language, round) =>
      parseWith(SubmissionSchema, { body, language, round }, readPicture<never>(body, undefined)),
    parseRevision: (language, round, kept) =>
      parseWith(RevisionSchema, { body, language, round }, readPicture(body, kept)),
  })
}

function parseWith<Parsed, Kept>(
  schema: v.GenericSchema<unknown, Parsed>,
  sent: {
    readonly body: Body
    readonly language: Language
    readonly round: RoundText | undefined
  },
  { picture, faults }: ReadPicture<Kept>,
): Result<WithPicture<Parsed, Kept>, Refusal> {
  const { body, language, round } = sent
  const given = v.safeParse(
    FieldsSchema,
    body.kind === 'form' ? formFields(body.fields, language) : body.fields,
  )
  if (!given.success) return refuse('body-invalid')
  const trapped = given.output['website'] ? { website: 'not-empty' } : {}
  const typed = body.kind === 'form' ? typedFaults(body.fields, language) : {}
  const found = { ...typed, ...faults, ...trapped }
  const parsed = readSubmission(schema, { language, ...given.output }, { round, found })
  return parsed.ok ? ok({ text: parsed.value, picture }) : parsed
}

const FieldsSchema = v.record(v.string(), v.unknown())

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
  const parsed = parseTypedMoney(field(fields, 'cost') ?? '', NUMBER_MARKS[language])
  return parsed.ok ? printMoney(parsed.value) : undefined
}

/** What only the form can get wrong: a number in another language's manner. */
function typedFaults(fields: FormFields, language: Language): RefusalDetails {
  const text = field(fields, 'cost')
  const cost = text === undefined ? undefined : parseTypedMoney(text, NUMBER_MARKS[language])
  return cost === undefined ? { cost: 'missing' } : cost.ok ? {} : { cost: cost.error }
}

type ReadPicture<Kept> = {
  readonly picture: NewPicture | Kept | undefined
  readonly faults: RefusalDetails
}

/** What is wrong with a picture by its first bytes and its weight is told here, the rest by its maker. */
function readPicture<Kept extends SentPicture>(
  body: Body,
  kept: Kept | undefined,
): ReadPicture<Kept> {
  if (body.kind === 'json') return { picture: kept, faults: {} }
  const { fields, files } = body
  const bytes = files.get('picture')
  const alt = field(fields, 'pictureAlt') ?? ''
  if (bytes !== undefined)
    return { picture: { bytes, alt }, faults: { ...fileFault(bytes), ...altFault(alt) } }
  if (kept !== undefined && !fields.has('pictureRemove'))
    return { picture: { ...kept, alt }, faults: altFault(alt) }
  const isForgotten = kept === undefined && alt !== ''
  return { picture: undefined, faults: isForgotten ? { picture: 'not-chosen' } : {} }
}

function fileFault(bytes: Uint8Array): RefusalDetails {
  if (bytes.length > MOST_SENT) return { picture: `too-heavy ${MOST_SENT / 1_000_000}` }
  const kind = pictureKind(bytes)
  return isStill(kind) ? {} : { picture: kind }
}

function altFault(alt: string): RefusalDetails {
  const fault = faultIn(AltSchema, alt)
  return fault === undefined ? {} : { pictureAlt: fault }
}
