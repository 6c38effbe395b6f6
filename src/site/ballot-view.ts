/**
 * The ballot as the vote page shows it, for one ballot box.
 *
 * Pure. Invariant: what can be ticked is exactly what the ballot paper of the box holds.
 * Decided in docs/decisions/0004.
 */
import { ballotPaper, mostCost, type BallotPaper } from '../domain/ballot.ts'
import { lengthsOf } from '../domain/ballot-form.ts'
import { WHOLE, type Pool } from '../domain/id.ts'
import { poolBudget, poolsOf, type Round } from '../domain/round.ts'
import { limitsOf } from './ballot-limits.ts'
import type { RoundPage } from './load.ts'
import { proposalViews, type ProposalView } from './proposal-view.ts'
import type { Reader } from './reader.ts'

export type BallotView = {
  readonly paper: BallotPaper
  /** The area's id and name where it has its own ballot box. */
  readonly area: { readonly id: string; readonly name: string } | undefined
  readonly proposals: readonly ProposalView[]
  readonly lede: string
  /** The limits that the lede does not name, in sentences; empty where it names all. */
  readonly limits: string
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
    limits: limitsOf(paper.form, reader).join(' '),
  }
}

/** What a ballot may hold, in a sentence; of the first box, unless another one is named. */
export function ballotSentence(
  round: Round,
  { words, format }: Reader,
  pool: Pool = poolsOf(round)[0] ?? WHOLE,
): string | undefined {
  const { ballot } = round
  if (ballot === undefined) return undefined
  const { maxLength } = lengthsOf(ballot)
  switch (ballot.type) {
    case 'knapsack':
      return words.round.knapsack(
        format.money(mostCost({ form: ballot, budget: poolBudget(round, pool) })),
      )
    case 'approval':
      return maxLength === undefined ? words.round.approval : words.round.approvalMost(maxLength)
    case 'choose-1':
      return words.ballotKinds.chooseOne
    case 'ranking':
      return maxLength === undefined
        ? words.ballotKinds.ranking
        : words.ballotKinds.rankingMost(maxLength)
    case 'points':
      return words.ballotKinds.points(ballot.maxSumPoints)
    case 'score':
      return words.ballotKinds.score(ballot.minPoints, ballot.maxPoints)
    case 'for-against':
      return words.ballotKinds.forAgainst
  }
}

function ledeOf({ form, budget }: BallotPaper, { words: { vote }, format }: Reader): string {
  const { maxLength } = lengthsOf(form)
  switch (form.type) {
    case 'knapsack':
      return vote.ledeKnapsack(format.money(mostCost({ form, budget })))
    case 'approval':
      return maxLength === undefined ? vote.ledeApproval : vote.ledeApprovalMost(maxLength)
    case 'choose-1':
      return vote.ledeChooseOne
    case 'ranking':
      return maxLength === undefined ? vote.ledeRanking : vote.ledeRankingMost(maxLength)
    case 'points':
      return vote.ledePoints(form.maxSumPoints)
    case 'score':
      return vote.ledeScore(form.minPoints, form.maxPoints)
    case 'for-against':
      return vote.ledeForAgainst
  }
}
