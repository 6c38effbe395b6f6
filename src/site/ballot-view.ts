/**
 * The ballot as the vote page shows it, for one ballot box.
 *
 * Pure. Invariant: what can be ticked is exactly what the ballot paper of the box holds.
 * Decided in docs/decisions/0004.
 */
import { ballotPaper, type BallotPaper } from '../domain/ballot.ts'
import { WHOLE, type Pool } from '../domain/id.ts'
import { poolBudget, poolsOf, type Round } from '../domain/round.ts'
import type { RoundPage } from './load.ts'
import { proposalViews, type ProposalView } from './proposal-view.ts'
import type { Reader } from './reader.ts'

export type BallotView = {
  readonly paper: BallotPaper
  /** The area's id and name where it has its own ballot box. */
  readonly area: { readonly id: string; readonly name: string } | undefined
  readonly proposals: readonly ProposalView[]
  readonly lede: string
}

/** The ballot of one box; undefined for a round without a vote. */
export function ballotView(page: RoundPage, pool: Pool, reader: Reader): BallotView | undefined {
  const { round, proposals } = page
  if (round.ballot === undefined) return undefined
  const paper = ballotPaper(round, proposals, pool)
  const ids = new Set(paper.proposals.map(({ id }) => id))
  const area = round.areas.find(({ id }) => id === pool)
  return {
    paper,
    area: area && { id: area.id, name: area.name },
    proposals: proposalViews(page, reader).filter(({ id }) => ids.has(id)),
    lede: ledeOf(paper, reader),
  }
}

/** How many proposals a ballot may hold, in a sentence. */
export function ballotSentence(round: Round, { words, format }: Reader): string | undefined {
  const { ballot } = round
  if (ballot === undefined) return undefined
  const [pool = WHOLE] = poolsOf(round)
  if (ballot.type === 'knapsack') return words.round.knapsack(format.money(poolBudget(round, pool)))
  return ballot.maxLength === undefined
    ? words.round.approval
    : words.round.approvalMost(ballot.maxLength)
}

function ledeOf({ form, budget }: BallotPaper, { words, format }: Reader): string {
  if (form.type === 'knapsack') return words.vote.ledeKnapsack(format.money(budget))
  return form.maxLength === undefined
    ? words.vote.ledeApproval
    : words.vote.ledeApprovalMost(form.maxLength)
}
