/**
 * Settles what became of a hall's box: its file is taken in, or the box is given up with a public reason.
 *
 * Talks to content, the store and keys. Invariant: one step of the store; what was taken in can be given up only while
 * nothing can be sealed: another hall is out, or a code in two boxes. Before the close nothing of a hall is read.
 * Decided in docs/decisions/0032.
 */
import { isReason } from '../domain/box-event.ts'
import { canonicalJson, isJson } from '../domain/canonical-json.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { hallFileKind, hallKind, type HallFate, type HallFile } from '../domain/hall-file.ts'
import type { HallId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Round } from '../domain/round.ts'
import { checkHallFile } from './check-hall-file.ts'
import { codesTwice } from './codes-apart.ts'
import { absent, added, changed, ended, findRecord } from './desk/find-record.ts'
import { hallBoxes, hallsOut } from './hall-fates.ts'
import type { Ports, RoundContent } from './ports.ts'
import type { DeskChange } from './ports-desk.ts'

/** The box in the file of a hall, checked as if it were taken in now; nothing is changed. */
export async function lookAtHall(
  ports: Ports,
  roundId: string,
  text: string,
): Promise<Result<{ readonly content: RoundContent; readonly file: HallFile }, ClerkRefusal>> {
  const content = await findClosed(ports, roundId)
  if (!content.ok) return content
  const checked = await checkHallFile(ports, content.value, text)
  return checked.ok ? ok({ content: content.value, file: checked.value }) : checked
}

/** Takes the file of a hall in; the same file again changes nothing. Answers the hall. */
export async function takeInHall(
  ports: Ports,
  roundId: string,
  text: string,
): Promise<Result<HallId, ClerkRefusal>> {
  const looked = await lookAtHall(ports, roundId, text)
  if (!looked.ok) return looked
  const { file } = looked.value
  const { round, hall: id } = file
  const fate = { ballots: file.ballots.length, head: file.head }
  const [kind, files] = [hallKind(round), hallFileKind(round)]
  const changes = [added(kind, { id, value: fate }), added(files, { id, value: file })]
  const isKnown = (await findRecord(ports, kind, id)) !== undefined
  if (!isKnown && !(await ports.desk.write(changes, ports.clock.now()))) return ok(id)
  // Somebody else may have settled it just now, and by the same file.
  const stands = await findRecord(ports, files, id)
  return isSame(stands?.value, file) ? ok(id) : refuseClerk('hall-settled', { hall: id })
}

/** Declares that the box of a hall does not come, or cannot be counted with the others: everyone reads why. */
export async function giveUpHall(
  ports: Ports,
  roundId: string,
  { hall, reason }: { readonly hall: HallId; readonly reason: string },
): Promise<Result<HallId, ClerkRefusal>> {
  if (!isReason(reason)) return refuseClerk('reason-missing')
  const content = await findClosed(ports, roundId)
  if (!content.ok) return content
  const { round } = content.value
  if (!round.halls.some(({ id }) => id === hall)) return refuseClerk('hall-unknown', { hall })
  const kind = hallKind(round.id)
  const known = await findRecord(ports, kind, hall)
  const fate = { reason: reason.trim() }
  const change = known
    ? changed(kind, { ...known, value: fate })
    : added(kind, { id: hall, value: fate })
  const proof =
    known === undefined ? [] : await unsealable(ports, round, { hall, known: known.value })
  if (proof !== undefined) {
    const changes = [change, ...proof, ended(hallFileKind(round.id), { id: hall })]
    if (!(await ports.desk.write(changes, ports.clock.now()))) return ok(hall)
  }
  const stands = await findRecord(ports, kind, hall)
  return isSame(stands?.value, fate) ? ok(hall) : refuseClerk('hall-settled', { hall })
}

/**
 * What must still hold for a box that was taken in to be given up, so that it never happens while the round is being
 * sealed; undefined where it cannot be. Of two boxes with the same code, the honest one may be the second to come.
 */
async function unsealable(
  ports: Ports,
  round: Round,
  { hall, known }: { readonly hall: HallId; readonly known: HallFate },
): Promise<readonly DeskChange[] | undefined> {
  if ('reason' in known) return undefined
  const [out] = await hallsOut(ports, round)
  if (out !== undefined) return [absent(hallKind(round.id), out.id)]
  return (await hallsWithCodesTwice(ports, round)).includes(hall) ? [] : undefined
}

/**
 * Halls that were taken in, and of which a used code is in two boxes: paper is boxed after them, and only then it may
 * come out.
 */
export async function hallsWithCodesTwice(ports: Ports, round: Round): Promise<readonly HallId[]> {
  const boxes = await hallBoxes(ports, round)
  const found = boxes.map(async (own) => {
    const others = boxes.flatMap((each) => (each === own ? [] : [each.box]))
    const twice = await codesTwice(round.id, own.box, [ports, ...others])
    return twice > 0 ? [own.file.hall] : []
  })
  return (await Promise.all(found)).flat()
}

async function findClosed(
  ports: Ports,
  roundId: string,
): Promise<Result<RoundContent, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  if (ports.hall !== undefined) return refuseClerk('hall-counts-elsewhere')
  const meta = await ports.box.meta(content.round.id)
  if (meta?.state !== 'closed') return refuseClerk('state-wrong', { state: meta?.state ?? 'draft' })
  return meta.digest === content.digest ? ok(content) : refuseClerk('ballot-differs')
}

function isSame(one: unknown, other: unknown): boolean {
  return isJson(one) && isJson(other) && canonicalJson(one) === canonicalJson(other)
}
