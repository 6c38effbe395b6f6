/**
 * Recounts: a result computed again from published files alone.
 *
 * Pure. Invariant: a recount uses no more than what a stranger has, and holds every published list of
 * ballots against the others. Decided in docs/decisions/0006.
 */
import * as v from 'valibot'
import { allocate, allocateSums, type AllocateFacts } from './allocate.ts'
import type { Allocation } from './allocation.ts'
import { parseBallotBytes, type Ballot, type BallotPaper } from './ballot.ts'
import { BallotFormSchema } from './ballot-form.ts'
import { ballotDifferences, countDifferences } from './count-differences.ts'
import type { Difference } from './difference.ts'
import { FrozenPaperSchema, type FrozenPaper } from './digest.ts'
import { fileDifferences } from './file-differences.ts'
import { fromHex, toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'
import { parseRows } from './csv.ts'
import { printMoney } from './money.ts'
import { parseList, type Pabulib } from './pabulib.ts'
import type { Rule } from './rule.ts'
import { pabulibName } from './snapshot-files.ts'
import type { PoolResult } from './snapshot.ts'
import type { SnapshotTexts } from './snapshot-texts.ts'
import { tally, type Tally } from './tally.ts'

export type Recount = { readonly tally: Tally; readonly allocation: Allocation }

export type PoolRecount = Recount & {
  readonly pool: PoolResult
  readonly paper: BallotPaper
  readonly facts: AllocateFacts
  readonly from: 'ballots' | 'sums'
  /** The ballots, where they are published. */
  readonly profile: readonly Ballot[] | undefined
  /** What does not agree; undefined where the rule needs ballots and none are published. */
  readonly differences: readonly Difference[] | undefined
}

/** Counts a snapshot again, one ballot box after the other, by its own rule or by another. */
export function recountSnapshot(
  texts: SnapshotTexts,
  other?: Rule,
  progress?: (steps: number) => void,
): readonly PoolRecount[] {
  const { snapshot } = texts
  const frozen = v.parse(v.pipe(v.string(), v.parseJson(), FrozenPaperSchema), texts.paper)
  const general = fileDifferences(texts, frozen)
  return snapshot.pools.map((pool, index) => {
    const counted = other ? { ...frozen, rule: other } : frozen
    const recount = recountPool({ frozen: counted, pool, progress }, texts)
    // What is wrong with the files is said even where the rule cannot be applied to sums.
    const differences = [...(index === 0 ? general : []), ...(recount.differences ?? [])]
    const unknown = recount.differences === undefined && differences.length === 0
    return { ...recount, differences: unknown ? undefined : differences }
  })
}

type PoolRequest = {
  readonly frozen: FrozenPaper
  readonly pool: PoolResult
  readonly progress: ((steps: number) => void) | undefined
}

function recountPool({ frozen, pool, progress }: PoolRequest, texts: SnapshotTexts): PoolRecount {
  const paper = paperOf(frozen, pool)
  const listed = texts.ballots === undefined ? [] : listedBallots(texts.ballots, paper)
  const file = texts.pabulib.get(pool.pool)
  const profile = listed.length > 0 || file ? listed.map(({ ballot }) => ballot) : undefined
  const counted = profile ? tally(paper, profile) : publishedTally(pool)
  const { rule, lot, proposals: places } = frozen
  const facts = { rule, lot, places, ...(progress ? { progress } : {}) }
  const found = profile ? allocate(paper, profile, facts) : allocateSums(paper, counted, facts)
  const shared = { tally: counted, pool, paper, facts, profile }
  const from = profile ? 'ballots' : 'sums'
  if (found === undefined)
    return { ...shared, allocation: pool.allocation, from, differences: undefined }
  const differences = [
    ...countDifferences(pool, { tally: counted, allocation: found }),
    ...(profile ? ballotDifferences(texts, pool, { ...shared, profile, allocation: found }) : []),
    ...listed.flatMap(({ fault }) => fault ?? []),
    ...(file ? pabulibDifferences(frozen, { file, listed, paper }) : []),
  ]
  return { ...shared, allocation: found, from, differences }
}

function pabulibDifferences(
  frozen: FrozenPaper,
  {
    file,
    listed,
    paper,
  }: { readonly file: Pabulib; readonly listed: readonly Listed[]; readonly paper: BallotPaper },
): readonly Difference[] {
  const sources = sourcesOf(frozen)
  const named = { file: pabulibName(paper.pool) }
  return [
    ...(sameBallots(sources, file, listed) ? [] : [{ kind: 'pabulib-ballots', ...named } as const]),
    ...(samePaper(sources, file, paper) ? [] : [{ kind: 'pabulib-paper', ...named } as const]),
  ]
}

type Listed = { readonly ballot: Ballot; readonly fault: Difference | undefined }

/** Each row of ballots.csv: commitment, salt, pool, choices. */
function listedBallots(text: string, paper: BallotPaper): readonly Listed[] {
  const [, ...rows] = parseRows(text)
  return rows
    .filter(([, , pool]) => pool === paper.pool)
    .map(([commitment = '', salt = '', pool = '', choices = '']) => {
      const made = hash('ballot', paper.round, pool, fromHex(salt), utf8(choices))
      const same = toHex(made) === commitment
      const fault = same ? undefined : ({ kind: 'commitment', commitment } as const)
      return { ballot: parseBallotBytes(utf8(choices)), fault }
    })
}

/** Our id by the id that a .pb file knows a proposal by. */
function sourcesOf({ proposals }: FrozenPaper): ReadonlyMap<string, string> {
  return new Map(proposals.map(({ id, sourceId }) => [sourceId ?? id, id]))
}

/** Compares as lists without order, each ballot by our ids. */
function sameBallots(
  sources: ReadonlyMap<string, string>,
  file: Pabulib,
  listed: readonly Listed[],
): boolean {
  const text = (choices: readonly string[]) => choices.toSorted().join(' ')
  const inFile = file.votes.map((row) =>
    text(parseList(row['vote']).map((source) => sources.get(source) ?? source)),
  )
  const inList = listed.map(({ ballot }) => text(ballot.choices)).toSorted()
  return (
    inFile.length === inList.length && inFile.toSorted().every((each, at) => each === inList[at])
  )
}

/** Whether a .pb file has the budget and the costs of the paper. */
function samePaper(
  sources: ReadonlyMap<string, string>,
  file: Pabulib,
  paper: BallotPaper,
): boolean {
  const costs = new Map(
    file.projects.map((row) => [sources.get(row['project_id'] ?? ''), row['cost']]),
  )
  return (
    file.meta['budget'] === printMoney(paper.budget) &&
    costs.size === paper.proposals.length &&
    paper.proposals.every(({ id, cost }) => costs.get(id) === printMoney(cost))
  )
}

function paperOf(frozen: FrozenPaper, { pool, budget }: PoolResult): BallotPaper {
  const whole = frozen.pools.length === 1
  return {
    round: frozen.round,
    pool,
    // Limits bound what could be cast; a count takes the ballots as they are.
    form: v.parse(BallotFormSchema, { type: 'approval' }),
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
