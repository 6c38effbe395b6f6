/**
 * Makes the file of a hall, on the hall's own laptop: its sealed box, to be carried to the office.
 *
 * Talks to content, the store, the board and keys. Invariant: only what was sealed and agrees leaves the laptop,
 * and it stays sealed; it is signed with the laptop's own key. Decided in docs/decisions/0032.
 */
import { placeOf } from '../domain/checkpoint.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { toBase64url } from '../domain/encoding.ts'
import { hallFileMessage, printCounts, type HallFile } from '../domain/hall-file.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import type { Ports } from './ports.ts'
import { reconcileRound } from './reconcile-round.ts'

/** The file of this laptop's hall. */
export async function makeHallFile(
  ports: Ports,
  roundId: string,
): Promise<Result<HallFile, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  if (ports.hall?.round !== round.id) return refuseClerk('hall-not-here')
  const before = await ports.box.meta(round.id)
  if (before === undefined) return refuseClerk('state-wrong', { state: 'draft' })
  const reconciled = await reconcileRound(ports, content, before)
  if (!reconciled.ok) return reconciled
  const { evidence } = reconciled.value
  const sealed = await ports.chain.state(round.id)
  const { firstSeen } = await ports.chain.survey(round.id, poolsOf(round))
  const boxes = poolsOf(round).map(async (pool) =>
    (await ports.box.ballots(round.id, pool)).map(({ receipt, record }) => {
      const first = firstSeen.get(placeOf(pool, receipt))
      return { pool, receipt, record, ...(first !== undefined && { first }) }
    }),
  )
  const file: Omit<HallFile, 'signature'> = {
    schemaVersion: 1,
    ...{ round: round.id, hall: ports.hall.id, sitting: ports.hall.sitting },
    sealedAt: sealed?.at ?? 0,
    ...{ digest: evidence.meta.digest, head: evidence.meta.head },
    counts: printCounts(evidence.counts),
    marks: evidence.marks.map(({ use, ...mark }) => ({ ...mark, ...(use && { use }) })),
    ballots: (await Promise.all(boxes)).flat(),
    board: [...evidence.texts],
  }
  const signature = await ports.keys.sign(round.id, hallFileMessage(file))
  return ok({ ...file, signature: toBase64url(signature) })
}
