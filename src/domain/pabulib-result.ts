/**
 * A counted ballot box as a Pabulib file, so that other programs can recount it.
 *
 * Pure. Invariant: the file says the same ballots, limits and winners as the result; voters have no name
 * in it but their place in the order of commitments. Source: pabulib.org/format.
 * Decided in docs/decisions/0006 and 0011.
 */
import { lengthsOf, type BallotForm } from './ballot-form.ts'
import type { BallotPaper } from './ballot.ts'
import { countedBallots, type CountedBallot } from './counted-ballot.ts'
import type { CountedPool } from './counted-pool.ts'
import type { Council } from './council.ts'
import { compareText } from './encoding.ts'
import { WHOLE, type ProposalId } from './id.ts'
import { printMoney } from './money.ts'
import { printPabulib, type PabulibRow } from './pabulib.ts'
import type { Proposal } from './proposal.ts'
import type { VoteType } from './reading.ts'
import type { Round } from './round.ts'
import { pabulibRuleName } from './rule-name.ts'
import type { Snapshot } from './snapshot.ts'
import { printLocal, type Instant } from './time.ts'

export type PabulibFacts = {
  readonly council: Council
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly opensAt: Instant
  readonly snapshot: Snapshot
}

const VOTE_TYPES: Readonly<Record<BallotForm['type'], VoteType>> = {
  approval: 'approval',
  knapsack: 'approval',
  'choose-1': 'choose-1',
  ranking: 'ordinal',
  points: 'cumulative',
  score: 'scoring',
  'for-against': 'scoring',
}

/** The name of the file with the ballots of a pool. */
export function pabulibName(pool: string): string {
  return `${pool === WHOLE ? 'ballots' : `ballots-${pool}`}.pb`
}

/** The text of the file. */
export function pabulibResult(facts: PabulibFacts, counted: CountedPool): string {
  const { paper, ballots } = counted
  const known = new Map(facts.proposals.map((proposal) => [proposal.id, proposal]))
  const sourceOf = (id: ProposalId) => known.get(id)?.sourceId ?? id
  const profile = countedBallots(
    paper,
    ballots.map(({ ballot }) => ballot),
  )
  return printPabulib({
    meta: metaOf(facts, paper, ballots.length),
    projects: projectsOf(counted, known, sourceOf),
    votes: profile.map((ballot, index) => ({
      voter_id: String(index + 1),
      ...choicesOf(ballot, VOTE_TYPES[paper.form.type], sourceOf),
      voting_method: 'internet',
    })),
  })
}

function projectsOf(
  { paper, tally, allocation }: CountedPool,
  known: ReadonlyMap<string, Proposal>,
  sourceOf: (id: ProposalId) => string,
): readonly PabulibRow[] {
  const { score } = tally
  return paper.proposals.map(({ id, title, cost }) => ({
    project_id: sourceOf(id),
    cost: printMoney(cost),
    votes: String(tally.votes.get(id) ?? 0),
    ...(score ? { score: String(score.get(id) ?? 0) } : {}),
    name: title,
    category: known.get(id)?.theme ?? '',
    beneficiaries: (known.get(id)?.beneficiaries ?? []).map(oneItem).join(','),
    selected: allocation.selected.includes(id) ? '1' : '0',
  }))
}

/** A ranking stands in its order; points stand beside the ids, the most first. */
function choicesOf(
  { choices, points }: CountedBallot,
  type: VoteType,
  sourceOf: (id: ProposalId) => string,
): PabulibRow {
  if (points === undefined || type === 'ordinal') return { vote: choices.map(sourceOf).join(',') }
  const falling = choices
    .map((id, at) => ({ id: sourceOf(id), points: points[at] ?? 0 }))
    .toSorted((a, b) => b.points - a.points || compareText(a.id, b.id))
  return {
    vote: falling.map(({ id }) => id).join(','),
    points: falling.map((each) => String(each.points)).join(','),
  }
}

function metaOf(
  { council, round, opensAt, snapshot }: PabulibFacts,
  paper: BallotPaper,
  votes: number,
): Record<string, string> {
  const area = round.areas.find(({ id }) => id === paper.pool)
  const day = (instant: Instant) =>
    printLocal(instant, council.timeZone).slice(0, 10).split('-').toReversed().join('.')
  return {
    description: `${round.title}, ${council.name}`,
    country: council.country,
    unit: council.name,
    ...(area ? { subunit: area.name } : {}),
    instance: round.id,
    num_projects: String(paper.proposals.length),
    num_votes: String(votes),
    budget: printMoney(paper.budget),
    vote_type: VOTE_TYPES[paper.form.type],
    rule: pabulibRuleName(round.rule),
    date_begin: day(opensAt),
    date_end: day(Date.parse(snapshot.asOf)),
    ...limitsOf(paper),
    currency: council.currency,
  }
}

function limitsOf({ form, budget, proposals }: BallotPaper): Readonly<Record<string, string>> {
  const { minLength, maxLength = proposals.length } = lengthsOf(form)
  const least = { min_length: String(form.blank ? 0 : minLength) }
  const lengths = { ...least, max_length: String(maxLength) }
  switch (form.type) {
    case 'approval':
    case 'choose-1':
      return lengths
    case 'knapsack':
      return { ...lengths, max_sum_cost: printMoney(form.maxCost ?? budget) }
    case 'ranking': {
      // Readers give as many points to the first place as max_length says, or else as there are projects.
      return { ...(form.scoring === 'borda' ? least : lengths), scoring_fn: 'Borda' }
    }
    case 'points': {
      const { maxPoints = form.maxSumPoints, maxSumPoints } = form
      return { ...lengths, max_points: String(maxPoints), max_sum_points: String(maxSumPoints) }
    }
    case 'score': {
      const { minPoints, maxPoints } = form
      return { ...lengths, ...marks(minPoints, maxPoints) }
    }
    case 'for-against':
      return { ...lengths, ...marks(-1, 1) }
  }
}

function marks(least: number, most: number): Readonly<Record<string, string>> {
  return { min_points: String(least), max_points: String(most), default_score: '0' }
}

/** The commas of a list's item would make two of it. */
function oneItem(text: string): string {
  return text.replaceAll(', ', ' ').replaceAll(',', ' ')
}
