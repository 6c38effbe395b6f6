/**
 * Changes the state of a round's ballot boxes: pause, resume, close, seal.
 *
 * Talks to content, the ballot box and the board. Invariant: voting never closes before its announced
 * end, and nothing is sealed while paper waits or the box of a hall is out, or before the board says what is in
 * the boxes. Decided in docs/decisions/0003, 0012, 0025 and 0032.
 */
import { isReason, pausedAt, resumedAt, type BoxEvent } from '../domain/box-event.ts'
import { CLOSING_GRACE_SECONDS, TRANSITIONS } from '../domain/box-state.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import type { RoundId } from '../domain/id.ts'
import { ok, type Result } from '../domain/result.ts'
import { printInstant } from '../domain/time.ts'
import { codesTwiceInAll } from './codes-apart.ts'
import { hallBoxes, hallsOut } from './hall-fates.ts'
import type { BoxMeta, Ports } from './ports.ts'
import { followBoard, isClosedOnBoard } from './update-board.ts'

export type Change = 'pause' | 'resume' | 'close' | 'seal'

/** Moves the round; answers the new state. A pause has a reason, which everyone can read on the board. */
export async function changeRound(
  ports: Ports,
  roundId: string,
  change: Change,
  reason?: string,
): Promise<Result<string, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const { round } = content
  const meta = await ports.box.meta(round.id)
  const earliest = earliestClose(meta)
  if (change === 'close' && ports.clock.now() < earliest)
    return refuseClerk('before-end', { earliest: printInstant(earliest) })
  if (change === 'pause' && !isReason(reason)) return refuseClerk('reason-missing')
  if (change === 'seal') {
    if (meta?.state !== 'closed') return refuseClerk('state-wrong', { state: stateOf(meta) })
    // The halls that the round names are part of what was opened.
    if (meta.digest !== content.digest) return refuseClerk('ballot-differs')
    const out = await hallsOut(ports, round)
    if (out.length > 0)
      return refuseClerk('halls-out', { halls: out.map(({ name }) => name).join(', ') })
    const paper = await checkPaper(ports, round.id)
    if (!paper.ok) return paper
    const boxes = (await hallBoxes(ports, round)).map(({ box }) => box)
    const twice = await codesTwiceInAll(round.id, [ports, ...boxes])
    if (twice > 0) return refuseClerk('hall-codes-twice', { count: twice })
    await followBoard(ports, round, 'paper-is-in')
    if (!(await isClosedOnBoard(ports, round))) return refuseClerk('board-behind')
  }
  const event = eventOf(change, ports.clock.now(), reason)
  // Somebody may move the end between the look above and the close.
  const closesAt = change === 'close' ? meta?.closesAt : undefined
  if (!(await ports.box.transition(round.id, change, { event, closesAt })))
    return whyNot(ports, round.id, { change, closesAt })
  if (change === 'close' || change === 'seal') await followBoard(ports, round)
  return ok(TRANSITIONS[change].to)
}

/** Why the box refused the step, as it stands now: another state, or an end that was moved later just before. */
async function whyNot(
  { box }: Ports,
  round: RoundId,
  { change, closesAt }: { readonly change: Change; readonly closesAt: number | undefined },
): Promise<Result<never, ClerkRefusal>> {
  const meta = await box.meta(round)
  if (closesAt !== undefined && meta !== undefined && meta.closesAt !== closesAt)
    return refuseClerk('before-end', { earliest: printInstant(earliestClose(meta)) })
  const paper = change === 'seal' ? await checkPaper({ box }, round) : ok(0)
  return paper.ok ? refuseClerk('state-wrong', { state: stateOf(meta) }) : paper
}

/** Nothing is sealed while a code is held whose ballot is not in the box. */
async function checkPaper(
  { box }: Pick<Ports, 'box'>,
  round: RoundId,
): Promise<Result<number, ClerkRefusal>> {
  const { held } = await box.counts(round)
  return held > 0 ? refuseClerk('paper-waiting', { waiting: held }) : ok(held)
}

function earliestClose(meta: BoxMeta | undefined): number {
  return (meta?.closesAt ?? 0) + CLOSING_GRACE_SECONDS * 1000
}

function stateOf(meta: BoxMeta | undefined): string {
  return meta?.state ?? 'draft'
}

function eventOf(change: Change, now: number, reason = ''): BoxEvent | undefined {
  if (change === 'pause') return pausedAt(now, reason)
  return change === 'resume' ? resumedAt(now) : undefined
}
