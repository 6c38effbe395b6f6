/**
 * Snapshot files: what is committed when a result is published.
 *
 * Pure. Invariant: nothing in a file joins a receipt or a code to a ballot; ballots of a box below the
 * publication floor are in no file. Decided in docs/decisions/0006.
 */
import type { Allocation } from './allocation.ts'
import { ballotBytes, type BallotPaper } from './ballot.ts'
import type { OpenedBallot } from './ballot-record.ts'
import type { Certificate } from './certificate.ts'
import type { Council } from './council.ts'
import { printRows, printSheet } from './csv.ts'
import { frozenPaper } from './digest.ts'
import { toHex } from './encoding.ts'
import { WHOLE, type ProposalId } from './id.ts'
import { printMoney } from './money.ts'
import type { PublishedSideBySide } from './other-rule.ts'
import { printPabulib } from './pabulib.ts'
import type { Proposal } from './proposal.ts'
import { certificateName, printCertificate } from './published-certificate.ts'
import type { Round } from './round.ts'
import { pabulibRuleName } from './rule-name.ts'
import type { ResultPage, Snapshot } from './snapshot.ts'
import type { Tally } from './tally.ts'
import { printLocal, type Instant } from './time.ts'

/** A ballot box after the count. */
export type CountedPool = {
  readonly paper: BallotPaper
  /** Sorted by commitment, which says nothing about who or when. */
  readonly ballots: readonly OpenedBallot[]
  /** Sorted by text. */
  readonly receipts: readonly string[]
  readonly tally: Tally
  readonly allocation: Allocation
  /** What another rule would have done; undefined below the publication floor. */
  readonly sideBySide?: PublishedSideBySide | undefined
  /** Who paid how much; undefined below the publication floor. */
  readonly certificate?: Certificate | undefined
}

export type SnapshotFacts = {
  readonly council: Council
  readonly round: Round
  readonly proposals: readonly Proposal[]
  readonly opensAt: Instant
  readonly snapshot: Snapshot
  readonly counts: readonly CountedPool[]
  /** Makes a Markdown file of fields and text. */
  readonly print: (fields: ResultPage, body: string) => string
}

type File = { readonly path: string; readonly text: string }

/** The files with paths below the round's folder; the first one identifies the snapshot. */
export function snapshotFiles(facts: SnapshotFacts): readonly File[] {
  const { snapshot, counts, round } = facts
  const folder = `results/${snapshot.snapshot}`
  const certified = snapshot.status !== 'provisional'
  const open = counts.filter(({ ballots }) => ballots.length >= round.publication.floor)
  return [
    { path: `${folder}/result.json`, text: `${JSON.stringify(snapshot, null, 2)}\n` },
    { path: `${folder}/paper.json`, text: `${frozenPaper(round, facts.proposals)}\n` },
    { path: `${folder}/results.csv`, text: resultsSheet(facts.snapshot, facts.proposals) },
    ...(certified ? [{ path: `${folder}/receipts.csv`, text: receiptRows(counts) }] : []),
    ...(certified && open.length > 0
      ? [{ path: `${folder}/ballots.csv`, text: ballotRows(open) }]
      : []),
    ...(certified
      ? open.map((pool) => ({
          path: `${folder}/${pabulibName(pool.paper.pool)}`,
          text: pabulibFile(facts, pool),
        }))
      : []),
    ...(certified ? open.flatMap((pool) => certificateFile(folder, pool)) : []),
    { path: 'result.md', text: resultPage(facts) },
  ]
}

function certificateFile(folder: string, { paper, certificate }: CountedPool): readonly File[] {
  if (certificate === undefined) return []
  const text = printCertificate(certificate)
  return [{ path: `${folder}/${certificateName(paper.pool)}`, text }]
}

/** The name of the file with the ballots of a pool. */
export function pabulibName(pool: string): string {
  return `${pool === WHOLE ? 'ballots' : `ballots-${pool}`}.pb`
}

