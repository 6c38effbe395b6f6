/**
 * Answers to proposers: the form again with what needs another look, or the page of their submission.
 *
 * Pure over built pages. Invariant: what was typed is never lost, and private data is shown to nobody
 * but on the form that sent it. Decided in docs/decisions/0005.
 */
import { typedMoney } from '../domain/money.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { StoredSubmission, Submission } from '../domain/submission.ts'
import { fillPage, type FieldError, type PageFill } from './page.ts'
import type { SentForm } from './proposal-request.ts'
import type { FormFields } from './read.ts'
import { explain, type Reader } from './reader.ts'
import { html, json, problem, seeOther, statusOf } from './respond.ts'

export type ProposalPlace = {
  readonly reader: Reader
  readonly round: string
  readonly pages: { read(address: string): Promise<string | undefined> }
}

/** The private address of a submission. */
function submissionAddress(round: string, key: string): string {
  return `/submissions/${round}/${key}`
}

/** A submission that was just taken in, the first time or changed: on to its private page, which can be kept and loaded again. */
export function answerAccepted(
  { reader, round }: ProposalPlace,
  { key, stored }: { readonly key: string; readonly stored: StoredSubmission },
  origin: string,
): Response {
  const address = submissionAddress(round, key)
  if (!reader.page) return json(201, { state: stored.state, link: origin + address })
  return seeOther(`${address}?received`)
}

/** A submission as it stands, for its proposer. */
export async function answerSubmission(
  place: ProposalPlace,
  stored: StoredSubmission,
  link: {
    readonly key: string
    readonly origin: string
    /** Whether it was sent in just now. */
    readonly received?: boolean
  },
): Promise<Response> {
  const self = submissionAddress(place.round, link.key)
  const proposal = place.reader.at('rounds', place.round, 'proposals', stored.proposal ?? '')
  return page(place, 'submission', 200, {
    texts: {
      title: stored.submission.title,
      reason: stored.reason ?? '',
      self: link.origin + self,
    },
    hrefs: {
      ...{ self: link.origin + self, revise: `${self}/edit` },
      ...(stored.proposal === undefined ? {} : { proposal }),
    },
    actions: { withdraw: `${self}/withdraw` },
    flags: [
      stored.state,
      ...(stored.state === 'waiting' || stored.state === 'changes-asked' ? ['can-withdraw'] : []),
      ...(stored.state === 'merged' && stored.proposal !== undefined ? ['merged-published'] : []),
      ...(link.received ? ['received'] : []),
    ],
    inputs: new Map([['lang', [place.reader.language]]]),
  })
}

/** What a proposer finds at the address of the form: the form while changes are asked for, else how it stands. */
export async function answerSubmittedForm(
  place: ProposalPlace,
  stored: StoredSubmission,
  link: { readonly key: string; readonly origin: string },
): Promise<Response> {
  return stored.state === 'changes-asked'
    ? answerRevision(place, stored, { key: link.key })
    : answerSubmission(place, stored, link)
}

/** The form with which a proposer changes what was sent in, and what the council asks for. */
export async function answerRevision(
  place: ProposalPlace,
  { submission, reason = '' }: StoredSubmission,
  form: { readonly key: string; readonly refusal?: Refusal; readonly sent?: SentForm },
): Promise<Response> {
  const { reader } = place
  if (!reader.page && form.refusal)
    return problem(reader, form.refusal, { errors: fieldErrors(reader, form.refusal) })
  const self = submissionAddress(place.round, form.key)
  return page(place, 'revise', form.refusal === undefined ? 200 : statusOf(form.refusal.code), {
    texts: { reason },
    hrefs: { self },
    actions: { revise: `${self}/edit` },
    flags: submission.picture ? ['has-picture'] : [],
    inputs: form.sent?.fields ?? typedFields(submission, reader),
    ...(form.refusal && { summary: summaryOf(reader, form.refusal, form.sent) }),
  })
}

/** What was sent in, as it was typed. */
function typedFields(submission: Submission, { language }: Reader): FormFields {
  const { title, summary, description, cost, theme, area, proposerKind, proposerName } = submission
  const typed = { title, summary, description, theme, area, proposerKind, proposerName }
  return new Map<string, readonly string[]>([
    ...Object.entries(typed).map(([name, value]) => [name, [value ?? '']] as const),
    ['cost', [typedMoney(cost, language)]],
    ['pictureAlt', [submission.picture?.alt ?? '']],
    ['nameConsent', submission.nameConsent ? ['true'] : []],
    ['lang', [language]],
  ])
}

/** A page cannot give a chosen picture back, so it says to choose it again. */
function summaryOf(
  reader: Reader,
  { code, details }: Refusal,
  sent: SentForm | undefined,
): NonNullable<PageFill['summary']> {
  const { title, sentence } = explain(reader, code, details)
  const lost = sent?.hasPicture && details['picture'] === undefined ? { picture: 'again' } : {}
  const told = code === 'submission-invalid' ? { ...details, ...lost } : lost
  const errors = fieldErrors(reader, { code: 'submission-invalid', details: told })
  const general = code === 'submission-invalid' ? [] : [{ field: 'title', sentence }]
  return { heading: title, errors: [...general, ...errors] }
}

/** A refusal: on the form where there is one to mend, else on the page for problems. */
export async function answerProposalRefusal(
  place: ProposalPlace,
  refusal: Refusal,
  sent?: SentForm,
): Promise<Response> {
  if (!place.reader.page)
    return problem(place.reader, refusal, { errors: fieldErrors(place.reader, refusal) })
  const { title, sentence } = explain(place.reader, refusal.code, refusal.details)
  const status = statusOf(refusal.code)
  if (sent === undefined) return page(place, undefined, status, { texts: { title, sentence } })
  const summary = summaryOf(place.reader, refusal, sent)
  return page(place, 'propose', status, { inputs: sent.fields, summary })
}

/** One sentence for each field that needs another look. */
export function fieldErrors({ words, format }: Reader, { code, details }: Refusal): FieldError[] {
  if (code !== 'submission-invalid') return []
  const order = Object.keys(words.fields)
  const sorted = Object.entries(details).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return sorted.map(([field, value]) => {
    const [fault = '', limit = ''] = String(value).split(' ')
    const label = own(words.fields, field) ?? field
    const shown = field === 'cost' ? format.money(Number(limit) * 100) : limit
    const say = own(words.fieldFaults, fault) ?? words.fieldFaults.unknown
    return { field, sentence: say(label, shown) }
  })
}

/** A member of a table by a name from outside it. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

async function page(
  { reader, round, pages }: ProposalPlace,
  name: 'propose' | 'revise' | 'submission' | undefined,
  status: number,
  fill: PageFill,
): Promise<Response> {
  const own = name === undefined ? undefined : await pages.read(reader.at('rounds', round, name))
  const built = own ?? (await pages.read(reader.at('problem'))) ?? PLAIN_PROBLEM
  return html(status, fillPage(built, fill))
}

/** Only where the site's pages are missing from the deploy. */
const PLAIN_PROBLEM = '<!doctype html><h1 data-fill="title"></h1><p data-fill="sentence"></p>'
