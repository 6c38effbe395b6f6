/**
 * The record of a proposal as its page shows it: money from elsewhere, the check, statements, the decision,
 * and what has happened since.
 *
 * Pure. Invariant: texts become HTML by the one renderer, as texts of strangers. Decided in docs/decisions/0018.
 */
import { sumMoney } from '../domain/money.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Assessment, Picture, Update } from '../domain/proposal-record.ts'
import { noonOf, type LocalTime } from '../domain/time.ts'
import type { Reader } from './reader.ts'

/** A dated text of somebody. */
export type Note = {
  /** As attributes hold it: `2026-10-26`. */
  readonly day: string
  readonly date: string
  /** Who wrote it; undefined where that needs no saying. */
  readonly who: string | undefined
  /** What came out of it, in a word or two. */
  readonly outcome: string | undefined
  /** What was spent up to that day, or what it costs by this answer, in a sentence. */
  readonly money: string | undefined
  readonly picture: Picture | undefined
  readonly text: string
}

export type RecordView = {
  readonly coFunding: CoFundingView | undefined
  readonly assessments: readonly Note[]
  readonly statements: readonly Note[]
  readonly decision: Note | undefined
  /** The newest first. */
  readonly updates: readonly Note[]
}

export type CoFundingView = {
  readonly total: string
  readonly parts: readonly { readonly amount: string; readonly from: string }[]
}

/** Everything that a proposal's file says of its record. */
export function recordView(proposal: Proposal, reader: Reader): RecordView {
  const { assessment = [], decision, statements = [] } = proposal
  const { decisions } = reader.words.record
  return {
    coFunding: coFundingView(proposal, reader),
    assessments: byDate(assessment).map((each) =>
      noteOf(each.date, each.reason, reader, assessmentWords(each, reader)),
    ),
    statements: byDate(statements).map(({ who, date, text }) =>
      noteOf(date, text, reader, { who }),
    ),
    decision:
      decision &&
      noteOf(decision.date, decision.reason, reader, { outcome: decisions[decision.outcome] }),
    updates: updateNotes(proposal, reader),
  }
}

/** What has happened since, the newest first. */
export function updateNotes({ updates = [] }: Proposal, reader: Reader): readonly Note[] {
  return byDate(updates)
    .toReversed()
    .map((update) => {
      const { date, text, picture } = update
      const { outcome, spent } = updateWords(update, reader)
      return noteOf(date, text, reader, { outcome, money: spent, picture })
    })
}

/** What an update says besides its text: that it is finished, and what was spent. */
export function updateWords(
  { spent, done }: Update,
  { words, format }: Reader,
): { readonly outcome?: string; readonly spent?: string } {
  return {
    ...(done === true && { outcome: words.record.done }),
    ...(spent !== undefined && { spent: words.record.spent(format.money(spent)) }),
  }
}

function assessmentWords(
  { about, body, outcome, cost }: Assessment,
  { words, format }: Reader,
): Given {
  const { abouts, outcomes, costFound } = words.record
  return {
    who: body,
    outcome: about ? `${abouts[about]}: ${outcomes[outcome]}` : outcomes[outcome],
    money: cost === undefined ? undefined : costFound(format.money(cost)),
  }
}

function coFundingView(
  { cost, coFunding = [] }: Proposal,
  { words, format }: Reader,
): CoFundingView | undefined {
  if (coFunding.length === 0) return undefined
  const elsewhere = sumMoney(coFunding.map(({ amount }) => amount))
  const total = format.money(sumMoney([cost, elsewhere]))
  return {
    total: words.record.coFundingTotal(format.money(elsewhere), total),
    parts: coFunding.map(({ amount, from }) => ({ amount: format.money(amount), from })),
  }
}

type Given = { readonly [Part in 'who' | 'outcome' | 'money' | 'picture']?: Note[Part] }

function noteOf(
  date: LocalTime,
  text: string,
  { format, council }: Reader,
  { who, outcome, money, picture }: Given = {},
): Note {
  return {
    day: date,
    date: format.fullDay(noonOf(date, council.timeZone)),
    ...{ who, outcome, money, picture, text },
  }
}

function byDate<Dated extends { readonly date: string }>(list: readonly Dated[]): readonly Dated[] {
  return list.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
