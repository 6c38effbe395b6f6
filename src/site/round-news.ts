/**
 * The news of a round: calls for proposals, votes, published proposals, results, and what came of them.
 *
 * Pure. Invariant: only what has a date in the content or in a published result is news.
 * Decided in docs/decisions/0017.
 */
import type { Language } from '../domain/council.ts'
import { tellProposal } from '../domain/proposal.ts'
import { noonOf, type Instant } from '../domain/time.ts'
import { stop } from '../i18n/sentence.ts'
import { roundAddresses } from './addresses.ts'
import type { RoundPage } from './load.ts'
import { plainText } from './markdown.ts'
import { makeReader, type Reader } from './reader.ts'
import { updateWords } from './record-view.ts'
import { fundedInWords, headlineOf } from './result-headline.ts'
import { stableId } from './stable-id.ts'

export type News = {
  readonly id: string
  readonly at: Instant
  readonly title: string
  readonly text: string
  /** Of the title and the text; undefined where they are in the reader's. */
  readonly language: Language | undefined
  readonly address: string
}

/** All news of a round for one reader, in no order. */
export function roundNews(page: RoundPage, reader: Reader): readonly News[] {
  return [
    ...openingNews('submission', page, reader),
    ...openingNews('voting', page, reader),
    ...proposalNews(page, reader),
    ...resultNews(page, reader),
    ...updateNews(page, reader),
  ]
}

/** Says from when to when, because a feed is also read before and long after. */
function openingNews(
  phase: 'submission' | 'voting',
  { round, periods }: RoundPage,
  reader: Reader,
): readonly News[] {
  const { words, format, language, council } = reader
  const opened = periods.filter((period) => period.phase === phase)
  return opened.map(({ startsAt, endsAt }, turn) => ({
    id: stableId(council, round.id, 'opening', phase, String(turn + 1), language),
    at: startsAt,
    title: `${words.phases[phase]}: ${round.title}`,
    text: Number.isFinite(endsAt)
      ? format.period(startsAt, endsAt)
      : words.moments.from(format.day(startsAt)),
    language: undefined,
    address: roundAddresses(language, round.id).round,
  }))
}

function proposalNews({ round, proposals }: RoundPage, reader: Reader): readonly News[] {
  const { language, council } = reader
  const told = proposals.map((proposal) => tellProposal(proposal, language))
  return told.flatMap(({ id, title, summary, published, language: written }) => {
    if (published === undefined) return []
    return {
      id: stableId(council, round.id, 'proposal', id, language),
      at: noonOf(published, council.timeZone),
      ...{ title, text: summary, language: written ?? council.languages[0] },
      address: roundAddresses(language, round.id).proposal(id),
    }
  })
}

/** A correction is news of its own: it has another number, and the same end of voting. */
function resultNews(page: RoundPage, reader: Reader): readonly News[] {
  const { round, result } = page
  const headline = headlineOf(page, reader)
  if (result === undefined || headline === undefined) return []
  const { words, language, council } = reader
  const parts = [words.result.status[result.status], fundedInWords(page, reader)]
  return [
    {
      id: stableId(council, round.id, 'result', String(result.snapshot), language),
      at: Date.parse(result.asOf),
      title: `${round.title}: ${headline}`,
      text: parts.filter((part) => part !== undefined).join('. '),
      language: undefined,
      address: roundAddresses(language, round.id).result,
    },
  ]
}

/** Two updates of one day have ids by their order in the file. */
function updateNews({ round, proposals }: RoundPage, reader: Reader): readonly News[] {
  const { language, council } = reader
  const [first] = council.languages
  return proposals.flatMap(({ id, title, language: written = first, updates = [] }) =>
    updates.map((update, index) => {
      const { date, text } = update
      const { outcome, spent } = updateWords(update, makeReader(council, written ?? language))
      const parts = [outcome && stop(outcome), plainText(text), spent]
      const turn = updates.slice(0, index).filter((other) => other.date === date).length + 1
      return {
        id: stableId(council, round.id, 'update', id, date, String(turn), language),
        at: noonOf(date, council.timeZone),
        ...{ title, text: parts.filter(Boolean).join(' '), language: written },
        address: roundAddresses(language, round.id).proposal(id),
      }
    }),
  )
}
