/**
 * Checks the file of a hall before it is taken in.
 *
 * Talks to the store and keys. Invariant: what is taken in was signed by the hall's own laptop, is the whole box of
 * a hall that the round names, voted on the same ballot, and no code of it is a code of another box.
 * Decided in docs/decisions/0032.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { fromBase64url } from '../domain/encoding.ts'
import { hallFileMessage, isOneBox, readHallFile, type HallFile } from '../domain/hall-file.ts'
import { markOfUse, type LedgerMark } from '../domain/ledger.ts'
import { failedRows, reconcileBoxes, type Evidence } from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import { poolsOf } from '../domain/round.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { hallBox } from './hall-box.ts'
import { hallBoxes } from './hall-fates.ts'
import type { Ports, RoundContent } from './ports.ts'
import type { SealedBox } from './ports-hall.ts'

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
  if (file.digest !== content.digest) return refuseClerk('ballot-differs')
  const evidence = await gather(box, content, file)
  if (evidence === undefined) return refuseClerk('hall-file-unreadable')
  if (!isOfThisHall(box, evidence)) return refuseClerk('hall-file-other-box', { hall: file.hall })
  const failed = failedRows(reconcileBoxes(evidence))
  if (failed.length > 0) return refuseClerk('not-reconciled', { rows: failed.join(', ') })
  if (!isOneBox(file, poolsOf(round), evidence.checkpoints.at(-1)))
    return refuseClerk('hall-file-other-box', { hall: file.hall })
  const others = (await hallBoxes(ports, round)).filter((each) => each.file.hall !== file.hall)
  const twice = await codesTwice(round.id, box, [ports, ...others.map((other) => other.box)])
  return twice > 0 ? refuseClerk('hall-codes-twice', { count: twice }) : ok(file)
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

/** How many used codes of one of the boxes were issued in the other, too. */
export async function codesTwice(
  round: RoundContent['round']['id'],
  box: SealedBox,
  others: readonly SealedBox[],
): Promise<number> {
  const own = await box.archive.ledger(round)
  const found = others.map(async (other) => {
    const theirs = await other.archive.ledger(round)
    return issuedIn(round, other, own, theirs) + issuedIn(round, box, theirs, own)
  })
  return (await Promise.all(found)).reduce((sum, count) => sum + count, 0)
}

/** How many of the used codes are among those that a box issued. */
function issuedIn(
  round: RoundContent['round']['id'],
  { keys }: SealedBox,
  used: readonly LedgerMark[],
  issued: readonly LedgerMark[],
): number {
  const known = new Set(issued.map(({ k }) => k))
  return used.filter(
    ({ use }) => use !== undefined && known.has(keys.storedMark(round, markOfUse(round, use))),
  ).length
}
