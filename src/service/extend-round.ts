/**
 * Extends voting: moves the end later, in the ballot box.
 *
 * Talks to content and the ballot box. Invariant: an end only ever moves later, by a month at most at a
 * time, and never after the close. Decided in docs/decisions/0003.
 */
import { extendedAt } from '../domain/box-event.ts'
import { refuseClerk, type ClerkRefusal } from '../domain/clerk-refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import { endOf, printInstant, type Instant, type LocalTime } from '../domain/time.ts'
import type { Ports } from './ports.ts'

/** Beyond the end so far: an end cannot be taken back, and a slip of the year would keep the boxes closed for good. */
const LONGEST_EXTENSION = 31 * 86_400_000

/** Extends to a local time of the council; answers the instant. */
export async function extendRound(
  ports: Ports,
  roundId: string,
  to: LocalTime,
): Promise<Result<Instant, ClerkRefusal>> {
  const content = await ports.content.round(roundId)
  if (content === undefined) return refuseClerk('round-unknown', { round: roundId })
  const council = await ports.content.council()
  const end = endOf(to, council.timeZone)
  if (!end.ok) return refuseClerk('end-not-later', { to })
  const meta = await ports.box.meta(content.round.id)
  const latest = (meta?.closesAt ?? Infinity) + LONGEST_EXTENSION
  if (end.value > latest) return refuseClerk('end-too-late', { latest: printInstant(latest) })
  const event = extendedAt(ports.clock.now(), end.value)
  const extended = await ports.box.extend(content.round.id, end.value, event)
  return extended ? ok(end.value) : refuseClerk('end-not-later', { to })
}
