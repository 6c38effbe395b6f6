/**
 * Counts a sealed round: unseals the ballots and applies the rule.
 *
 * Talks to keys and the ballot box. Invariant: nothing is read before the box is sealed, and the same
 * box gives the same count in any order. Decided in docs/decisions/0006.
 */
import { allocate } from '../domain/allocate.ts'
import { ballotPaper, type BallotPaper } from '../domain/ballot.ts'
import { openRecord, parseRecord, sealContext, type OpenedBallot } from '../domain/ballot-record.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { compareBytes } from '../domain/encoding.ts'
import type { Pool } from '../domain/id.ts'
import { lotOrder } from '../domain/lot.ts'
import { compareWith, otherRule } from '../domain/other-rule.ts'
import { certificateOf } from '../domain/published-certificate.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import type { CountedPool } from '../domain/snapshot-files.ts'
import { tally } from '../domain/tally.ts'
import { NotConfigured } from '../domain/fault.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'

/** Counts every ballot box of the round. */
export async function countRound(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<readonly CountedPool[], ClerkRefusal>> {
  const { round, digest } = content
  if (meta.state !== 'sealed' && meta.state !== 'published')
    return refuseClerk('state-wrong', { state: meta.state })
  if (meta.digest !== digest) return refuseClerk('ballot-differs')
  if (meta.fingerprint !== ports.keys.fingerprint(round.id))
    throw new NotConfigured('CHEST_KEY is not the one that this round was opened with')
  return ok(await Promise.all(poolsOf(round).map((pool) => countPool(ports, content, pool))))
}

async function countPool(ports: Ports, content: RoundContent, pool: Pool): Promise<CountedPool> {
  const { round, proposals } = content
  const paper = ballotPaper(round, proposals, pool)
  const boxed = await ports.box.ballots(round.id, pool)
  const ballots = boxed
    .map(({ receipt, record }) => unseal(ports, paper, receipt, record))
    .toSorted((a, b) => compareBytes(a.commitment, b.commitment))
  const profile = ballots.map(({ ballot }) => ballot)
  const counted = tally(paper, profile)
  const facts = { rule: round.rule, lot: lotOrder(round, proposals), places: proposals }
  const allocation = allocate(paper, profile, facts)
  const receipts = boxed.map(({ receipt }) => receipt).toSorted()
  const shared = { paper, ballots, receipts, tally: counted, allocation }
  // Below the floor no file may say anything of single ballots, or of groups of them.
  if (ballots.length < round.publication.floor) return shared
  const other = otherRule(round.rule, allocation)
  return {
    ...shared,
    sideBySide: other && compareWith(other, facts, { paper, ballots: profile, allocation }),
    certificate: certificateOf(paper, profile, facts),
  }
}

function unseal(
  { keys }: Ports,
  { round, pool }: BallotPaper,
  receipt: string,
  text: string,
): OpenedBallot {
  const record = parseRecord(text)
  const plain = keys.unseal(round, record.sealed, sealContext(round, pool, receipt))
  return openRecord({ round, pool, receipt }, { ...record, plain })
}
