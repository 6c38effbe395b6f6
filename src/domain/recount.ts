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
import { digestOf, FrozenPaperSchema, type FrozenPaper } from './digest.ts'
import { fromHex, toHex, utf8 } from './encoding.ts'
import { hash } from './hash.ts'
import { parseRows } from './csv.ts'
import { printMoney } from './money.ts'
import { parseList, type Pabulib } from './pabulib.ts'
import type { Rule } from './rule.ts'
import { resultsSheet } from './snapshot-files.ts'
import { sameAllocation, type PoolResult, type Snapshot } from './snapshot.ts'
import { tally, type Tally } from './tally.ts'

export type Recount = { readonly tally: Tally; readonly allocation: Allocation }

/** The published files of one snapshot, as text; ballots only where the box reached the floor. */
export type SnapshotTexts = {
  readonly snapshot: Snapshot
  readonly paper: string
  readonly ballots: string | undefined
  readonly receipts: string | undefined
  /** The table for spreadsheets. */
  readonly sheet: string | undefined
  /** By pool. */
  readonly pabulib: ReadonlyMap<string, Pabulib>
}

export type PoolRecount = Recount & {
  readonly pool: PoolResult
  readonly paper: BallotPaper
  readonly facts: AllocateFacts
  readonly from: 'ballots' | 'sums'
  /** The ballots, where they are published. */
  readonly profile: readonly Ballot[] | undefined
  /** What does not agree, in words; undefined where the rule needs ballots and none are published. */
  readonly differences: readonly string[] | undefined
}

/** Counts a snapshot again, one ballot box after the other, by its own rule or by another. */
export function recountSnapshot(texts: SnapshotTexts, other?: Rule): readonly PoolRecount[] {
  const { snapshot } = texts
  const frozen = v.parse(v.pipe(v.string(), v.parseJson(), FrozenPaperSchema), texts.paper)
  const general = fileDifferences(texts, frozen)
  return snapshot.pools.map((pool, index) => {
    const recount = recountPool(other ? { ...frozen, rule: other } : frozen, pool, texts)
    const { differences } = recount
    return {
      ...recount,
      differences: differences && [...(index === 0 ? general : []), ...differences],
    }
  })
}

function recountPool(frozen: FrozenPaper, pool: PoolResult, texts: SnapshotTexts): PoolRecount {
  const paper = paperOf(frozen, pool)
  const listed = texts.ballots === undefined ? [] : listedBallots(texts.ballots, paper)
  const file = texts.pabulib.get(pool.pool)
  const profile = listed.length > 0 || file ? listed.map(({ ballot }) => ballot) : undefined
  const counted = profile ? tally(paper, profile) : publishedTally(pool)
  const facts = { rule: frozen.rule, lot: frozen.lot, places: frozen.proposals }
  const found = profile ? allocate(paper, profile, facts) : allocateSums(paper, counted, facts)
  const shared = { tally: counted, pool, paper, facts, profile }
  const from = profile ? 'ballots' : 'sums'
  if (found === undefined)
    return { ...shared, allocation: pool.allocation, from, differences: undefined }
  const { recorded, blank } = pool.ballots
  const differences = [
    ...(sameAllocation(found, pool.allocation) ? [] : ['the published outcome is another one']),
    ...(counted.ballots === recorded && counted.blank === blank
      ? []
      : [
          `result.json says ${recorded} ballots (${blank} blank), found ${counted.ballots} (${counted.blank})`,
        ]),
    ...listed.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
    ...(file && !sameBallots(sourcesOf(frozen), file, listed)
      ? ['the .pb file holds other ballots than ballots.csv']
      : []),
    ...(file && !samePaper(sourcesOf(frozen), file, paper)
      ? ['the .pb file names another budget or other costs than paper.json']
      : []),
  ]
  return { ...shared, allocation: found, from, differences }
}

/** What is wrong with the files that are not about one ballot box. */
function fileDifferences(texts: SnapshotTexts, frozen: FrozenPaper): string[] {
  const { snapshot, receipts, sheet } = texts
  const [, ...rows] = receipts === undefined ? [] : parseRows(receipts)
  const recorded = snapshot.pools.reduce((sum, pool) => sum + pool.ballots.recorded, 0)
  const final = snapshot.status !== 'provisional'
  const large = snapshot.pools.filter((pool) => pool.ballots.recorded >= frozen.floor)
  const checks: readonly (readonly [boolean, string])[] = [
    [
      digestOf(texts.paper.trimEnd()) === snapshot.ballotDigest,
      'paper.json is not what was voted on: its digest differs',
    ],
    [!final || receipts !== undefined, 'receipts.csv is missing'],
    [
      !final || rows.length === recorded,
      `receipts.csv holds ${rows.length} receipts, expected ${recorded}`,
    ],
    [
      mostAlike(rows.map(([receipt]) => receipt)) <= snapshot.pools.length,
      'receipts.csv names a receipt twice',
    ],
    [!final || large.length === 0 || texts.ballots !== undefined, 'ballots.csv is missing'],
    [!final || large.every(({ pool }) => texts.pabulib.has(pool)), 'a .pb file is missing'],
    [
      sheet === resultsSheet(snapshot, frozen.proposals),
      'results.csv is missing or says something else than result.json',
    ],
  ]
  return checks.flatMap(([holds, difference]) => (holds ? [] : [difference]))
}

/** How often the most frequent one is there: a box holds a receipt once, and a round has one box or several. */
function mostAlike(receipts: readonly (string | undefined)[]): number {
  const found = new Map<string | undefined, number>()
  for (const receipt of receipts) found.set(receipt, (found.get(receipt) ?? 0) + 1)
  return Math.max(0, ...new Set(found.values()))
}

type Listed = { readonly ballot: Ballot; readonly fault: string | undefined }

/** Each row of ballots.csv: commitment, salt, pool, choices. */
function listedBallots(text: string, paper: BallotPaper): readonly Listed[] {
  const [, ...rows] = parseRows(text)
  return rows
    .filter(([, , pool]) => pool === paper.pool)
    .map(([commitment = '', salt = '', pool = '', choices = '']) => {
      const made = hash('ballot', paper.round, pool, fromHex(salt), utf8(choices))
      const fault =
        toHex(made) === commitment
          ? undefined
          : `ballots.csv: ${commitment} is not the commitment of its ballot`
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
  const votes = new Map(allocation.lines.map(({ proposal, votes }) => [proposal, votes]))
  return { ballots: ballots.recorded, blank: ballots.blank, votes }
}
