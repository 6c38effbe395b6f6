/**
 * Makes the rows of the reconciliation of a sealed round, whether they hold or not.
 *
 * Talks to the store, the board and keys. Invariant: no row is made before the board says what is in the
 * sealed boxes; rows that do not hold are named in the log, whoever looked. Decided in docs/decisions/0013 and
 * 0034.
 */
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { hallRows, type HallsEvidence } from '../domain/hall-reconciliation.ts'
import {
  failedRows,
  reconcileBoxes,
  type Evidence,
  type ReconciliationRow,
} from '../domain/reconciliation.ts'
import { ok, type Result } from '../domain/result.ts'
import { codesTwiceInAll } from './codes-apart.ts'
import { checkCountable } from './count-round.ts'
import { gatherEvidence } from './gather-evidence.ts'
import { hallBoxes, hallFates, hallWords } from './hall-fates.ts'
import type { BoxMeta, Ports, RoundContent } from './ports.ts'
import { followBoard, isOnBoard } from './update-board.ts'

export type Reconciled = {
  readonly evidence: Evidence
  readonly halls: HallsEvidence
  readonly rows: readonly ReconciliationRow[]
}

/** The evidence, and a row for each thing that must agree. */
export async function reconcileRows(
  ports: Ports,
  content: RoundContent,
  meta: BoxMeta,
): Promise<Result<Reconciled, ClerkRefusal>> {
  const countable = checkCountable(ports, content, meta)
  if (!countable.ok) return countable
  await followBoard(ports, content.round)
  if (!(await isOnBoard(ports, content.round, 'final'))) return refuseClerk('board-behind')
  // The final checkpoint may have been written just now, and with it the head that receipts name.
  const now = (await ports.box.meta(content.round.id)) ?? meta
  const evidence = await gatherEvidence(ports, content, now)
  const halls = await gatherHalls(ports, content)
  const boxes = halls.boxes.map((box) => box.evidence)
  const rows = [...reconcileBoxes(evidence, boxes), ...hallRows(evidence, halls)]
  const failed = failedRows(rows).join(', ')
  if (failed !== '')
    ports.log.fault('numbers-differ', undefined, { round: content.round.id, rows: failed })
  return ok({ evidence, halls, rows })
}

/** The boxes of halls, each reconciled by itself, and held against all others. */
async function gatherHalls(ports: Ports, content: RoundContent): Promise<HallsEvidence> {
  if (ports.hall !== undefined) return { words: [], boxes: [], twice: 0 }
  const { round } = content
  const boxes = await hallBoxes(ports, round)
  const gather = async ({ file, box }: (typeof boxes)[number]) => {
    const evidence = await gatherEvidence(box, content, file)
    const markKey = box.keys.markKey(round.id)
    return { evidence, rows: reconcileBoxes(evidence), markKey }
  }
  // All are waited for together: where the store fails, no other failure is left that nobody hears of.
  const [fates, gathered, twice] = await Promise.all([
    hallFates(ports, round),
    Promise.all(boxes.map(gather)),
    codesTwiceInAll(round.id, [ports, ...boxes.map(({ box }) => box)]),
  ])
  return { words: hallWords(fates, boxes), boxes: gathered, twice }
}
