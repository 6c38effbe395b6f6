/**
 * Checks the file of a hall before it is taken in.
 *
 * Talks to the store, the board and keys. Invariant: what is taken in was signed with the key that the opening record
 * names for that hall, is its whole box, voted on the same ballot, and no code of it is a code of another box.
 * Decided in docs/decisions/0032.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { fromBase64url, toBase64url } from '../domain/encoding.ts'
import { hallFileMessage, isOneBox, readHallFile, type HallFile } from '../domain/hall-file.ts'
import { isNamedHall } from '../domain/opening-record.ts'
import { failedRows, reconcileBoxes, type Evidence } from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf, type Round } from '../domain/round.ts'
import { codesTwice } from './codes-apart.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { hallBox } from './hall-box.ts'
import { hallBoxes, type TakenIn } from './hall-fates.ts'
import type { Ports, RoundContent } from './ports.ts'
import type { SealedBox } from './ports-hall.ts'
import { readOpening } from './read-opening.ts'

/** The file, where it may be taken in; the round is known to be closed. */
export async function checkHallFile(
  ports: Ports,
  content: RoundContent,
  text: string,
): Promise<Result<HallFile, ClerkRefusal>> {
  const file = readHallFile(text)
  if (file === undefined) return refuseClerk('hall-file-unreadable')
  const { round } = content
  if (file.round !== round.id) return refuseClerk('hall-file-other-round', { round: file.round })
  if (!round.halls.some(({ id }) => id === file.hall))
    return refuseClerk('hall-unknown', { hall: file.hall })
  const box = hallBox(ports.keys, file)
  if (!isSigned(box, file)) return refuseClerk('hall-file-changed', { hall: file.hall })
  const evidence = await gather(box, content, file)
  if (evidence === undefined) return refuseClerk('hall-file-unreadable')
  const { opensAt } = evidence.opening
  const signKey = toBase64url(box.keys.signKey(round.id))
  if (!isNamedHall(await readOpening(ports, round), { hall: file.hall, signKey, opensAt }))
    return refuseClerk('hall-file-rehearsal', { hall: file.hall })
  if (file.digest !== content.digest) return refuseClerk('ballot-differs')
  if (!isOfThisHall(box, evidence)) return refuseClerk('hall-file-other-box', { hall: file.hall })
  const failed = failedRows(reconcileBoxes(evidence))
  if (failed.length > 0) return refuseClerk('not-reconciled', { rows: failed.join(', ') })
  if (!isOneBox(file, poolsOf(round), evidence.checkpoints.at(-1)))
    return refuseClerk('hall-file-other-box', { hall: file.hall })
  const others = (await hallBoxes(ports, round)).filter((each) => each.file.hall !== file.hall)
  const twice = await codesTwice(round.id, box, [ports, ...others.map((other) => other.box)])
  if (twice === 0) return ok(file)
  const halls = await sharing(box, round, others)
  return refuseClerk('hall-codes-twice', { count: twice, halls: halls.join(', ') })
}

/** The names of the halls that have codes of this box: either may be the one that registered what is not its own. */
async function sharing(
  box: SealedBox,
  { id, halls }: Round,
  others: readonly TakenIn[],
): Promise<readonly string[]> {
  const found = others.map(async (other) => {
    const twice = await codesTwice(id, box, [other.box])
    return twice > 0
      ? halls.flatMap((hall) => (hall.id === other.file.hall ? [hall.name] : []))
      : []
  })
  return (await Promise.all(found)).flat()
}

/** Anybody who carries a file can write in it, and make every root anew. */
function isSigned({ keys }: SealedBox, { signature, ...file }: HallFile): boolean {
  const signKey = keys.signKey(file.round)
  return keys.verify(signKey, hallFileMessage(file), fromBase64url(signature))
}

/** Undefined where the file holds something else than a box. */
async function gather(
  box: SealedBox,
  content: RoundContent,
  { digest, head }: HallFile,
): Promise<Evidence | undefined> {
  try {
    return await gatherEvidence(box, content, { digest, head })
  } catch {
    return undefined
  }
}

/** Opened as the box of this hall, with its keys, and sealed at the end. */
function isOfThisHall(
  { keys, hall }: SealedBox,
  { opening, checkpoints, round }: Evidence,
): boolean {
  return (
    hall !== undefined &&
    opening.round === round &&
    opening.hall === hall.id &&
    opening.fingerprint === keys.fingerprint(hall.round) &&
    checkpoints.at(-1)?.kind === 'final' &&
    // A root over few ballots could be tried out against the published list of all.
    checkpoints.at(-1)?.ballotsRoot === undefined
  )
}
