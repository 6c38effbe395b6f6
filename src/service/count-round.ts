/**
 * Counts a sealed round: unseals the ballots and applies the rule.
 *
 * Talks to keys and the ballot box. Invariant: nothing is read before the box is sealed, and the same
 * boxes give the same count in any order. Decided in docs/decisions/0006, for halls in 0032.
 */
import { openRecord, parseRecord, sealContext, type OpenedRecord } from '../domain/ballot-record.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { countPool, type CountedPool } from '../domain/counted-pool.ts'
import type { Pool, RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import { checkHome } from './check-home.ts'
import { hallBoxes } from './hall-fates.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'
import type { SealedBox } from './ports-hall.ts'

/** Counts every ballot box of the round. */
export async function countRound(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<readonly CountedPool[], ClerkRefusal>> {
  const countable = checkCountable(ports, content, meta)
  if (!countable.ok) return countable
  // Of a part of the vote nothing may be known before the rest.
  if (ports.hall !== undefined) return refuseClerk('hall-counts-elsewhere')
  const boxes = [ports, ...(await hallBoxes(ports, content.round)).map(({ box }) => box)]
  const pools = poolsOf(content.round)
  return ok(await Promise.all(pools.map((pool) => countPoolOf(boxes, content, pool))))
}

/** Whether this software, with this key and content, may count the round now. */
export function checkCountable(
  ports: Ports,
  { round, digest }: RoundContent,
  meta: BoxMeta,
): Result<true, ClerkRefusal> {
  if (meta.state !== 'sealed' && meta.state !== 'published')
    return refuseClerk('state-wrong', { state: meta.state })
  if (meta.digest !== digest) return refuseClerk('ballot-differs')
  checkHome(ports, round.id, meta)
  return ok(true)
}

/** Ballots of halls are counted with all others, and not apart from them. */
async function countPoolOf(
  boxes: readonly SealedBox[],
  content: RoundContent,
  pool: Pool,
): Promise<CountedPool> {
  const { round, proposals } = content
  const boxed = await Promise.all(boxes.map((box) => readBox(box, round.id, pool)))
  return countPool({
    ...{ round, proposals, pool },
    ballots: boxed.flatMap(({ ballots }) => ballots),
    receipts: boxed.flatMap(({ receipts }) => receipts),
  })
}

async function readBox(box: SealedBox, round: RoundId, pool: Pool) {
  const boxed = await box.box.ballots(round, pool)
  return {
    ballots: boxed.map(({ receipt, record }) =>
      unsealBallot(box, { round, pool }, receipt, record),
    ),
    receipts: boxed.map(({ receipt }) => receipt),
  }
}

/** Opens a record of a box. Throws where it, its key or its place is not the one of the cast. */
export function unsealBallot(
  { keys }: Pick<SealedBox, 'keys'>,
  { round, pool }: { readonly round: RoundId; readonly pool: Pool },
  receipt: string,
  text: string,
): OpenedRecord {
  const record = parseRecord(text)
  const plain = keys.unseal(round, record.sealed, sealContext(round, pool, receipt))
  return openRecord({ round, pool, receipt }, { ...record, plain })
}
