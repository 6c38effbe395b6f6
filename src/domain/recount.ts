/**
 * Recounts: a result computed again from published files alone.
 *
 * Pure. Invariant: a recount uses no more than what a stranger has.
 * Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { allocate, allocateSums } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import { ballotPaper, type Ballot, type BallotPaper } from './ballot.ts'
import { RoundIdSchema, WHOLE, type ProposalId } from './id.ts'
import type { Pabulib } from './pabulib.ts'
import { electionOf, type Election } from './pabulib-election.ts'
import type { CountedBallot } from './paper-contest.ts'
import type { Proposal } from './proposal.ts'
import type { Round } from './round.ts'
import type { Rule } from './rule.ts'
import { sameAllocation, type PoolResult } from './snapshot.ts'
import { tally, type Tally } from './tally.ts'

export type Recount = { readonly tally: Tally; readonly allocation: Allocation }

export type PoolRecount = Recount & {
  readonly agrees: boolean | undefined
  readonly from: 'ballots' | 'sums'
  /** The ballots, where they are published. */
  readonly profile: readonly CountedBallot[] | undefined
}

/** Counts an election file by a rule. A repeated choice counts once; an unexplained one is left out. */
export function recountElection(election: Election, rule: Rule): Recount {
  const paper: BallotPaper = { round: PLACEHOLDER, pool: WHOLE, ...election }
  const profile = profileOf(election)
  const counted = tally(paper, profile)
  return { tally: counted, allocation: allocate(paper, profile, { rule, lot: election.lot }) }
}

/**
 * Counts one published ballot box again: from its ballots where they are published, else from the sums.
 * `agrees` says whether every line of the published allocation comes out the same; it is undefined where
 * the rule needs ballots and none are published.
 */
export function recountPool(
  round: Round,
  proposals: readonly Proposal[],
  result: PoolResult,
  ballots: Pabulib | undefined,
): PoolRecount {
  const paper = ballotPaper(round, proposals, result.pool)
  const profile = ballots && profileOfFile(proposals, ballots)
  const counted = profile ? tally(paper, profile) : publishedTally(result)
  const facts = { rule: round.rule, lot: round.lot?.order ?? [], places: proposals }
  const allocation = profile ? allocate(paper, profile, facts) : allocateSums(paper, counted, facts)
  if (allocation === undefined)
    return {
      tally: counted,
      allocation: result.allocation,
      agrees: undefined,
      from: 'sums',
      profile,
    }
  const agrees =
    sameAllocation(allocation, result.allocation) &&
    counted.ballots === result.ballots.recorded &&
    counted.blank === result.ballots.blank
  return { tally: counted, allocation, agrees, from: profile ? 'ballots' : 'sums', profile }
}

const PLACEHOLDER = v.parse(RoundIdSchema, 'recount')

function profileOf({ ballots, proposals }: Election): Ballot[] {
  const known = new Map(proposals.map(({ id }) => [String(id), id]))
  return ballots.map((choices) => ({
    choices: [...new Set(choices)].flatMap((choice) => known.get(choice) ?? []),
  }))
}

function profileOfFile(proposals: readonly Proposal[], file: Pabulib): Ballot[] {
  const election = electionOf(file)
  const ours = new Map(proposals.map(({ id, sourceId }) => [sourceId ?? String(id), id]))
  const sources = new Map(election.proposals.map(({ id, sourceId }) => [id, sourceId]))
  const translate = (id: ProposalId) => ours.get(sources.get(id) ?? '') ?? id
  return profileOf(election).map(({ choices }) => ({ choices: choices.map(translate) }))
}

function publishedTally({ ballots, allocation }: PoolResult): Tally {
  const votes = new Map(allocation.lines.map(({ proposal, votes }) => [proposal, votes]))
  return { ballots: ballots.recorded, blank: ballots.blank, votes }
}
