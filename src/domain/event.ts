/**
 * Events: what residents can come to in a round, with its hour and place.
 *
 * Pure; no clock. Invariant: an event has an id of its own that stays when it is moved, so that a calendar
 * which knows it moves it too. Decided in docs/decisions/0020.
 */
import * as v from 'valibot'
import type { FieldFault } from './field-fault.ts'
import { EventIdSchema } from './id.ts'
import { endOf, LocalTimeSchema, spanFaults, startOf, type Instant } from './time.ts'
import { lineOf } from './written-text.ts'

export const EventSchema = v.strictObject({
  /** The event's short name, kept when it is moved: a-z, digits, dashes. */
  id: EventIdSchema,
  /** What it is, as a poster would say it: "Help evening". */
  title: lineOf(2, 80),
  /** The minute it starts, or a day for all of it: 2027-05-03 19:00. */
  from: LocalTimeSchema,
  /** The minute it ends, or the last day: 2027-05-03 21:00. Leave out where nobody knows. */
  to: v.optional(LocalTimeSchema),
  /** Where it is: "The hall, Skolevej 4". */
  place: v.optional(lineOf(2, 120)),
  /** A line on what to bring or to expect. */
  note: v.optional(lineOf(2, 300)),
})

export type RoundEvent = v.InferOutput<typeof EventSchema>

/** What is wrong with the events of a round. */
export function eventFaults(events: readonly RoundEvent[], timeZone: string): FieldFault[] {
  const ids = events.map(({ id }) => id)
  return [
    ...events.flatMap((event, index) =>
      spanFaults({ name: `events.${event.id}`, at: `events.${index}` }, event, timeZone),
    ),
    ...ids.flatMap((id, index): FieldFault[] =>
      ids.indexOf(id) === index
        ? []
        : [
            {
              ...{ at: `events.${index}.id`, code: 'twice' },
              words: `events: found "${id}" twice, expected an id of its own for each event`,
            },
          ],
    ),
  ]
}

/** When an event is. `endsAt` is exclusive, and Infinity where nobody knows. Throws where eventFaults would have found something. */
export function eventTimes(
  { id, from, to }: RoundEvent,
  timeZone: string,
): { readonly startsAt: Instant; readonly endsAt: Instant } {
  const start = startOf(from, timeZone)
  const last = to ?? (from.includes(' ') ? undefined : from)
  const end = last === undefined ? undefined : endOf(last, timeZone)
  if (!start.ok || (end && !end.ok)) throw new RangeError(`unchecked dates in event ${id}`)
  return { startsAt: start.value, endsAt: end?.value ?? Infinity }
}