function resultPage({ snapshot, round, proposals, print }: SnapshotFacts): string {
  const { snapshot: n, status, asOf, digest } = snapshot
  const funded = snapshot.pools.flatMap(({ allocation }) => allocation.selected)
  const lines = funded.map((id) => `- ${titleOf(proposals, id)}`)
  return print(
    { schemaVersion: 1, snapshot: n, status, asOf, digest },
    [`# ${round.title}`, '', ...lines].join('\n'),
  )
}

/** The result as a table: one row a proposal, in the order in which turns came. */
export function resultsSheet(snapshot: Snapshot, proposals: readonly Titled[]): string {
  const lines = snapshot.pools.flatMap(({ pool, allocation }) =>
    allocation.lines.map((line) => ({ pool, ...line })),
  )
  const pointed = lines.some(({ score }) => score !== undefined)
  const rows = lines.map(({ pool, proposal, rank, votes, score, cost, reason }) => [
    pool,
    String(rank),
    proposal,
    titleOf(proposals, proposal),
    printMoney(cost),
    String(votes),
    ...(pointed ? [String(score ?? votes)] : []),
    reason.kind,
  ])
  const points = pointed ? ['points'] : []
  const heads = ['pool', 'rank', 'proposal', 'title', 'cost', 'votes', ...points, 'outcome']
  return printSheet([heads, ...rows])
}

function receiptRows(counts: readonly CountedPool[]): string {
  const receipts = counts.flatMap((pool) => pool.receipts).toSorted()
  return printRows([['receipt'], ...receipts.map((receipt) => [receipt])])
}

function ballotRows(counts: readonly CountedPool[]): string {
  const rows = counts.flatMap(({ paper, ballots }) =>
    ballots.map(({ commitment, salt, ballot }) => [
      toHex(commitment),
      toHex(salt),
      paper.pool,
      new TextDecoder().decode(ballotBytes([...ballot.choices])),
    ]),
  )
  const byCommitment = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return printRows([['commitment', 'salt', 'pool', 'choices'], ...byCommitment])
}

function pabulibFile(
  facts: SnapshotFacts,
  { paper, ballots, tally, allocation }: CountedPool,
): string {
  const known = new Map(facts.proposals.map((proposal) => [proposal.id, proposal]))
  const sourceOf = (id: ProposalId) => known.get(id)?.sourceId ?? id
  return printPabulib({
    meta: pabulibMeta(facts, paper, ballots.length),
    projects: paper.proposals.map(({ id, title, cost }) => ({
      project_id: sourceOf(id),
      cost: printMoney(cost),
      votes: String(tally.votes.get(id) ?? 0),
      name: title,
      category: known.get(id)?.theme ?? '',
      beneficiaries: (known.get(id)?.beneficiaries ?? []).map(oneItem).join(','),
      selected: allocation.selected.includes(id) ? '1' : '0',
    })),
    votes: ballots.map(({ ballot }, index) => ({
      voter_id: String(index + 1),
      vote: ballot.choices.map(sourceOf).join(','),
      voting_method: 'internet',
    })),
  })
}

function pabulibMeta(
  { council, round, opensAt, snapshot }: SnapshotFacts,
  { form, budget, pool, proposals }: BallotPaper,
  votes: number,
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
    num_projects: String(proposals.length),
    num_votes: String(votes),
    budget: printMoney(budget),
    vote_type: 'approval',
    rule: pabulibRuleName(round.rule),
    date_begin: day(opensAt),
    date_end: day(Date.parse(snapshot.asOf)),
    min_length: String(form.blank ? 0 : form.minLength),
    max_length: String(form.maxLength ?? proposals.length),
    ...(form.type === 'knapsack' ? { max_sum_cost: printMoney(form.maxCost ?? budget) } : {}),
    currency: council.currency,
  }
}

/** The commas of a list's item would make two of it. */
function oneItem(text: string): string {
  return text.replaceAll(', ', ' ').replaceAll(',', ' ')
}

type Titled = { readonly id: ProposalId; readonly title: string }

function titleOf(proposals: readonly Titled[], id: ProposalId): string {
  return proposals.find((proposal) => proposal.id === id)?.title ?? id
}
