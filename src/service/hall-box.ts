/**
 * The box of a hall as its file holds it, to be read like any other sealed box.
 *
 * Pure but for the keys. Invariant: nothing in it comes from the store of this software.
 * Decided in docs/decisions/0032.
 */
import { checkpointPath, placeOf } from '../domain/checkpoint.ts'
import { readCounts, type HallFile } from '../domain/hall-file.ts'
import type { SealedBox } from './ports-hall.ts'
import type { Keys } from './ports-keys.ts'

/** Sealed with the keys that the hall's laptop makes. */
export function hallBox(keys: Pick<Keys, 'ofHall'>, file: HallFile): SealedBox {
  const { round, hall, sitting, ballots, board } = file
  const last = board.length - 1
  const texts = new Map(board.map((text, n) => [checkpointPath(round, n, hall), text]))
  const firstSeen = ballots.flatMap(({ pool, receipt, first }) =>
    first === undefined ? [] : [[placeOf(pool, receipt), first] as const],
  )
  return {
    hall: { round, id: hall },
    keys: keys.ofHall(round, hall, sitting),
    box: { ballots: async (_, pool) => ballots.filter((each) => each.pool === pool) },
    archive: { ledger: async () => file.marks.map((mark) => ({ ...mark, use: mark.use })) },
    chain: {
      survey: async () => ({ counts: readCounts(file), firstSeen: new Map(firstSeen) }),
      state: async () => ({
        ...{ n: last, kind: 'final', at: 0, recorded: ballots.length, events: 0, confirmed: true },
      }),
    },
    publisher: {
      head: async () => 'file',
      read: async (_, path) => texts.get(path),
    },
  }
}
