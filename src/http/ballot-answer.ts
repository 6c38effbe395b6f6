/**
 * Answers to ballot requests: JSON for the script, and filled pages where there is none.
 *
 * Pure over built pages. Invariant: recorded, refused, or not confirmed yet, and the answer says which;
 * what the voter chose is in every page that asks for another try. Decided in docs/decisions/0003.
 */
import type { Ballot, BallotPaper } from '../domain/ballot.ts'
import { fieldsOfChoices, holdRanking } from '../domain/ballot-fields.ts'
import type { BallotType } from '../domain/ballot-form.ts'
import { ballotSums } from '../domain/ballot-sums.ts'
import { proposalOf, type Choices } from '../domain/choices.ts'
import { printReceipt, type Nonce } from '../domain/receipt.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import { codeFault } from '../domain/typed-code.ts'
import { choiceNote } from '../i18n/choice-note.ts'
import { fillPage, type PageFill } from './page.ts'
import type { BallotBody, BallotRequest } from './ballot-request.ts'
import type { FormFields } from './read.ts'
import { explain, type Reader } from './reader.ts'
import { html, json, problem, statusOf } from './respond.ts'

/** Where the answer goes: the reader, the round, and the pages that Astro built. */
export type BallotPlace = {
  readonly reader: Reader
  readonly round: string
  readonly area: string | undefined
  readonly sent: FormFields
  readonly pages: { read(address: string): Promise<string | undefined> }
}

/** What check-your-answers shows. */
type Review = { readonly ballot: Ballot; readonly paper: BallotPaper; readonly nonce: string }

type Receipt = { readonly receipt: string; readonly signature: string; readonly board: string }

/** The use cases behind the steps of a ballot. */
export type BallotSteps = {
  review(ballot: BallotBody): Promise<Result<Review, Refusal>>
  cast(ballot: BallotBody & { readonly nonce: Nonce }): Promise<Result<Receipt, Refusal>>
}

/** Leads a request to its step, and the outcome to its answer. */
export async function answerBallot(
  place: BallotPlace,
  asked: Result<BallotRequest, Refusal>,
  steps: BallotSteps,
): Promise<Response> {
  if (!asked.ok) return answerRefusal(place, asked.error)
  const { step, body } = asked.value
  if (step === 'change') return page(place, 'vote', 200, { inputs: place.sent })
  if (!body.ok) return answerRefusal(place, body.error)
  const { nonce } = body.value
  if (nonce === undefined) return answerReview(place, await steps.review(body.value))
  const cast = await steps.cast({ ...body.value, nonce })
  if (cast.ok) return answerReceipt(place, cast.value)
  if (cast.error.code !== 'not-confirmed') return answerRefusal(place, cast.error)
  const review = await steps.review(body.value)
  return answerUnconfirmed(place, cast.error, { review, choices: body.value.choices })
}

/** A recorded ballot: 201 with the receipt. */
async function answerReceipt(place: BallotPlace, receipt: Receipt): Promise<Response> {
  if (!place.reader.page) return json(201, receipt)
  const texts = { ...receipt, receipt: printReceipt(receipt.receipt) }
  return page(place, 'receipt', 201, { texts, flags: ['receipt'] })
}

/** Check-your-answers: nothing was written yet. */
async function answerReview(
  place: BallotPlace,
  review: Result<Review, Refusal>,
): Promise<Response> {
  if (!review.ok) return answerRefusal(place, review.error)
  const { ballot, paper, nonce } = review.value
  return page(place, 'check', 200, {
    ...checkFill(place, paper, ballot.choices),
    inputs: new Map([...place.sent, ['nonce', [nonce]]]),
  })
}

/** A refusal, on the page where the voter can mend it. */
async function answerRefusal(place: BallotPlace, refusal: Refusal): Promise<Response> {
  if (!place.reader.page) return problem(place.reader, refusal)
  const { title, sentence } = explain(place.reader, refusal.code, refusal.details)
  const field = refusal.code.startsWith('token') ? 'token' : 'choices'
  const typed = place.sent.get('token')?.[0] ?? ''
  // What the letters say by themselves, as the page's script would have said it.
  const slip =
    refusal.code === 'token-unknown' ? codeFault(typed, place.reader.words.ballot) : undefined
  return page(place, 'vote', statusOf(refusal.code), {
    inputs: place.sent,
    summary: { heading: title, errors: [{ field, sentence: slip ?? sentence }] },
  })
}

/** Nobody knows yet: the same ballot can be sent again and is counted once. */
async function answerUnconfirmed(
  place: BallotPlace,
  refusal: Refusal,
  { review, choices }: { readonly review: Result<Review, unknown>; readonly choices: Choices },
): Promise<Response> {
  if (!place.reader.page) return problem(place.reader, refusal)
  const { sent, reader } = place
  const fill = review.ok
    ? checkFill(place, review.value.paper, review.value.ballot.choices)
    : choicesFill(choices, holdRanking(sent.keys()) ? 'ranking' : 'approval', reader.words.ballot)
  const flags = ['unconfirmed', ...(choices.length === 0 ? ['blank'] : [])]
  return page(place, 'check', 503, { ...fill, inputs: place.sent, flags })
}

function checkFill({ reader }: BallotPlace, paper: BallotPaper, choices: Choices): PageFill {
  const { words, format } = reader
  const { total, left, points, pointsLeft } = ballotSums(choices, paper)
  return {
    ...choicesFill(choices, paper.form.type, words.ballot),
    texts: {
      ...{ total: format.money(total), left: format.money(left) },
      ...{ points: words.ballot.points(points), pointsLeft: words.ballot.points(pointsLeft) },
    },
    flags: ['certain', ...(choices.length === 0 ? ['blank'] : ['chosen'])],
  }
}

function choicesFill(choices: Choices, type: BallotType, words: Reader['words']['ballot']) {
  return {
    choices: choices.map((choice, place) => ({
      id: proposalOf(choice),
      note: choiceNote(choice, { place, type, words }),
    })),
    hidden: fieldsOfChoices(choices, type),
  }
}

/** The page of this round in the reader's language, or else the page for problems. */
async function page(
  { reader, round, area, pages }: BallotPlace,
  name: 'vote' | 'check' | 'receipt',
  status: number,
  fill: PageFill,
): Promise<Response> {
  const path = ['rounds', round, name, ...(area !== undefined && name !== 'receipt' ? [area] : [])]
  const built = (await pages.read(reader.at(...path))) ?? (await pages.read(reader.at('problem')))
  const sentence = fill.summary?.errors[0]?.sentence ?? ''
  const texts = { title: fill.summary?.heading ?? '', sentence, ...fill.texts }
  return html(status, fillPage(built ?? PLAIN_PROBLEM, { ...fill, texts }))
}

/** Only where the site's pages are missing from the deploy. */
const PLAIN_PROBLEM = '<!doctype html><h1 data-fill="title"></h1><p data-fill="sentence"></p>'
