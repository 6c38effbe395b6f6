/**
 * Publishes the result of a sealed round: one commit with the snapshot and what it was made from.
 *
 * Talks to the ballot box and the publisher. Invariant: whether a result is missing is decided at the
 * head of the publishing branch, and a second, different result is never published but raises an alarm.
 * Decided in docs/decisions/0006.
 */
import { certifiedFiles } from '../domain/certified-files.ts'
import type { CountedPool } from '../domain/counted-pool.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { HallsEvidence } from '../domain/hall-reconciliation.ts'
import { reconcileFiles } from '../domain/reconcile-files.ts'
import type { Evidence, ReconciliationRow } from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolEligible, poolsOf, type Round } from '../domain/round.ts'
import { hallPrefix, sealSnapshot, type HallResult, type Snapshot } from '../domain/snapshot.ts'
import { snapshotFiles } from '../domain/snapshot-files.ts'
import { printInstant } from '../domain/time.ts'
import { channelsOf, hallNumbers, sumCounts } from '../domain/turnout.ts'
import { countRound } from './count-round.ts'
import { latestSnapshot } from './latest-snapshot.ts'
import type { BoxMeta, Ports, PublishedText, RoundContent } from './ports.ts'
import { publishFiles } from './publish-files.ts'
import { checkRows, reconcileRound, type Reconciled } from './reconcile-round.ts'

/** A fault that a person must look at: the same round counted to two different results. */
export class ResultDiffers extends Error {
  override readonly name = 'ResultDiffers'
}

export type PublishedResult = {
  readonly snapshot: Snapshot
  readonly commit: string
  readonly fresh: boolean
}

/** Which snapshot is to be published. */
export type Plan = Pick<Snapshot, 'snapshot' | 'status' | 'supersedes' | 'reason'>

/** Decides on a plan by what is published already. */
export type Planning = (content: RoundContent) => Promise<Result<Plan, ClerkRefusal>>

/** Publishes the first snapshot, or the final one after a provisional one. */
export async function publishResult(
  ports: Ports,
  roundId: string,
  status: 'provisional' | 'final',
): Promise<Result<PublishedResult, ClerkRefusal>> {
  return publishSnapshot(ports, roundId, planResult(ports, status))
}

/** The plan of the first snapshot, or of the final one after a provisional one. */
export function planResult(ports: Ports, status: 'provisional' | 'final'): Planning {
  return async ({ round }) => {
    const latest = await latestSnapshot(ports, round.id)
    // Whoever certifies again must not put result.md back to what was corrected since.
    if (latest?.status === 'corrected') return refuseClerk('state-wrong', { state: 'corrected' })
    const isFirst = status === 'provisional' || round.publication.result === 'certified'
    const n = isFirst || latest === undefined ? 1 : 2
    return ok({ snapshot: n, status, supersedes: n === 1 ? null : 1 })
  }
}

/** Reconciles, counts and publishes the snapshot that `plan` decides on. */
export async function publishSnapshot(
  ports: Ports,
  roundId: string,
  plan: Planning,
): Promise<Result<PublishedResult, ClerkRefusal>> {
  const prepared = await prepareSnapshot(ports, roundId, plan)
  if (!prepared.ok) return prepared
  const { content, snapshot, files } = prepared.value
  await checkPinned(ports, snapshot)
  const published = await commit(ports, { content, snapshot, files })
  if (snapshot.status === 'final') await ports.box.transition(content.round.id, 'publish')
  return ok({ snapshot, ...published })
}

export type PreparedSnapshot = {
  readonly content: RoundContent
  readonly snapshot: Snapshot
  readonly files: readonly PublishedText[]
}

/** Everything that would be published, reconciled and counted; nothing is published yet. */
export async function prepareSnapshot(
  ports: Ports,
  roundId: string,
  plan: Planning,
): Promise<Result<PreparedSnapshot, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const meta = await ports.box.meta(content.round.id)
  if (meta === undefined) return refuseClerk('state-wrong', { state: 'draft' })
  const reconciled = await reconcileRound(ports, content, meta)
  if (!reconciled.ok) return reconciled
  const counts = await countRound(ports, content, meta)
  if (!counts.ok) return counts
  const planned = await plan(content)
  if (!planned.ok) return planned
  const snapshot = makeSnapshot(content, meta, {
    ...{ plan: planned.value, counts: counts.value, reconciled: reconciled.value },
  })
  const facts = { content, meta, snapshot, counts: counts.value, ...reconciled.value }
  const files = await makeFiles(ports, facts)
  return files.ok ? ok({ content, snapshot, files: files.value }) : files
}

/** A correction is a person's decision, with a reason, and may well differ from what was counted before. */
async function checkPinned({ box }: Ports, snapshot: Snapshot): Promise<void> {
  if (snapshot.status === 'corrected') return
  const pinned = await box.pinResult(snapshot.round, snapshot.snapshot, snapshot.digest)
  if (pinned !== snapshot.digest)
    throw new ResultDiffers('the count differs from the one pinned before')
}

