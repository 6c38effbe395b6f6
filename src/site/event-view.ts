/**
 * Events as a reader sees them: what residents can come to, by time.
 *
 * Pure. Invariant: every event says its day and hour, also where no script runs.
 * Decided in docs/decisions/0020.
 */
import { eventTimes } from '../domain/event.ts'
import { periodsOf } from '../domain/phase.ts'
import type { Round } from '../domain/round.ts'
import { iso } from './moments.ts'
import { inRound, type Reader } from './reader.ts'

export type EventView = {
  readonly title: string
  readonly when: string
  readonly place: string | undefined
  readonly note: string | undefined
  readonly startsAt: string | undefined
  /** The end of a time is known, or else the event is not marked as going on. */
  readonly endsAt: string | undefined
}

/** The events of a round, the first one first. */
export function eventViews({ events, phases }: Round, reader: Reader): readonly EventView[] {
  const { timeZone } = reader.council
  const { format } = inRound(reader, periodsOf(phases, timeZone))
  return events
    .map((event) => ({ event, ...eventTimes(event, timeZone) }))
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .map(({ event: { title, place, note }, startsAt, endsAt }) => ({
      ...{ title, place, note },
      when: format.span(startsAt, endsAt),
      startsAt: iso(startsAt),
      endsAt: iso(Number.isFinite(endsAt) ? endsAt : startsAt),
    }))
}
