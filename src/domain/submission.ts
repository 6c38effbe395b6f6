/**
 * Submissions: a proposal as a resident sends it in, before anyone has read it.
 *
 * Pure. Invariant: what is private (contact, payee) is kept apart from what may be published.
 * Decided in docs/decisions/0005.
 */
import * as v from 'valibot'
import { canonicalJson } from './canonical-json.ts'
import { LanguageSchema } from './council.ts'
import { digestOf } from './digest.ts'
import type { RoundId } from './id.ts'
import { printMoney, type Money } from './money.ts'
import {
  BODY_LENGTH,
  proposalFaults,
  ProposalSchema,
  SUMMARY_LENGTH,
  TITLE_LENGTH,
  type ProposalText,
} from './proposal.ts'
import type { RefusalDetails } from './refusal.ts'
import type { RoundText } from './round.ts'
import { SentPictureSchema, type SentPicture } from './sent-picture.ts'
import { err, ok, type Result } from './result.ts'
import type { Instant } from './time.ts'
import { lineOf, textOf } from './written-text.ts'

/** Most submissions of a round that may wait unread; the inbox shares its space with the vote. */
export const MOST_WAITING = 500

export const SubmissionSchema = v.object({
  ...v.pick(ProposalSchema, ['cost', 'area', 'theme']).entries,
  title: lineOf(TITLE_LENGTH.least, TITLE_LENGTH.most),
  summary: lineOf(SUMMARY_LENGTH.least, SUMMARY_LENGTH.most),
  description: textOf(BODY_LENGTH.least, BODY_LENGTH.most),
  proposerKind: v.picklist(['group', 'role', 'person']),
  proposerName: lineOf(2, 80),
  /** A person's name is published only where that person ticked the box. */
  nameConsent: v.optional(v.boolean(), false),
  contactName: lineOf(2, 100),
  contact: lineOf(5, 200),
  payee: v.optional(lineOf(2, 200)),
  language: LanguageSchema,
})

/** A picture is no field of the form's text: its bytes come beside it. */
export type Submission = v.InferOutput<typeof SubmissionSchema> & {
  readonly picture?: SentPicture | undefined
  /** A clerk entered it, for a person who came on paper or by phone; no form can say so. */
  readonly isEntered?: true | undefined
}

/** What the proposer may send again where the council asks for changes; the contact stays as it is. */
export const RevisionSchema = v.omit(SubmissionSchema, ['contactName', 'contact', 'payee'])

export type Revision = v.InferOutput<typeof RevisionSchema>

/** The public part as the council edited it; what was sent in stays beside it. */
export const EditionSchema = v.object({
  ...v.pick(SubmissionSchema, ['title', 'summary', 'description', 'cost', 'area', 'theme']).entries,
  picture: v.optional(SentPictureSchema),
})

export type Edition = v.InferOutput<typeof EditionSchema>

/** What was sent in, and what the council made of it for publication. */
export type SubmittedText = {
  readonly submission: Submission
  readonly edition: Edition | undefined
}

/** `changes-asked`: with the proposer again, who sends it in changed. `merged`: taken up in another one. */
export const SUBMISSION_STATES = [
  ...(['waiting', 'changes-asked', 'approved', 'published', 'rejected', 'withdrawn'] as const),
  'merged',
] as const

export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** A submission in the inbox. `id` is made from the proposer's private link and does not lead back to it. */
export type StoredSubmission = SubmittedText & {
  readonly id: string
  readonly round: RoundId
  readonly receivedAt: Instant
  readonly state: SubmissionState
  /** Why it was rejected, or what the proposer is asked to change. */
  readonly reason: string | undefined
  /** The proposal that it became; of a merged one, the id of the submission that it is part of. */
  readonly proposal: string | undefined
}

/** What keeps a submission out of its round, field by field. */
export type SubmissionFault = {
  readonly field: keyof typeof SubmissionSchema.entries
  readonly fault: 'too-high' | 'too-low' | 'unknown' | 'missing' | 'unticked'
  readonly limit?: Money
}