function makeSnapshot(
  { round, digest }: RoundContent,
  meta: BoxMeta,
  {
    plan: { snapshot, status, supersedes, reason },
    counts,
    reconciled: { evidence, halls },
  }: {
    readonly plan: Plan
    readonly counts: readonly CountedPool[]
    readonly reconciled: Reconciled
  },
): Snapshot {
  const channels = sumCounts(
    [evidence, ...halls.boxes.map((box) => box.evidence)].map((box) => box.counts),
  )
  return sealSnapshot({
    schemaVersion: 1,
    round: round.id,
    ...{ snapshot, status, asOf: printInstant(meta.closesAt), supersedes },
    ...(reason === undefined ? {} : { reason }),
    ballotDigest: digest,
    rule: round.rule,
    pools: counts.map(({ paper: { pool, budget }, tally, allocation, sideBySide }) => ({
      pool,
      budget,
      eligible: poolEligible(round, pool) ?? null,
      ballots: { recorded: tally.ballots, blank: tally.blank, ...channelsOf(pool, channels) },
      allocation,
      // A provisional result is sums only, and this could not be checked without the ballots.
      ...(sideBySide && status !== 'provisional' ? { sideBySide } : {}),
    })),
    ...(halls.words.length > 0 && { halls: hallResults(round, halls) }),
  })
}

/** What of the result came from each hall, or why nothing did. */
function hallResults(round: Round, { words, boxes }: HallsEvidence): HallResult[] {
  return words.map((word) => {
    if ('reason' in word) return word
    const counts = boxes.find(({ evidence }) => evidence.hall === word.hall)?.evidence.counts
    const pools = poolsOf(round).map((pool) => ({
      pool,
      ballots: hallNumbers(pool, counts ?? { recorded: new Map(), invalid: new Map() }),
    }))
    return { hall: word.hall, pools }
  })
}

type FileFacts = Reconciled & {
  readonly content: RoundContent
  readonly meta: BoxMeta
  readonly snapshot: Snapshot
  readonly counts: readonly CountedPool[]
}

/** Every file of the snapshot, read again and reconciled before anyone sees it. */
async function makeFiles(
  ports: Ports,
  { content, meta, snapshot, counts, evidence, halls, rows }: FileFacts,
): Promise<Result<readonly PublishedText[], ClerkRefusal>> {
  const council = await ports.content.council()
  const { print } = ports.content
  const folder = `results/${snapshot.snapshot}`
  const facts = { council, ...content, opensAt: meta.opensAt, snapshot, counts, print }
  const boxes = halls.boxes.map((box) => box.evidence)
  const certified =
    snapshot.status === 'provisional'
      ? []
      : [
          ...listFiles(folder, evidence, ports.keys.markKey(content.round.id)),
          ...halls.boxes.flatMap((box) => listFiles(folder, box.evidence, box.markKey)),
        ]
  const files = [...snapshotFiles(facts), ...certified]
  const { issuedRoot } = evidence.opening
  const roots = boxes.map(({ hall = '', opening }) => ({ hall, issuedRoot: opening.issuedRoot }))
  const all = [...rows, ...reconcileFiles(files, { snapshot, issuedRoot, halls: roots })]
  const agreed = checkRows(all)
  if (!agreed.ok) return agreed
  const reports = [{ hall: undefined, rows: all }, ...halls.boxes.map(hallReport)]
  return ok([
    ...files,
    ...reports.map((each) => ({
      path: `${folder}/${hallPrefix(each.hall)}reconciliation.json`,
      text: report(snapshot, each.rows),
    })),
  ])
}

function hallReport({ evidence: { hall }, rows }: HallsEvidence['boxes'][number]) {
  return { hall, rows }
}

/** The lists of one box. */
function listFiles(
  folder: string,
  { hall, marks, texts: board, boxed }: Evidence,
  markKey: Uint8Array,
): readonly PublishedText[] {
  const receipts = boxed.map(({ receipt, first = 0 }) => ({ receipt, first }))
  return certifiedFiles({ folder, hall, marks, board, receipts, markKey })
}

function report({ round, snapshot }: Snapshot, rows: readonly ReconciliationRow[]): string {
  return `${JSON.stringify({ schemaVersion: 1, round, snapshot, rows }, null, 2)}\n`
}

async function commit(
  ports: Ports,
  { content, snapshot, files }: PreparedSnapshot,
): Promise<{ readonly commit: string; readonly fresh: boolean }> {
  const folder = `rounds/${content.round.id}`
  const ballots = snapshot.pools.reduce((sum, pool) => sum + pool.ballots.recorded, 0)
  const published = await publishFiles(ports, {
    branch: 'content',
    message: `Results: ${content.round.id}, ${ballots} ballots`,
    files: files.map(({ path, text }) => ({ path: `${folder}/${path}`, text })),
    // Says which snapshot counts now, so each one replaces it.
    replace: [`${folder}/result.md`],
  })
  if (published.outcome === 'differs')
    throw new ResultDiffers('another result is already published')
  return { commit: published.commit, fresh: published.outcome === 'committed' }
}
