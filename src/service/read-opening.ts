/**
 * Reads the opening record of a round's own box from the board.
 *
 * Talks to the board. Invariant: what was said before the first ballot, and nothing that was decided since.
 * Decided in docs/decisions/0012.
 */
import { checkpointPath } from '../domain/checkpoint.ts'
import { BoardDiffers } from '../domain/fault.ts'
import { parseOpeningRecord, type OpeningRecord } from '../domain/opening-record.ts'
import type { Round } from '../domain/round.ts'
import type { Ports } from './ports.ts'

/** The record of a round in which voting was opened. */
export async function readOpening(
  { publisher }: Pick<Ports, 'publisher'>,
  { id }: Pick<Round, 'id'>,
): Promise<OpeningRecord> {
  const commit = await publisher.head('board')
  const text = commit && (await publisher.read(commit, checkpointPath(id, 0)))
  if (text === undefined) throw new BoardDiffers('the opening record is missing on the board')
  return parseOpeningRecord(text)
}
