/**
 * Texts of a round for newspapers, neighbours, proposers and the notice board, in one language.
 *
 * Pure. Invariant: every fact comes from the round, its dates or its published result; no text holds an address
 * of a person but the council's own. Decided in docs/decisions/0030.
 */
import { findPeriod, type PhaseName } from '../domain/phase.ts'
import { tellProposal } from '../domain/proposal.ts'
import { totalBudget } from '../domain/round.ts'
import { NO_BREAK } from '../i18n/money-format.ts'
import { stop } from '../i18n/sentence.ts'
import { roundAddresses, withoutLanguage } from './addresses.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { isFunded, paidTo } from './result-context.ts'
import { fundedInWords, headlineOf } from './result-headline.ts'
import { timelineOf } from './timeline.ts'

/** What the address of the site stands for in a text until the page is open. */
const SITE_GAP = '{site}'

export const TEXT_KINDS = ['press', 'post', 'story', 'email', 'notice'] as const
export type TextKind = (typeof TEXT_KINDS)[number]

export type TextMoment = 'call' | 'voting' | 'last' | 'result'

/** The texts of one moment; `from` is when a clerk begins to need them. */
export type MomentTexts = {
  readonly moment: TextMoment
  readonly from: number
  readonly texts: Readonly<Record<TextKind, string>>
}

/** What is said in one moment, from which each of its texts takes what it needs. */
type Story = {
  readonly headline: string
  readonly lead: string
  /** Sentences that only longer texts have room for. */
  readonly more: readonly (string | undefined)[]
  readonly list?: readonly string[]
  readonly voters: boolean
  readonly act: string
  readonly subject: string
  readonly proposers: readonly string[]
}

const DAY = 24 * 60 * 60 * 1000

/** The texts of each moment that the round has, in the order in which they are needed. */
export function roundTexts(page: RoundPage, reader: Reader): readonly MomentTexts[] {
  const { periods, result, round } = page
  const call = findPeriod(periods, 'submission')
  const voting = round.ballot && findPeriod(periods, 'voting')
  const told = (moment: TextMoment, from: number, story: Story): MomentTexts => ({
    ...{ moment, from, texts: textsOf(story, page, reader) },
  })
  return [
    ...(call ? [told('call', 0, callStory(page, reader))] : []),
    ...(voting
      ? [
          told('voting', call?.endsAt ?? 0, votingStory(page, reader)),
          told('last', voting.endsAt - 5 * DAY, lastStory(page, reader, voting.endsAt)),
        ]
      : []),
    ...(result ? [told('result', Date.parse(result.asOf), resultStory(page, reader))] : []),
  ]
}

function callStory(page: RoundPage, reader: Reader): Story {
  const { round } = page
  const { call } = reader.words.texts
  const { max } = round.proposalCost
  const voting = round.ballot && datesOf('voting', page, reader)
  const to = roundAddresses(reader.language, round.id)
  return {
    headline: call.headline(reader.format.money(totalBudget(round))),
    lead: call.lead(round.title, datesOf('submission', page, reader)),
    more: [
      call.idea,
      max === undefined ? undefined : stop(call.most(reader.format.money(max))),
      voting && call.vote(voting),
    ],
    voters: false,
    act: link(call.act, to.propose),
    subject: call.subject(round.title),
    proposers: [call.proposers],
  }
}

function votingStory(page: RoundPage, reader: Reader): Story {
  const { round, proposals } = page
  const { voting } = reader.words.texts
  const count = proposals.filter(({ standing }) => standing === 'ballot').length
  const to = roundAddresses(reader.language, round.id)
  return {
    headline: voting.headline(count, reader.format.money(totalBudget(round))),
    lead: voting.lead(round.title, datesOf('voting', page, reader)),
    more: [voting.letter, voting.secret],
    voters: true,
    act: link(voting.act, to.round),
    subject: voting.subject(round.title),
    proposers: [voting.proposers],
  }
}

function lastStory({ round }: RoundPage, { words, format, language }: Reader, end: number): Story {
  const { last } = words.texts
  return {
    headline: last.headline(format.until(end)),
    lead: stop(last.lead(round.title)),
    more: [last.lost],
    voters: true,
    act: link(last.act, roundAddresses(language, round.id).round),
    subject: last.subject(round.title),
    proposers: [last.proposers],
  }
}

function resultStory(page: RoundPage, reader: Reader): Story {
  const { round, result } = page
  const { words, format, language } = reader
  const said = words.texts.result
  const ballots = (result?.pools ?? []).reduce((sum, pool) => sum + pool.ballots.recorded, 0)
  const funded = fundedInWords(page, reader)
  return {
    headline: headlineOf(page, reader) ?? round.title,
    lead: said.lead(round.title),
    more: [
      result && result.status !== 'final' ? stop(words.result.status[result.status]) : undefined,
      funded && stop(funded),
      said.ballots(ballots, format.number(ballots)),
    ],
    list: chosenLines(page, reader),
    voters: false,
    act: link(said.act, roundAddresses(language, round.id).result),
    subject: said.subject(round.title),
    proposers: [said.proposers, said.next],
  }
}

/** Who gets how much, each on a line, in the reader's language where the proposal was translated. */
function chosenLines({ result, proposals }: RoundPage, { words, format, language }: Reader) {
  const lines = (result?.pools ?? []).flatMap(({ allocation }) =>
    allocation.lines.filter(isFunded).map((line) => {
      const proposal = proposals.find(({ id }) => id === line.proposal)
      const title = proposal ? tellProposal(proposal, language).title : line.proposal
      return `– ${title}: ${format.money(paidTo(line) || line.cost)}`
    }),
  )
  return lines.length === 0 ? [] : [words.texts.result.chosen, ...lines]
}

function textsOf(
  story: Story,
  { round }: RoundPage,
  { council, words }: Reader,
): MomentTexts['texts'] {
  const { said } = words.texts
  const { name, phone, email } = council.contact
  const contact = [name, phone?.replaceAll(' ', NO_BREAK), email]
    .filter((part) => part !== undefined)
    .join(', ')
  const ask = said.ask(contact)
  const { headline, lead, act, list = [] } = story
  const listed = list.join('\n')
  const more = story.more.filter((sentence) => sentence !== undefined).join(' ')
  const voters = story.voters && round.voters ? stop(said.voters(round.voters)) : ''
  const text = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n')
  return {
    press: text(headline, said.press(council.name), lead, more, listed, voters, act, ask),
    post: text(`${stop(headline)} ${lead}`, act),
    story: text(headline, `${lead} ${more}`, listed, voters, act),
    email: text(
      ...[said.subject(story.subject), said.hello, ...story.proposers, lead, listed, act, ask],
      `${said.bye}\n${council.name}`,
    ),
    notice: text(headline, lead, listed, voters, act, ask),
  }
}

function datesOf(phase: PhaseName, { periods }: RoundPage, reader: Reader): string {
  const at = periods.findIndex((period) => period.phase === phase)
  return timelineOf(periods, reader)[at]?.dates ?? ''
}

/** The address has no language in it, so that each reader comes to the page in their own. */
function link(words: string, address: string): string {
  return `${words}: ${SITE_GAP}${withoutLanguage(address)}`
}
