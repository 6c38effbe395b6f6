/**
 * Outcomes: every proposal of a ballot box with its votes, its cost, what became of it and why.
 *
 * Pure. Invariant: every number comes from the published snapshot; nothing is counted here.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import type { Language } from '../domain/council.ts'
import type { ProposalId } from '../domain/id.ts'
import type { RoundPage } from './load.ts'
import { percent } from './money-line.ts'
import { textLanguage, type Reader } from './reader.ts'
import { countText, reasonText } from './reason-text.ts'
import {
  countOf,
  isFunded,
  resultContext,
  titleOf,
  titleWithin,
  type ResultContext,
} from './result-context.ts'

export type OutcomeView = {
  readonly id: ProposalId
  readonly title: string
  readonly lang: Language | undefined
  /** The title in the reader's language, where it has been translated into it. */
  readonly told: string | undefined
  readonly votes: string
  /** How many ballots the points are from; undefined where ballots are crosses. */
  readonly from: string | undefined
  /** Votes in percent of the most votes. */
  readonly bar: number
  readonly cost: string
  readonly funded: boolean
  /** What became of it, in a word or two. */
  readonly outcome: string
  /** Whether the money ran out at this proposal. */
  readonly cut: boolean
  readonly reason: string
  readonly lot: string | undefined
}

export type ProposalOutcome = Pick<OutcomeView, 'votes' | 'funded' | 'reason'> & {
  /** `Gets the money`. */
  readonly standing: string
}

/** One view for each line of the allocation. */
export function outcomeViews(context: ResultContext): readonly OutcomeView[] {
  const { page, pool, reader } = context
  const { lines } = pool.allocation
  const most = Math.max(1, ...lines.map(countOf))
  const cut = lines.find(({ reason }) => reason.kind === 'does-not-fit')
  return lines.map((line) => ({
    id: line.proposal,
    title: titleOf(context, line.proposal),
    lang: textLanguage(reader, page.proposals.find(({ id }) => id === line.proposal)?.language),
    told: page.proposals.find(({ id }) => id === line.proposal)?.translations?.[reader.language]
      ?.title,
    votes: countText(line, context),
    from: ballotsText(line, context),
    bar: percent((Math.max(0, countOf(line)) / most) * 100),
    cost: reader.format.money(line.cost),
    funded: isFunded(line),
    outcome: outcomeText(line, context),
    cut: line === cut,
    reason: reasonText(line, context),
    lot: lotText(line.proposal, context),
  }))
}

/** What became of one proposal, for its own page; undefined where there is no result with it. */
export function proposalOutcome(
  page: RoundPage,
  id: ProposalId,
  reader: Reader,
): ProposalOutcome | undefined {
  for (const pool of page.result?.pools ?? []) {
    const context = resultContext(page, pool, reader)
    const line = pool.allocation.lines.find(({ proposal }) => proposal === id)
    if (line === undefined) continue
    return {
      votes: countText(line, context),
      funded: isFunded(line),
      standing: standingText(line, context),
      reason: reasonText(line, context),
    }
  }
  return undefined
}

function standingText(line: AllocationLine, { list, reader }: ResultContext): string {
  const { proposal, result } = reader.words
  if (list) return isFunded(line) ? result.listed : result.notListed
  if (line.reason.kind === 'part-funded') return proposal.partFunded
  return isFunded(line) ? proposal.funded : proposal.notFunded
}

function ballotsText(
  { votes, score }: AllocationLine,
  { reader }: ResultContext,
): string | undefined {
  const { words, format } = reader
  return score === undefined ? undefined : words.result.fromBallots(votes, format.number(votes))
}

function outcomeText(line: AllocationLine, { list, reader }: ResultContext): string {
  const { yes, no, part, listed, notListed } = reader.words.result
  if (list) return isFunded(line) ? listed : notListed
  if (line.reason.kind === 'part-funded') return part
  return isFunded(line) ? yes : no
}

function lotText(id: ProposalId, context: ResultContext): string | undefined {
  const { pool, reader } = context
  const others = pool.allocation.lots.find((lot) => lot.includes(id))
  if (others === undefined) return undefined
  const titles = others.filter((other) => other !== id).map((other) => titleWithin(context, other))
  return reader.words.result.lot(reader.format.list(titles))
}
