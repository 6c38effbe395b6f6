/**
 * What became of the boxes of a round's halls.
 *
 * Talks to the desk's store. Invariant: files are read one at a time, for one answer of the host holds no more.
 * Decided in docs/decisions/0032.
 */
import type { HallWord } from '../domain/checkpoint.ts'
import {
  hallFileKind,
  hallKind,
  hallWord,
  type HallFate,
  type HallFile,
} from '../domain/hall-file.ts'
import type { Hall, Round } from '../domain/round.ts'
import { findRecord, listRecords } from './desk/find-record.ts'
import { hallBox } from './hall-box.ts'
import type { Ports } from './ports.ts'
import type { SealedBox } from './ports-hall.ts'

export type KnownHall = { readonly hall: Hall; readonly fate: HallFate | undefined }

/** Every hall of the round, in its order; without a fate while its box is still out. */
export async function hallFates(
  ports: Pick<Ports, 'desk' | 'clock'>,
  { id, halls }: Pick<Round, 'id' | 'halls'>,
): Promise<readonly KnownHall[]> {
  if (halls.length === 0) return []
  const fates = new Map((await listRecords(ports, hallKind(id))).map((each) => [each.id, each]))
  return halls.map((hall) => ({ hall, fate: fates.get(hall.id)?.value }))
}

/** The halls whose box is still out: while there is one, the round is not sealed. */
export async function hallsOut(
  ports: Pick<Ports, 'desk' | 'clock' | 'hall'>,
  round: Pick<Round, 'id' | 'halls'>,
): Promise<readonly Hall[]> {
  // The box of a hall waits for no other hall.
  if (ports.hall !== undefined) return []
  const known = await hallFates(ports, round)
  return known.flatMap(({ hall, fate }) => (fate === undefined ? [hall] : []))
}

export type TakenIn = { readonly file: HallFile; readonly box: SealedBox }

/** The boxes that were taken in, ready to be read, in the order of the round. */
export async function hallBoxes(
  ports: Pick<Ports, 'desk' | 'clock' | 'keys' | 'hall'>,
  round: Pick<Round, 'id' | 'halls'>,
): Promise<readonly TakenIn[]> {
  if (ports.hall !== undefined) return []
  const boxes: TakenIn[] = []
  for (const { hall } of await hallFates(ports, round)) {
    const taken = await findRecord(ports, hallFileKind(round.id), hall.id)
    if (taken !== undefined)
      boxes.push({ file: taken.value, box: hallBox(ports.keys, taken.value) })
  }
  return boxes
}

/** What the final checkpoint says of every hall that is settled, in the order of the round. */
export function hallWords(
  fates: readonly KnownHall[],
  boxes: readonly TakenIn[],
): readonly HallWord[] {
  return fates.flatMap(({ hall: { id: hall }, fate }): readonly HallWord[] => {
    if (fate !== undefined && 'reason' in fate) return [{ hall, reason: fate.reason }]
    return boxes.flatMap(({ file }) => (file.hall === hall ? [hallWord(file)] : []))
  })
}
