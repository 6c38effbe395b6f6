/**
 * Reads from the store what the certified files are made of.
 *
 * Talks to the chain, the archive and keys. Invariant: it is read only once the box is sealed, and Kmark
 * of a round leaves the keys nowhere else. Decided in docs/decisions/0012.
 */
import type { CertifiedFacts } from '../domain/certified-files.ts'
import { placeOf } from '../domain/checkpoint.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import type { Ports } from './ports.ts'

/** The facts of one snapshot. Throws unless the round was closed. */
export async function readCertified(
  { archive, chain, keys }: Ports,
  round: Round,
  snapshot: number,
): Promise<CertifiedFacts> {
  const marks = await archive.ledger(round.id)
  const { boxed, firstSeen } = await chain.survey(round.id, poolsOf(round))
  return {
    folder: `results/${snapshot}`,
    receipts: boxed.map(({ pool, receipt }) => ({
      receipt,
      first: firstSeen.get(placeOf(pool, receipt)) ?? 0,
    })),
    marks,
    markKey: keys.markKey(round.id),
  }
}
