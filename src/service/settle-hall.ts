/**
 * Settles what became of a hall's box: its file is taken in, or the box is given up with a public reason.
 *
 * Talks to content, the store and keys. Invariant: one step of the store, which is taken once; before the close
 * nothing of a hall is read. Decided in docs/decisions/0032.
 */
import { isReason } from '../domain/box-event.ts'
import { canonicalJson, isJson } from '../domain/canonical-json.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { hallKind, type HallFate } from '../domain/hall-file.ts'
import type { HallId, RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { checkHallFile } from './check-hall-file.ts'
import { added, findRecord } from './desk/find-record.ts'
import type { Ports, RoundContent } from './ports.ts'

/** Takes the file of a hall in; the same file again changes nothing. Answers the hall. */
export async function takeInHall(
  ports: Ports,
  roundId: string,
  text: string,
): Promise<Result<HallId, ClerkRefusal>> {
  const content = await findClosed(ports, roundId)
  if (!content.ok) return content
  const checked = await checkHallFile(ports, content.value, text)
  if (!checked.ok) return checked
  const file = checked.value
  return settle(ports, content.value.round.id, { hall: file.hall, fate: { file } })
}

/** Declares that the box of a hall does not come: everyone reads why. */
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
  return settle(ports, round.id, { hall, fate: { reason: reason.trim() } })
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

async function settle(
  ports: Ports,
  round: RoundId,
  { hall, fate }: { readonly hall: HallId; readonly fate: HallFate },
): Promise<Result<HallId, ClerkRefusal>> {
  const kind = hallKind(round)
  const known = await findRecord(ports, kind, hall)
  const change = added(kind, { id: hall, value: fate })
  if (known === undefined && !(await ports.desk.write([change], ports.clock.now()))) return ok(hall)
  // Somebody else may have settled it just now, and by the same file.
  const stands = known ?? (await findRecord(ports, kind, hall))
  return stands !== undefined && isSame(stands.value, fate)
    ? ok(hall)
    : refuseClerk('hall-settled', { hall })
}

function isSame(one: HallFate, other: HallFate): boolean {
  return isJson(one) && isJson(other) && canonicalJson(one) === canonicalJson(other)
}
