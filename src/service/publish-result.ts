/**
 * Publishes the result of a sealed round: one commit with the snapshot and what it was made from.
 *
 * Talks to the ballot box and the publisher. Invariant: whether a result is missing is decided at the
 * head of the publishing branch, and a second, different result is never published but raises an alarm.
 * Decided in docs/decisions/0006.
 */
import { certifiedFiles } from '../domain/certified-files.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolEligible } from '../domain/round.ts'
import { sealSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { snapshotFiles, type CountedPool } from '../domain/snapshot-files.ts'
import { printInstant } from '../domain/time.ts'
import { countRound } from './count-round.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'
import { publishFiles } from './publish-files.ts'
import { readCertified } from './read-certified.ts'
import { followBoard, isOnBoard } from './update-board.ts'

/** A fault that a person must look at: the same round counted to two different results. */
export class ResultDiffers extends Error {
  override readonly name = 'ResultDiffers'
}

export type PublishedResult = {
  readonly snapshot: Snapshot
  readonly commit: string
  readonly fresh: boolean
}

/** Publishes the first snapshot, or the final one after a provisional one. */
export async function publishResult(
  ports: Ports,
  roundId: string,
  status: 'provisional' | 'final',
): Promise<Result<PublishedResult, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const meta = await ports.box.meta(content.round.id)
  if (meta === undefined) return refuseClerk('state-wrong', { state: 'draft' })
  const counts = await countRound(ports, content, meta)
  if (!counts.ok) return counts
  await followBoard(ports, content.round)
  if (meta.state === 'sealed' && !(await isOnBoard(ports, content.round, 'final')))
    return refuseClerk('board-behind')
  const n = await nextSnapshot(ports, content, status)
  const snapshot = makeSnapshot(content, meta, { n, status, counts: counts.value })
  const pinned = await ports.box.pinResult(content.round.id, n, snapshot.digest)
  if (pinned !== snapshot.digest)
    throw new ResultDiffers('the count differs from the one pinned before')
  const published = await commit(ports, { content, meta, snapshot, counts: counts.value })
  if (status === 'final') await ports.box.transition(content.round.id, 'publish')
  return ok({ snapshot, ...published })
}

/** 1, or 2 where a provisional snapshot is published and the final one is asked for. */
async function nextSnapshot(
  { publisher }: Ports,
  { round }: RoundContent,
  status: string,
): Promise<number> {
  if (round.publication.result === 'certified' || status === 'provisional') return 1
  const head = await publisher.head('content')
  const first = head && (await publisher.read(head, `rounds/${round.id}/results/1/result.json`))
  return first ? 2 : 1
}

function makeSnapshot(
  { round, digest }: RoundContent,
  meta: BoxMeta,
  facts: {
    readonly n: number
    readonly status: 'provisional' | 'final'
    readonly counts: readonly CountedPool[]
  },
): Snapshot {
  return sealSnapshot({
    schemaVersion: 1,
    round: round.id,
    snapshot: facts.n,
    status: facts.status,
    asOf: printInstant(meta.closesAt),
    supersedes: facts.n === 1 ? null : facts.n - 1,
    ballotDigest: digest,
    rule: round.rule,
    pools: facts.counts.map(({ paper: { pool, budget }, tally, allocation }) => ({
      pool,
      budget,
      eligible: poolEligible(round, pool) ?? null,
      ballots: { recorded: tally.ballots, blank: tally.blank },
      allocation,
    })),
  })
}

async function commit(
  ports: Ports,
  facts: {
    readonly content: RoundContent
    readonly meta: BoxMeta
    readonly snapshot: Snapshot
    readonly counts: readonly CountedPool[]
  },
): Promise<{ readonly commit: string; readonly fresh: boolean }> {
  const { content, meta, snapshot, counts } = facts
  const council = await ports.content.council()
  const made = snapshotFiles({
    council,
    ...content,
    opensAt: meta.opensAt,
    snapshot,
    counts,
    print: ports.content.print,
  })
  const certified =
    snapshot.status === 'provisional'
      ? []
      : certifiedFiles(await readCertified(ports, content.round, snapshot.snapshot))
  const files = [...made, ...certified]
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
