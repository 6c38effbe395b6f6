/**
 * Ballots: what a voter may choose, and why a ballot is refused.
 *
 * Pure. Invariant: a ballot that passes checkBallot is counted by every rule.
 * Decided in docs/decisions/0006 and 0011.
 */
import { lengthsOf, pointLimits, type BallotForm } from './ballot-form.ts'
import { canonicalJson } from './canonical-json.ts'
import {
  canonicalChoices,
  fitsType,
  parseChoicesText,
  pointsIn,
  pointsTogether,
  proposalOf,
  type Choice,
  type Choices,
} from './choices.ts'
import { utf8 } from './encoding.ts'
import type { Pool, ProposalId, RoundId } from './id.ts'
import { sumMoney, type Money } from './money.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { poolBudget, type Round } from './round.ts'

/** One voter's checked choices in canonical form. */
export type Ballot = { readonly choices: Choices }

/** What the voters of one ballot box vote on. */
export type BallotPaper = {
  readonly round: RoundId
  readonly pool: Pool
  readonly form: BallotForm
  readonly budget: Money
  readonly proposals: readonly PaperLine[]
}

export type PaperLine = {
  readonly id: ProposalId
  readonly title: string
  readonly cost: Money
}

/** Makes the ballot paper of one pool. Throws for a round without a vote. */
export function ballotPaper(round: Round, proposals: readonly Proposal[], pool: Pool): BallotPaper {
  if (round.ballot === undefined) throw new RangeError(`the round ${round.id} has no vote`)
  return {
    round: round.id,
    pool,
    form: round.ballot,
    budget: poolBudget(round, pool),
    proposals: onBallot(proposals, round, pool).map(({ id, title, cost }) => ({ id, title, cost })),
  }
}

/** Whether a ballot that is not blank can be filled in: there are enough proposals, and money for the cheapest. */
export function canBeFilled(paper: BallotPaper): boolean {
  const { minLength } = lengthsOf(paper.form)
  const fewest = Math.max(1, minLength)
  const cheapest = paper.proposals.toSorted((a, b) => a.cost - b.cost).slice(0, fewest)
  return cheapest.length === fewest && checkCost(cheapest, paper) === undefined
}

/** Checks choices against the paper: every refusal names the number that matters. */
export function checkBallot(choices: Choices, paper: BallotPaper): Result<Ballot, Refusal> {
  const { form, proposals } = paper
  if (!fitsType(choices, form.type)) return refuse('ballot-invalid')
  const named = canonicalChoices(choices, form.type)
  const chosen = new Set(named.map(proposalOf))
  const lines = proposals.filter(({ id }) => chosen.has(id))
  if (chosen.size < named.length) return refuse('proposal-repeated')
  if (lines.length < chosen.size) return refuse('proposal-not-on-ballot')
  return (
    checkLength(named, form) ??
    checkCost(lines, paper) ??
    checkPoints(named, form) ??
    ok({ choices: named })
  )
}

type Refused = Result<never, Refusal>

function checkLength({ length: chosen }: Choices, form: BallotForm): Refused | undefined {
  const { minLength, maxLength } = lengthsOf(form)
  if (chosen === 0) return form.blank ? undefined : refuse('ballot-empty', { minLength })
  if (maxLength !== undefined && chosen > maxLength)
    return refuse('ballot-too-long', { maxLength, chosen })
  return chosen < minLength ? refuse('ballot-too-short', { minLength, chosen }) : undefined
}

function checkCost(lines: readonly PaperLine[], paper: BallotPaper): Refused | undefined {
  const budget = mostCost(paper)
  const cost = sumMoney(lines.map((line) => line.cost))
  if (paper.form.type !== 'knapsack' || cost <= budget) return undefined
  return refuse('ballot-over-budget', { budget, cost })
}

/** The most that what is chosen may cost together, where the ballot limits that. */
export function mostCost({ form, budget }: Pick<BallotPaper, 'form' | 'budget'>): Money {
  return form.type === 'knapsack' ? (form.maxCost ?? budget) : budget
}

function checkPoints(choices: Choices, form: BallotForm): Refused | undefined {
  const limits = pointLimits(form)
  if (limits === undefined) return undefined
  const given = choices.map(pointsIn)
  const odd = given.find((points) => points < limits.least || points > limits.most)
  if (odd !== undefined) return refuse('points-out-of-range', { ...limits, given: odd })
  const sum = pointsTogether(choices)
  if (form.type !== 'points' || sum <= form.maxSumPoints) return undefined
  return refuse('points-over-sum', { maxSumPoints: form.maxSumPoints, given: sum })
}

/** `B` of the protocol: the bytes of the choices in canonical form. Nothing of how they were made is in it. */
export function ballotBytes(choices: Choices, { type }: Pick<BallotForm, 'type'>): Uint8Array {
  return utf8(canonicalJson(canonicalChoices(choices, type)))
}

/** Reads the bytes back. Throws on bytes that are no choices; whether the ballot allows them is for checkBallot. */
export function parseBallotBytes(bytes: Uint8Array): Ballot {
  const choices = parseChoicesText(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  if (choices === undefined) throw new Error('the bytes are no choices')
  return { choices }
}

/** The most bytes that a valid ballot of this paper can have; fixes the length of every record. */
export function longestBallot({ form, proposals }: BallotPaper): number {
  const longestFirst = proposals.map(({ id }) => id).toSorted((a, b) => b.length - a.length)
  const { maxLength = proposals.length } = lengthsOf(form)
  const most = form.type === 'points' ? Math.min(maxLength, form.maxSumPoints) : maxLength
  const choices = longestFirst.slice(0, most).map((id) => longestChoice(id, form))
  return ballotBytes(choices, form).length
}

function longestChoice(proposal: ProposalId, form: BallotForm): Choice {
  if (form.type === 'for-against') return { proposal, stance: 'against' }
  const limits = pointLimits(form)
  if (limits === undefined) return proposal
  const { least, most } = limits
  const points = String(least).length > String(most).length ? least : most
  return { proposal, points }
}
