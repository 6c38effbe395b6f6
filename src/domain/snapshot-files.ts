/**
 * Snapshot files: what is committed when a result is published.
 *
 * Pure. Invariant: nothing in a file joins a receipt or a code to a ballot; ballots of a box below the
 * publication floor are in no file. Decided in docs/decisions/0006.
 */
import { ballotBytes } from './ballot.ts'
import type { CountedPool } from './counted-pool.ts'
import type { Council } from './council.ts'
import { printRows, printSheet } from './csv.ts'
import { frozenPaper } from './digest.ts'
import { toHex } from './encoding.ts'
import type { ProposalId } from './id.ts'
import { printMoney } from './money.ts'
import { pabulibName, pabulibResult } from './pabulib-result.ts'
import type { Proposal } from './proposal.ts'
import { certificateName, printCertificate } from './published-certificate.ts'
import type { Round } from './round.ts'
import { publicationFloor } from './publication-floor.ts'
import type { ResultPage, Snapshot } from './snapshot.ts'
import type { Instant } from './time.ts'

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
  const open = counts.filter(
    ({ ballots }) => ballots.length >= publicationFloor(round, facts.proposals),
  )
  return [
    { path: `${folder}/result.json`, text: `${JSON.stringify(snapshot, null, 2)}\n` },
    { path: `${folder}/paper.json`, text: `${frozenPaper(round, facts.proposals)}\n` },
    { path: `${folder}/results.csv`, text: resultsSheet(facts.snapshot, facts.proposals) },
    ...(certified && open.length > 0
      ? [{ path: `${folder}/ballots.csv`, text: ballotRows(open) }]
      : []),
    ...(certified
      ? open.map((pool) => ({
          path: `${folder}/${pabulibName(pool.paper.pool)}`,
          text: pabulibResult(facts, pool),
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

function ballotRows(counts: readonly CountedPool[]): string {
  const rows = counts.flatMap(({ paper, ballots }) =>
    ballots.map(({ commitment, salt, ballot }) => [
      toHex(commitment),
      toHex(salt),
      paper.pool,
      new TextDecoder().decode(ballotBytes(ballot.choices, paper.form)),
    ]),
  )
  const byCommitment = rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return printRows([['commitment', 'salt', 'pool', 'choices'], ...byCommitment])
}

type Titled = { readonly id: ProposalId; readonly title: string }

function titleOf(proposals: readonly Titled[], id: ProposalId): string {
  return proposals.find((proposal) => proposal.id === id)?.title ?? id
}
