/**
 * The strongest forger there can be: holds all keys, codes and ballots of an election, changes what it
 * likes, and writes board and files anew so that everything fits again.
 *
 * Takes the council's words and the marks' key from the ports. Invariant: whoever changes nothing writes
 * what was published, letter for letter; tests/proofs/tampered.test.ts says so first.
 */
import type { OpenedBallot } from '../../src/domain/ballot-record.ts'
import { certifiedFiles } from '../../src/domain/certified-files.ts'
import {
  boardHead,
  makeCheckpoint,
  parseCheckpoint,
  printCheckpoint,
  type CheckpointCounts,
} from '../../src/domain/checkpoint.ts'
import { countPool } from '../../src/domain/counted-pool.ts'
import { ballotDigest } from '../../src/domain/digest.ts'
import { fromBase64url, toBase64url, toHex } from '../../src/domain/encoding.ts'
import { hash } from '../../src/domain/hash.ts'
import type { LedgerMark } from '../../src/domain/ledger.ts'
import { issuedRoot } from '../../src/domain/mark.ts'
import { lotOrder } from '../../src/domain/lot.ts'
import {
  parseOpeningRecord,
  printOpeningRecord,
  type OpeningRecord,
} from '../../src/domain/opening-record.ts'
import { publicationFloor } from '../../src/domain/publication-floor.ts'
import { reconcileFiles } from '../../src/domain/reconcile-files.ts'
import {
  reconcileBoxes,
  type BoxedBallot,
  type ReconciliationRow,
} from '../../src/domain/reconciliation.ts'
import { poolBudget, poolEligible, poolsOf, type Round } from '../../src/domain/round.ts'
import { sealSnapshot, type Snapshot } from '../../src/domain/snapshot.ts'
import { snapshotFiles } from '../../src/domain/snapshot-files.ts'
import type { Plan } from '../../src/service/publish-result.ts'
import type { Published } from './held-election.ts'
import type { TestPorts } from './ports.ts'
import { commitmentsOf, type Facts, type Step } from './forged-facts.ts'

/** Writes board and files anew from these facts. */
export async function publishForged(facts: Facts): Promise<Published> {
  const opening = openingOf(facts)
  const board = boardOf(facts, opening)
  const files = new Map<string, string>()
  for (const plan of facts.plans)
    for (const { path, text } of await filesOf(facts, { plan, board })) files.set(path, text)
  return { board, files }
}

function openingOf(facts: Facts): OpeningRecord {
  const { round, proposals, marks, opening } = facts
  const count = (pool: string, kind: string) =>
    marks.filter((mark) => mark.pool === pool && mark.kind === kind).length
  return {
    ...opening,
    digest: ballotDigest(round, proposals),
    issuedRoot: toHex(issuedRoot(round.id, marks)),
    issued: poolsOf(round).map((pool) => ({
      ...{ pool, live: count(pool, 'live'), reserve: count(pool, 'reserve') },
    })),
    lot: [...lotOrder(round, proposals)],
    floor: publicationFloor(round, proposals),
  }
}

function countsUntil({ round, marks, secrets }: Facts, n: number, step: Step): CheckpointCounts {
  const pools = poolsOf(round)
  const issued = (['live', 'reserve'] as const).flatMap((kind) =>
    pools.map((pool): [string, number] => [
      `${kind}:${pool}`,
      marks.filter((mark) => mark.kind === kind && mark.pool === pool).length,
    ]),
  )
  const recorded = pools.map((pool): [string, number] => [
    `online:${pool}`,
    secrets.filter((secret) => secret.pool === pool && secret.first <= n).length,
  ])
  return {
    issued: new Map(issued),
    recorded: new Map(recorded.filter(([, ballots]) => ballots > 0)),
    ...{ revoked: step.revoked, reissued: step.reissued, held: 0 },
    invalid: new Map<string, number>(),
  }
}

function boardOf(facts: Facts, opening: OpeningRecord): readonly string[] {
  const { round, steps, kept, secrets } = facts
  const board = kept.length > 0 ? [...kept] : [printOpeningRecord(opening)]
  for (const [at, step] of steps.entries()) {
    const n = at + 1
    if (n < board.length) continue
    const there = secrets.filter(({ first }) => first <= n)
    const made = there.map((secret) => commitmentsOf(facts, secret))
    const checkpoint = makeCheckpoint({
      ...{ n, round: round.id, kind: step.kind, before: board[at] ?? '', pools: poolsOf(round) },
      receipts: there.map(({ receipt }) => receipt),
      leaves: made.map(({ leaf }) => leaf),
      commitments: step.kind === 'final' ? made.map(({ commitment }) => commitment) : undefined,
      counts: countsUntil(facts, n, step),
      events: step.events,
      logs: {
        ...(step.log && { log: step.log }),
        ...(step.councilLog && { councilLog: step.councilLog }),
      },
    })
    board.push(printCheckpoint(checkpoint))
  }
  return board
}

