/**
 * Ballots: what a voter may choose, and why a ballot is refused.
 *
 * Pure. Invariant: a ballot that passes checkBallot is counted by every rule.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import type { BallotForm } from './ballot-form.ts'
import { canonicalJson } from './canonical-json.ts'
import { compareText, utf8 } from './encoding.ts'
import { ProposalIdSchema, type Pool, type ProposalId, type RoundId } from './id.ts'
import { sumMoney, type Money } from './money.ts'
import { onBallot, type Proposal } from './proposal.ts'
import { refuse, type Refusal } from './refusal.ts'
import { ok, type Result } from './result.ts'
import { poolBudget, type Round } from './round.ts'

/** The longest list of choices that is read at all, before any rule of a round. */
const MOST_CHOICES = 10_000

/** The choices of an approval or knapsack ballot on the wire: ids of proposals. */
export const ChoicesSchema = v.pipe(
  v.array(ProposalIdSchema),
  v.maxLength(MOST_CHOICES, 'too many choices'),
)

export type Choices = v.InferOutput<typeof ChoicesSchema>

/** One voter's checked choices, sorted by id. */
export type Ballot = { readonly choices: readonly ProposalId[] }

/** All ballots of one ballot box. */
export type Profile = readonly Ballot[]

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

/** Checks choices against the paper: every refusal names the number that matters. */
export function checkBallot(choices: Choices, paper: BallotPaper): Result<Ballot, Refusal> {
  const { form } = paper
  const chosen = new Set(choices)
  const lines = paper.proposals.filter(({ id }) => chosen.has(id))
  if (chosen.size < choices.length) return refuse('proposal-repeated')
  if (lines.length < chosen.size) return refuse('proposal-not-on-ballot')
  if (lines.length === 0)
    return form.blank ? ok({ choices: [] }) : refuse('ballot-empty', { minLength: form.minLength })
  const tooLong = form.maxLength !== undefined && lines.length > form.maxLength
  if (tooLong)
    return refuse('ballot-too-long', { maxLength: form.maxLength ?? 0, chosen: lines.length })
  if (lines.length < form.minLength)
    return refuse('ballot-too-short', { minLength: form.minLength, chosen: lines.length })
  const cost = sumMoney(lines.map((line) => line.cost))
  const budget = form.type === 'knapsack' ? (form.maxCost ?? paper.budget) : undefined
  if (budget !== undefined && cost > budget) return refuse('ballot-over-budget', { budget, cost })
  return ok({ choices: lines.map(({ id }) => id).toSorted(compareText) })
}

/** `B` of the protocol: the bytes of the choices in canonical form. The order of ticking is not in it. */
export function ballotBytes(choices: Choices): Uint8Array {
  return utf8(canonicalJson(choices.toSorted(compareText)))
}

/** Reads the bytes back. Throws on bytes that ballotBytes did not make. */
export function parseBallotBytes(bytes: Uint8Array): Ballot {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  return { choices: v.parse(v.pipe(v.string(), v.parseJson(), ChoicesSchema), text) }
}

/** The most bytes that a valid ballot of this paper can have; fixes the length of every record. */
export function longestBallot({ form, proposals }: BallotPaper): number {
  const longestFirst = proposals.map(({ id }) => id).toSorted((a, b) => b.length - a.length)
  return ballotBytes(longestFirst.slice(0, form.maxLength)).length
}