/** Checks a submission by the round's own limits, the ones that its file will be checked by. */
export function checkSubmission(
  submission: Submission,
  round: RoundText,
): Result<Submission, readonly SubmissionFault[]> {
  const faults = submissionFaults(submission, round)
  return faults.length === 0 ? ok(submission) : err(faults)
}

/** The round's objections to those fields of a submission that are known, so that all can be told at once. */
export function submissionFaults(
  known: { readonly [Field in keyof Submission]?: Submission[Field] | undefined },
  round: RoundText,
): readonly SubmissionFault[] {
  const { cost, theme, area } = known
  const faults: SubmissionFault[] = []
  for (const { field, ...fault } of proposalFaults(
    { cost, theme, area, standing: 'ballot' },
    round,
  ))
    if (field !== 'reason') faults.push({ field, ...fault })
  if (round.themes.length > 0 && theme === undefined)
    faults.push({ field: 'theme', fault: 'missing' })
  if (round.areas.length > 0 && area === undefined && !faults.some(isAboutArea))
    faults.push({ field: 'area', fault: 'missing' })
  if (known.proposerKind === 'person' && !known.nameConsent)
    faults.push({ field: 'nameConsent', fault: 'unticked' })
  return faults
}

/** Faults as details of a refusal: the field, and the fault with its limit in main units: `too-high 15000`. */
export function submissionDetails(faults: readonly SubmissionFault[]): RefusalDetails {
  return Object.fromEntries(
    faults.map(({ field, fault, limit }) => [
      field,
      limit === undefined ? fault : `${fault} ${printMoney(limit)}`,
    ]),
  )
}

function isAboutArea({ field }: SubmissionFault): boolean {
  return field === 'area'
}

/** What is to be published: the council's edition where there is one. */
export function publicationOf({ submission, edition }: SubmittedText): Submission {
  if (edition === undefined) return submission
  const { area: _area, theme: _theme, picture: _picture, ...rest } = submission
  return { ...rest, ...edition }
}

/** Names the text as somebody reads it, so that a decision can say what it was made on. Nothing private is in it. */
export function readingOf({ submission, edition }: SubmittedText): string {
  return digestOf(canonicalJson({ submission: withoutContact(submission), edition }))
}

/** What looks like a way to reach a person, an address or a phone number; git never forgets it. */
const CONTACT = /\S@\S+\.\S|(?:\d[ .-]?){8}/

/** Whether what would be published seems to hold a contact. */
export function seemsToHoldContact(text: SubmittedText): boolean {
  const { title, summary, proposerName, description, picture } = publicationOf(text)
  return CONTACT.test([title, summary, proposerName, description, picture?.alt].join(' '))
}

/** States in which what is kept of a submission may still be published: a merged one comes back where its main one ends. */
const UNDECIDED: readonly SubmissionState[] = ['waiting', 'changes-asked', 'approved', 'merged']

/** The pictures that a submission may still need. */
export function neededPictures(stored: StoredSubmission): readonly string[] {
  const { submission, edition, state } = stored
  if (!UNDECIDED.includes(state)) return []
  return [submission.picture, edition?.picture].flatMap((each) => (each ? [each.digest] : []))
}

/** Whether anything of its private part is still there. */
export function holdsPrivate({ contactName, contact, payee }: Submission): boolean {
  return contactName !== '' || contact !== '' || payee !== undefined
}

/** A submission whose private part is forgotten. */
export function withoutContact({ payee: _, ...submission }: Submission): Submission {
  return { ...submission, contactName: '', contact: '' }
}

/** The part of a submission that becomes the front matter of a proposal; nothing private is in it. */
export function proposalOf(submission: Submission): ProposalText {
  const { title, summary, cost, area, theme, proposerKind, proposerName } = submission
  return {
    schemaVersion: 1,
    title,
    summary,
    cost,
    ...(area === undefined ? {} : { area }),
    ...(theme === undefined ? {} : { theme }),
    beneficiaries: [],
    proposer: { kind: proposerKind, name: proposerName },
    language: submission.language,
    standing: 'ballot',
  }
}