type Moment = { readonly plan: Plan; readonly board: readonly string[] }

async function filesOf(facts: Facts, { plan, board }: Moment) {
  const { ports, round, proposals, secrets, marks, markKey } = facts
  const counts = poolsOf(round).map((pool) => {
    const own = secrets.filter((secret) => secret.pool === pool)
    const ballots = own.map((secret): OpenedBallot => {
      const { commitment } = commitmentsOf(facts, secret)
      return { ballot: secret.ballot, salt: secret.salt, commitment }
    })
    const receipts = own.map(({ receipt }) => receipt)
    return countPool({ round, proposals, pool, ballots, receipts })
  })
  const snapshot = snapshotOf(facts, plan, counts)
  const opensAt = Date.parse(facts.opening.opensAt)
  const { print } = ports.content
  const council = await ports.content.council()
  const sealed = snapshotFiles({ council, round, proposals, opensAt, snapshot, counts, print })
  const receipts = secrets.map(({ receipt, first }) => ({ receipt, first }))
  const folder = `results/${plan.snapshot}`
  const lists =
    plan.status === 'provisional' ? [] : certifiedFiles({ folder, receipts, marks, markKey, board })
  const files = [...sealed, ...lists]
  const rows = [
    ...reconcileBoxes(evidenceOf(facts, board)),
    ...reconcileFiles(files, { snapshot, issuedRoot: toHex(issuedRoot(round.id, marks)) }),
  ]
  const report = {
    schemaVersion: 1,
    round: round.id,
    snapshot: plan.snapshot,
    rows: rows.map(smoothed),
  }
  const text = `${JSON.stringify(report, null, 2)}\n`
  return [...files, { path: `${folder}/reconciliation.json`, text }]
}

/** A row of the report, made to hold. */
function smoothed(row: ReconciliationRow): ReconciliationRow {
  const [first = 0] = Object.values(row.values)
  const values = Object.fromEntries(Object.keys(row.values).map((key) => [key, first]))
  return { ...row, holds: true, values }
}

function snapshotOf(
  { round, proposals, asOf }: Facts,
  { snapshot, status, supersedes, reason }: Plan,
  counts: readonly ReturnType<typeof countPool>[],
): Snapshot {
  return sealSnapshot({
    schemaVersion: 1,
    round: round.id,
    ...{ snapshot, status, asOf, supersedes },
    ...(reason === undefined ? {} : { reason }),
    ballotDigest: ballotDigest(round, proposals),
    rule: round.rule,
    pools: counts.map(({ paper: { pool }, tally, allocation, sideBySide }) => ({
      pool,
      budget: poolBudget(round, pool),
      eligible: poolEligible(round, pool) ?? null,
      ballots: { recorded: tally.ballots, blank: tally.blank },
      allocation,
      ...(sideBySide && status !== 'provisional' ? { sideBySide } : {}),
    })),
  })
}

/** What the report is made from. */
function evidenceOf(facts: Facts, board: readonly string[]) {
  const { ports, round, secrets, marks, steps } = facts
  const last = steps.at(-1) ?? { kind: 'final', events: [], revoked: 0, reissued: 0 }
  const boxed = secrets.map((secret): BoxedBallot => {
    const { commitment, leaf } = commitmentsOf(facts, secret)
    const read = secret.ballot.choices.length === 0 ? 'blank' : 'valid'
    return { ...{ receipt: secret.receipt, first: secret.first, commitment, leaf }, read }
  })
  const step = Math.max(1, Math.ceil(boxed.length / 20))
  const sampled = boxed.filter((_, at) => at % step === 0).length
  const [opening = '', ...checkpoints] = board
  const n = board.length - 1
  return {
    round: round.id,
    meta: {
      digest: ballotDigest(round, facts.proposals),
      head: boardHead(round.id, n, board[n] ?? ''),
    },
    counts: countsUntil(facts, n, last),
    marks,
    usedIssued: marks.filter(
      ({ use, k }) => use !== undefined && markOfUse(ports, round, use) === k,
    ).length,
    ...{ boxed, texts: board, opening: parseOpeningRecord(opening) },
    checkpoints: checkpoints.map(parseCheckpoint),
    signatures: { sampled, verified: sampled },
  }
}

function markOfUse({ keys }: TestPorts, round: Round, use: string): string {
  return keys.storedMark(round.id, hash('mark', round.id, fromBase64url(use)))
}

/** A mark as the box has it once this code voted. */
export function usedBy(
  { ports, round }: Facts,
  token: string,
  mark: Omit<LedgerMark, 'k'>,
): LedgerMark {
  const u = hash('use', round.id, token)
  return {
    ...mark,
    k: ports.keys.storedMark(round.id, hash('mark', round.id, u)),
    use: toBase64url(u),
  }
}
