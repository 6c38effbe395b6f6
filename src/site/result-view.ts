/**
 * The result as pages show it: every outcome with its reason in a sentence.
 *
 * Pure. Invariant: every number comes from the published snapshot; nothing is counted here.
 * Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import type { Language } from '../domain/council.ts'
import type { ProposalId } from '../domain/id.ts'
import type { PoolResult } from '../domain/snapshot.ts'
import type { RoundPage } from './load.ts'
import { layMoneyLine, type MoneyLine } from './money-line.ts'
import { textLanguage, type Reader } from './reader.ts'

export type OutcomeView = {
  readonly id: ProposalId
  readonly title: string
  readonly lang: Language | undefined
  readonly votes: string
  /** Votes in percent of the most votes. */
  readonly bar: number
  readonly cost: string
  readonly funded: boolean
  /** Whether the money ran out at this proposal. */
  readonly cut: boolean
  readonly reason: string
  readonly lot: string | undefined
}

export type PoolView = {
  readonly pool: string
  readonly name: string | undefined
  readonly headline: string
  readonly lede: string
  readonly ballots: string
  readonly ballotsLabel: string
  readonly blank: string | undefined
  readonly turnout: { readonly share: string; readonly of: string } | undefined
  readonly line: MoneyLine
  readonly lineLabel: string
  readonly spent: string
  readonly left: string
  readonly ranOut: string | undefined
  readonly outcomes: readonly OutcomeView[]
}

/** The published result, one view for each ballot box; empty where there is no result. */
export function poolViews(page: RoundPage, reader: Reader): readonly PoolView[] {
  return (page.result?.pools ?? []).map((pool) => poolView(page, pool, reader))
}

/** How many proposals are funded in all boxes, in words for a headline. */
export function headlineOf({ result }: RoundPage, { words }: Reader): string | undefined {
  return result && words.result.headline(fundedCount(result.pools))
}

/** How many proposals got how much, in words for a list of rounds. */
export function fundedInWords(
  { result }: RoundPage,
  { words, format }: Reader,
): string | undefined {
  if (result === undefined) return undefined
  const cost = result.pools.reduce((sum, { allocation }) => sum + allocation.cost, 0)
  return words.home.funded(fundedCount(result.pools), format.money(cost))
}

/** The costs of funded proposals in the order of their turns, in hundredths. */
export function fundedCosts(pools: readonly PoolResult[]): readonly number[] {
  return pools.flatMap(({ allocation }) =>
    allocation.lines.filter(isFunded).map(({ cost }) => cost),
  )
}

function fundedCount(pools: readonly PoolResult[]): number {
  return fundedCosts(pools).length
}

function poolView(page: RoundPage, pool: PoolResult, reader: Reader): PoolView {
  const { words, format } = reader
  const { allocation, ballots, eligible } = pool
  const [spent, left, budget] = [allocation.cost, allocation.leftover, pool.budget].map(
    format.money,
  )
  const outcomes = outcomeViews(page, pool, reader)
  return {
    pool: pool.pool,
    name: page.round.areas.find(({ id }) => id === pool.pool)?.name,
    headline: words.result.headline(fundedCount([pool])),
    lede: `${words.result.lede(spent ?? '', budget ?? '')} ${words.result.leftover(left ?? '')}`,
    ballots: format.number(ballots.recorded),
    ballotsLabel: words.result.ballots(ballots.recorded),
    blank: ballots.blank > 0 ? words.result.blank(format.number(ballots.blank)) : undefined,
    turnout: turnoutOf(ballots.recorded, eligible, reader),
    line: layMoneyLine(fundedCosts([pool]), pool.budget),
    lineLabel: words.result.moneyLine(spent ?? '', budget ?? '', left ?? ''),
    spent: words.result.funded(spent ?? ''),
    left: words.result.left(left ?? ''),
    ranOut: ranOut(page, pool, reader),
    outcomes,
  }
}

function turnoutOf(recorded: number, eligible: number | null, { words, format }: Reader) {
  if (eligible === null || eligible === 0) return undefined
  return {
    share: format.percent(recorded / eligible),
    of: words.result.turnout(format.number(eligible)),
  }
}

function outcomeViews(
  page: RoundPage,
  { allocation }: PoolResult,
  reader: Reader,
): readonly OutcomeView[] {
  const most = Math.max(1, ...allocation.lines.map(({ votes }) => votes))
  const cut = allocation.lines.find(({ reason }) => reason.kind === 'does-not-fit')
  return allocation.lines.map((line) => {
    const proposal = page.proposals.find(({ id }) => id === line.proposal)
    return {
      id: line.proposal,
      title: proposal?.title ?? line.proposal,
      lang: textLanguage(reader, proposal?.language),
      votes: reader.words.result.votesOf(line.votes, reader.format.number(line.votes)),
      bar: Math.round((line.votes / most) * 1000) / 10,
      cost: reader.format.money(line.cost),
      funded: isFunded(line),
      cut: line === cut,
      reason: reasonSentence(line, reader),
      lot: lotSentence(page, allocation.lots, line.proposal, reader),
    }
  })
}

/** Why a proposal was funded or not, in a sentence. */
export function reasonSentence(
  { reason, rank }: AllocationLine,
  { words, format }: Reader,
): string {
  switch (reason.kind) {
    case 'funded': {
      const [before, after] = [format.money(reason.moneyBefore), format.money(reason.moneyAfter)]
      if (rank === 1) return words.result.first(after)
      return reason.moneyAfter === 0
        ? words.result.last(before)
        : words.result.fitted(before, after)
    }
    case 'does-not-fit':
      return words.result.missing(format.money(reason.moneyBefore), format.money(reason.missing))
    case 'no-votes':
      return words.result.noVotes
    // The reasons of the other rules have no sentences yet; these say what is true of all of them.
    case 'part-funded':
      return words.proposal.funded
    case 'outvoted':
    case 'supporters-short':
    case 'after-stop':
    case 'below-threshold':
    case 'excluded':
    case 'over-cap':
      return words.proposal.notFunded
  }
}

function lotSentence(
  { proposals }: RoundPage,
  lots: readonly (readonly ProposalId[])[],
  id: ProposalId,
  { words, format }: Reader,
): string | undefined {
  const others = lots.find((lot) => lot.includes(id))?.filter((other) => other !== id)
  if (others === undefined) return undefined
  const titles = others.map((other) => proposals.find((p) => p.id === other)?.title ?? other)
  return words.result.lot(format.list(titles))
}

function ranOut(
  { proposals }: RoundPage,
  { allocation }: PoolResult,
  { words, format }: Reader,
): string | undefined {
  for (const { reason, proposal } of allocation.lines) {
    if (reason.kind !== 'does-not-fit') continue
    const title = proposals.find(({ id }) => id === proposal)?.title ?? proposal
    return words.result.ranOut(
      format.money(reason.moneyBefore),
      title,
      format.money(reason.missing),
    )
  }
  return undefined
}

function isFunded({ reason }: AllocationLine): boolean {
  return reason.kind === 'funded'
}
