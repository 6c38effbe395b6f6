/**
 * What became of the boxes of a round's halls.
 *
 * Talks to the desk's store. Invariant: a hall whose file was taken in, or whose box was given up, stays so.
 * Decided in docs/decisions/0032.
 */
import { hallKind, type HallFate, type HallFile } from '../domain/hall-file.ts'
import type { Hall, Round } from '../domain/round.ts'
import { listRecords } from './desk/find-record.ts'
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

/** The boxes that were taken in, ready to be read. */
export async function hallBoxes(
  ports: Pick<Ports, 'desk' | 'clock' | 'keys' | 'hall'>,
  round: Pick<Round, 'id' | 'halls'>,
): Promise<readonly { readonly file: HallFile; readonly box: SealedBox }[]> {
  if (ports.hall !== undefined) return []
  return (await hallFates(ports, round)).flatMap(({ fate }) =>
    fate !== undefined && 'file' in fate
      ? [{ file: fate.file, box: hallBox(ports.keys, fate.file) }]
      : [],
  )
}
