/**
 * Recounts: a result computed again from published files alone.
 *
 * Pure. Invariant: a recount uses no more than what a stranger has, and holds every published list of
 * ballots against the others. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { allocate, allocateSums, type AllocateFacts } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import type { BallotPaper } from './ballot.ts'
import { ballotDifferences, countDifferences } from './count-differences.ts'
import { countedBallots, type CountedBallot } from './counted-ballot.ts'
import type { Difference } from './difference.ts'
import { FrozenPaperSchema, type FrozenPaper } from './digest.ts'
import { fileDifferences } from './file-differences.ts'
import type { ProposalId } from './id.ts'
import { listedBallots } from './listed-ballots.ts'
import type { Pabulib } from './pabulib.ts'
import { pabulibDifferences } from './pabulib-differences.ts'
import { countedFile, pabulibName } from './pabulib-result.ts'
import type { Rule } from './rule.ts'
import type { PoolResult } from './snapshot.ts'
import { readNamed, type SnapshotTexts } from './snapshot-texts.ts'
import { tally, type Tally } from './tally.ts'

export type PoolRecount = {
  readonly pool: PoolResult
  readonly paper: BallotPaper
  readonly facts: AllocateFacts
  readonly tally: Tally
  /** What the count gives; undefined where the rule needs ballots and none are there. */
  readonly allocation: Allocation | undefined
  readonly from: 'ballots' | 'sums'
  /** The ballots, where they are published. */
  readonly profile: readonly CountedBallot[] | undefined
  /** How long the count took by the clock that was given. */
  readonly milliseconds: number
  /** What does not agree; of a box that cannot be counted, what is wrong with the files. */
  readonly differences: readonly Difference[]
}

/** Another rule, or another order for ties, than the published one. */
export type OtherCount = {
  readonly rule?: Rule | undefined
  readonly lot?: readonly ProposalId[] | undefined
}

/** What a recount tells and asks while it counts. */
export type RecountWatch = {
  readonly progress?: (steps: number) => void
  /** A clock in milliseconds, which times the counts alone. */
  readonly now?: () => number
}

/**
 * Counts a snapshot again, one ballot box after the other, by its own rule and lot or by others.
 * Throws an UnreadableFile.
 */
export function recountSnapshot(
  texts: SnapshotTexts,
  { rule, lot }: OtherCount = {},
  watch: RecountWatch = {},
): readonly PoolRecount[] {
  const { snapshot } = texts
  const frozen = readNamed('paper.json', () => v.parse(PaperText, texts.paper))
  const general = fileDifferences(texts, frozen)
  return snapshot.pools.map((pool, index) => {
    const counted = { ...frozen, rule: rule ?? frozen.rule, lot: [...(lot ?? frozen.lot)] }
    const recount = recountPool({ frozen: counted, pool, watch }, texts)
    // What is wrong with the files as a whole is said once, with the first box.
    return { ...recount, differences: [...(index === 0 ? general : []), ...recount.differences] }
  })
}

const PaperText = v.pipe(v.string(), v.parseJson(undefined, 'It is not JSON.'), FrozenPaperSchema)

type PoolRequest = {
  readonly frozen: FrozenPaper
  readonly pool: PoolResult
  readonly watch: RecountWatch
}

function recountPool({ frozen, pool, watch }: PoolRequest, texts: SnapshotTexts): PoolRecount {
  const paper = paperOf(frozen, pool)
  const { ballots: text } = texts
  const listed = readNamed('ballots.csv', () => listedBallots(text ?? '', paper))
  const file = texts.pabulib.get(pool.pool)
  // A list that is there and empty where a .pb file says otherwise is counted as it stands.
  const isListed = listed.length > 0 || (text !== undefined && file !== undefined)
  const ballots = isListed ? listed.map(({ ballot }) => ballot) : undefined
  const profile = ballots && countedBallots(paper, ballots)
  const counted = profile ? tally(paper, profile) : publishedTally(pool)
  const { rule, lot, proposals: places } = frozen
  const { progress, now = () => 0 } = watch
  const facts = { rule, lot, places, ...(progress ? { progress } : {}) }
  const started = now()
  const found = profile ? allocate(paper, profile, facts) : allocateSums(paper, counted, facts)
  const milliseconds = now() - started
  const from = profile ? ('ballots' as const) : ('sums' as const)
  const shared = { tally: counted, pool, paper, facts, profile, from, milliseconds }
  if (found === undefined) return { ...shared, allocation: undefined, differences: [] }
  const recount = { ...shared, allocation: found }
  const differences = [
    ...countDifferences(pool, recount),
    ...listed.flatMap(({ faults }) => faults),
    ...(profile ? ballotDifferences(texts, pool, { ...recount, profile }) : []),
    ...(profile && file ? fileDifferencesOf({ ...recount, profile }, frozen, file) : []),
  ]
  return { ...recount, differences }
}

function fileDifferencesOf(
  recount: Pick<PoolRecount, 'paper' | 'tally' | 'facts'> & {
    readonly profile: readonly CountedBallot[]
    readonly allocation: Allocation
  },
  { proposals }: FrozenPaper,
  file: Pabulib,
): readonly Difference[] {
  const { paper, profile, tally: counted, allocation } = recount
  const sources = new Map(proposals.map(({ id, sourceId }) => [id, sourceId]))
  const sourceOf = (id: ProposalId) => sources.get(id) ?? id
  const { rule } = recount.facts
  const expected = countedFile({ paper, rule, profile, tally: counted, allocation, sourceOf })
  return pabulibDifferences(pabulibName(paper.pool), file, expected)
}

function paperOf(frozen: FrozenPaper, { pool, budget }: PoolResult): BallotPaper {
  const whole = frozen.pools.length === 1
  return {
    round: frozen.round,
    pool,
    form: frozen.ballot,
    budget: frozen.pools.find((each) => each.pool === pool)?.budget ?? budget,
    proposals: frozen.proposals.filter(({ area }) => whole || area === pool),
  }
}

function publishedTally({ ballots, allocation }: PoolResult): Tally {
  const { lines } = allocation
  const votes = new Map(lines.map(({ proposal, votes }) => [proposal, votes]))
  const score = new Map(lines.map(({ proposal, votes, score }) => [proposal, score ?? votes]))
  const pointed = lines.some(({ score }) => score !== undefined)
  const { recorded, blank } = ballots
  return { ballots: recorded, blank, votes, ...(pointed ? { score } : {}) }
}
