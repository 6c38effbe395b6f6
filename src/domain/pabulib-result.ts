/**
 * A counted ballot box as a Pabulib file, so that other programs can recount it.
 *
 * Pure. Invariant: the file says the same ballots and winners as the result, and its limits where the
 * format has them; voters have no name in it but their place in the order of commitments. Rankings carry
 * their points, because programs differ in what they make of a place. Source: pabulib.org/format.
 * Decided in docs/decisions/0006 and 0011.
 */
import { lengthsOf, type BallotForm } from './ballot-form.ts'
import type { Allocation } from './allocation.ts'
import { mostCost, type BallotPaper } from './ballot.ts'
import { countedBallots, type CountedBallot } from './counted-ballot.ts'
import type { CountedPool } from './counted-pool.ts'
import type { Council } from './council.ts'
import { compareText } from './encoding.ts'
import { WHOLE, type ProposalId } from './id.ts'
import { printMoney } from './money.ts'
import type { Place } from './place.ts'
import { printPabulib, type PabulibRow } from './pabulib.ts'
import type { Proposal } from './proposal.ts'
import type { VoteType } from './reading.ts'
import type { Round } from './round.ts'
import type { Rule } from './rule.ts'
import { pabulibRuleName } from './rule-name.ts'
import type { Tally } from './tally.ts'
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

/** What of the file is counted: limits, sums, winners and ballots, without names and places. */
export type CountedFile = {
  readonly meta: Readonly<Record<string, string>>
  readonly projects: readonly PabulibRow[]
  readonly votes: readonly PabulibRow[]
}

export type CountedFacts = {
  readonly paper: BallotPaper
  readonly rule: Rule
  readonly profile: readonly CountedBallot[]
  readonly tally: Tally
  readonly allocation: Allocation
  /** The id by which a file knows a proposal. */
  readonly sourceOf: (id: ProposalId) => string
}

/** The counted part of the file. */
export function countedFile({
  paper,
  rule,
  profile,
  sourceOf,
  ...count
}: CountedFacts): CountedFile {
  const { tally, allocation } = count
  const type = VOTE_TYPES[paper.form.type]
  return {
    meta: {
      num_projects: String(paper.proposals.length),
      num_votes: String(profile.length),
      budget: printMoney(paper.budget),
      vote_type: type,
      rule: pabulibRuleName(rule),
      ...limitsOf(paper),
    },
    projects: paper.proposals.map(({ id, cost }) => ({
      project_id: sourceOf(id),
      cost: printMoney(cost),
      votes: String(tally.votes.get(id) ?? 0),
      ...(tally.score ? { score: String(tally.score.get(id) ?? 0) } : {}),
      selected: allocation.selected.includes(id) ? '1' : '0',
    })),
    votes: profile.map((ballot) => choicesOf(ballot, type, sourceOf)),
  }
}

/** The text of the file. */
export function pabulibResult(facts: PabulibFacts, pool: CountedPool): string {
  const { paper, tally, allocation } = pool
  const known = new Map(facts.proposals.map((proposal) => [proposal.id, proposal]))
  const profile = countedBallots(
    paper,
    pool.ballots.map(({ ballot }) => ballot),
  )
  const sourceOf = (id: ProposalId) => known.get(id)?.sourceId ?? id
  const { rule } = facts.round
  const said = facts.snapshot.pools.find((each) => each.pool === paper.pool)
  const isAllOnline = said?.ballots.channels === undefined
  const counted = countedFile({ paper, rule, profile, tally, allocation, sourceOf })
  return printPabulib({
    meta: metaOf(facts, paper, counted.meta),
    projects: paper.proposals.map(({ id, title }, at) => {
      const { selected = '', ...sums } = counted.projects[at] ?? {}
      const { theme = '', beneficiaries = [], place } = known.get(id) ?? {}
      const places = { category: theme, beneficiaries: beneficiaries.map(oneItem).join(',') }
      return { ...sums, name: title, ...places, selected, ...degreesOf(place) }
    }),
    votes: counted.votes.map((choices, index) => ({
      voter_id: String(index + 1),
      ...choices,
      // Where some came on paper or at a kiosk, nobody knows which: no record holds it.
      ...(isAllOnline ? { voting_method: 'internet' } : {}),
    })),
  })
}

/** A ranking stands in its order; other points stand beside the ids, the most first. */
function choicesOf(
  { choices, points }: CountedBallot,
  type: VoteType,
  sourceOf: (id: ProposalId) => string,
): PabulibRow {
  if (points === undefined) return { vote: choices.map(sourceOf).toSorted(compareText).join(',') }
  const given = choices.map((id, at) => ({ id: sourceOf(id), points: points[at] ?? 0 }))
  const falling =
    type === 'ordinal'
      ? given
      : given.toSorted((a, b) => b.points - a.points || compareText(a.id, b.id))
  return {
    vote: falling.map(({ id }) => id).join(','),
    points: falling.map((each) => String(each.points)).join(','),
  }
}

function metaOf(
  { council, round, opensAt, snapshot }: PabulibFacts,
  { pool }: BallotPaper,
  counted: CountedFile['meta'],
): Record<string, string> {
  const area = round.areas.find(({ id }) => id === pool)
  const day = (instant: Instant) =>
    printLocal(instant, council.timeZone).slice(0, 10).split('-').toReversed().join('.')
  return {
    description: `${round.title}, ${council.name}`,
    country: council.country,
    unit: council.name,
    ...(area ? { subunit: area.name } : {}),
    instance: round.id,
    ...counted,
    date_begin: day(opensAt),
    date_end: day(Date.parse(snapshot.asOf)),
    currency: council.currency,
  }
}

function limitsOf(paper: BallotPaper): Readonly<Record<string, string>> {
  const { form, proposals } = paper
  const { minLength, maxLength = proposals.length } = lengthsOf(form)
  const least = { min_length: String(form.blank ? 0 : minLength) }
  const lengths = { ...least, max_length: String(maxLength) }
  switch (form.type) {
    case 'approval':
    case 'choose-1':
      return lengths
    case 'knapsack':
      return { ...lengths, max_sum_cost: printMoney(mostCost(paper)) }
    case 'ranking': {
      // Programs that take no points beside a ranking give the first place max_length, or as many as projects.
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

/** No column where no project has degrees. */
function degreesOf({ latitude, longitude }: Partial<Place> = {}): PabulibRow {
  if (latitude === undefined || longitude === undefined) return {}
  return { latitude: String(latitude), longitude: String(longitude) }
}

/** The commas of a list's item would make two of it. */
function oneItem(text: string): string {
  return text.replaceAll(', ', ' ').replaceAll(',', ' ')
}
