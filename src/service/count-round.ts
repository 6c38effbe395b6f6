/**
 * Counts a sealed round: unseals the ballots and applies the rule.
 *
 * Talks to keys and the ballot box. Invariant: nothing is read before the box is sealed, and the same
 * box gives the same count in any order. Decided in docs/decisions/0006.
 */
import { openRecord, parseRecord, sealContext, type OpenedBallot } from '../domain/ballot-record.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { countPool, type CountedPool } from '../domain/counted-pool.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
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
  return ok(await Promise.all(poolsOf(round).map((pool) => countBox(ports, content, pool))))
}

async function countBox(ports: Ports, content: RoundContent, pool: Pool): Promise<CountedPool> {
  const { round, proposals } = content
  const boxed = await ports.box.ballots(round.id, pool)
  return countPool({
    ...{ round, proposals, pool },
    ballots: boxed.map(({ receipt, record }) =>
      unseal(ports, { round: round.id, pool }, receipt, record),
    ),
    receipts: boxed.map(({ receipt }) => receipt),
  })
}

function unseal(
  { keys }: Ports,
  { round, pool }: { readonly round: RoundId; readonly pool: Pool },
  receipt: string,
  text: string,
): OpenedBallot {
  const record = parseRecord(text)
  const plain = keys.unseal(round, record.sealed, sealContext(round, pool, receipt))
  return openRecord({ round, pool, receipt }, { ...record, plain })
}
