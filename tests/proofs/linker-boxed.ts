/**
 * What the judge reads of a box that is closed: every record by its receipt.
 *
 * Talks to the ports of an election. Invariant: none of it is given to the linker but as names of ballots.
 */
import { poolsOf } from '../../src/domain/round.ts'
import type { Election } from './linker-election.ts'
import type { Records } from './linker-readings.ts'

export async function readRecords({ ports, round }: Election): Promise<Records> {
  const boxes = await Promise.all(poolsOf(round).map((pool) => ports.box.ballots(round.id, pool)))
  return new Map(boxes.flat().map(({ receipt, record }) => [receipt, record]))
}
