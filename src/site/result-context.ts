/**
 * The context of a result: what a sentence about one ballot box needs beside the line itself.
 *
 * Pure. Invariant: the rule is the one by which the money went, which is greedy where the outcome gave way
 * to it. Decided in docs/decisions/0006.
 */
import type { AllocationLine } from '../domain/allocation.ts'
import type { AreaId, ProposalId, ThemeId } from '../domain/id.ts'
import type { Rule } from '../domain/rule.ts'
import type { PoolResult } from '../domain/snapshot.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'

export type ResultContext = {
  readonly page: RoundPage
  readonly pool: PoolResult
  readonly rule: Rule
  readonly reader: Reader
  /** Whether ballots gave points, which then count where else votes do. */
  readonly pointed: boolean
  /** Whether the outcome is a list that takes no account of money. */
  readonly list: boolean
}

/** The context of one ballot box of a published result. */
export function resultContext(page: RoundPage, pool: PoolResult, reader: Reader): ResultContext {
  const { allocation } = pool
  const own = page.result?.rule ?? page.round.rule
  const greedy = { method: 'greedy', fundWithoutVotes: false } as const
  const rule = allocation.comparison?.kept === 'greedy' ? greedy : own
  const pointed = allocation.lines.some(({ score }) => score !== undefined)
  const list = rule.method === 'top-per-theme' && rule.withinBudget === false
  return { page, pool, rule, reader, pointed, list }
}

/** A proposal's title; its id where the content does not hold it any more. */
export function titleOf({ page }: Pick<ResultContext, 'page'>, id: ProposalId): string {
  return page.proposals.find((proposal) => proposal.id === id)?.title ?? id
}

/** Hebrew, Arabic and the other letters that are written from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

/** A title as it stands in a sentence, whose own order it leaves alone (Unicode UAX 9: FSI and PDI). */
export function titleWithin(context: Pick<ResultContext, 'page'>, id: ProposalId): string {
  const title = titleOf(context, id)
  return RIGHT_TO_LEFT.test(title) ? `\u2068${title}\u2069` : title
}

/** The names of a theme and an area, as residents read them; empty for neither. */
export function placeName(
  { round }: Pick<RoundPage, 'round'>,
  { theme, area }: { readonly theme?: ThemeId | undefined; readonly area?: AreaId | undefined },
): string {
  const names = [
    theme && (round.themes.find(({ id }) => id === theme)?.name ?? theme),
    area && (round.areas.find(({ id }) => id === area)?.name ?? area),
  ]
  return names.filter((name) => name !== undefined).join(', ')
}

/** The theme of a proposal. */
export function themeOf({ page }: ResultContext, id: ProposalId): ThemeId | undefined {
  return page.proposals.find((proposal) => proposal.id === id)?.theme
}

/** What a line has where others have votes: its points, where ballots give points. */
export function countOf({ votes, score }: AllocationLine): number {
  return score ?? votes
}

/** Hundredths that a proposal got. */
export function paidTo({ cost, reason }: AllocationLine): number {
  if (reason.kind === 'funded') return cost
  return reason.kind === 'part-funded' ? reason.moneyBefore : 0
}

/** Whether a proposal got money, or stands on a list that takes no account of money. */
export function isFunded({ reason }: AllocationLine): boolean {
  return reason.kind === 'funded' || reason.kind === 'part-funded'
}
