/**
 * Shows named observers all boxes: the pairing number, receipt and commitment of every ballot, and no choice.
 *
 * Talks to content, keys and the ballot box. Invariant: nothing before the box is sealed, nothing of a code,
 * and every ballot that was recorded or none. Decided in docs/decisions/0013.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { printRows } from '../domain/csv.ts'
import { toHex } from '../domain/encoding.ts'
import type { Pool } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { checkCountable, unsealBallot } from './count-round.ts'
import { hallBoxes } from './hall-fates.ts'
import type { Ports } from './ports.ts'
import type { SealedBox } from './ports-hall.ts'

/** The text of observed.csv: `hall;q;R;c`, sorted by receipt; the round's own box has no hall. Throws where a record does not fit its place. */
export async function showBoxes(
  ports: Ports,
  roundId: string,
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  const meta = await ports.box.meta(round.id)
  if (meta === undefined) return refuseClerk('state-wrong', { state: 'draft' })
  const countable = checkCountable(ports, content, meta)
  if (!countable.ok) return countable
  const sealed = [ports, ...(await hallBoxes(ports, round)).map(({ box }) => box)]
  const boxes = await Promise.all(
    sealed.flatMap((box) => poolsOf(round).map((pool) => rowsOf(box, round, pool))),
  )
  const rows = boxes.flat().toSorted(([, , one = ''], [, , other = '']) => (one < other ? -1 : 1))
  return ok(printRows([['hall', 'q', 'R', 'c'], ...rows]))
}

async function rowsOf(ports: SealedBox, { id: round }: Round, pool: Pool): Promise<string[][]> {
  const boxed = await ports.box.ballots(round, pool)
  return boxed.map(({ receipt, record }) => {
    const { pairing, commitment } = unsealBallot(ports, { round, pool }, receipt, record)
    return [ports.hall?.id ?? '', toHex(pairing), receipt, toHex(commitment)]
  })
}
