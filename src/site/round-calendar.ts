/**
 * The calendar of a round: its phases, the last day of those in which a resident can do something, and its events.
 *
 * Pure. Invariant: every phase and every event of the round stands in it with the round's own dates.
 * Decided in docs/decisions/0017.
 */
import { eventTimes, type RoundEvent } from '../domain/event.ts'
import type { Period } from '../domain/phase.ts'
import { endOf, printDay, startOf, type Instant } from '../domain/time.ts'
import { absoluteAddress, roundAddresses } from './addresses.ts'
import { printCalendar, type CalendarEvent } from './icalendar.ts'
import type { RoundPage } from './load.ts'
import type { Reader } from './reader.ts'
import { stableId } from './stable-id.ts'

/** The file that a calendar program takes in; `base` is the site's own address, where it is known. */
export function roundCalendar(page: RoundPage, reader: Reader, base: URL | undefined): string {
  const { round, periods } = page
  return printCalendar({
    name: round.title,
    timeZone: reader.council.timeZone,
    stamp: periods[0]?.startsAt ?? 0,
    events: [
      ...periods.flatMap((period, index) => {
        const before = periods.slice(0, index).filter(({ phase }) => phase === period.phase)
        return phaseEvents({ page, reader, base, period, turn: before.length + 1 })
      }),
      ...round.events.map((event) => meeting(event, page, reader, base)),
    ],
  })
}

type Given = {
  readonly page: RoundPage
  readonly reader: Reader
  readonly base: URL | undefined
  readonly period: Period
  /** Which of the periods of this name: a round can have two help days. */
  readonly turn: number
}

function phaseEvents({ page, reader, base, period, turn }: Given): readonly CalendarEvent[] {
  const { round } = page
  const id = (kind: string) => stableId(reader.council, round.id, kind, period.phase, String(turn))
  const to = roundAddresses(reader.language, round.id)
  const url = base && absoluteAddress(to.round, base)
  const { startsAt, endsAt, note } = period
  const name = (text: string) => `${round.title}: ${text}`
  const phase = {
    ...{ uid: id('phase'), url, startsAt, endsAt },
    summary: name(reader.words.phases[period.phase]),
    description: note,
  }
  const until = deadlineText(period, reader)
  if (until === undefined) return [phase]
  const day = dayOf(endsAt - 1, reader.council.timeZone)
  const last = { uid: id('last-day'), url, summary: name(until), description: note, ...day }
  return [phase, last]
}

/** An event of the round, known by its own id, so that a calendar which has it moves it. */
function meeting(
  event: RoundEvent,
  { round }: RoundPage,
  { council, language }: Reader,
  base: URL | undefined,
): CalendarEvent {
  return {
    uid: stableId(council, round.id, 'event', event.id),
    summary: `${round.title}: ${event.title}`,
    ...{ description: event.note, place: event.place },
    url: base && absoluteAddress(roundAddresses(language, round.id).round, base),
    ...eventTimes(event, council.timeZone),
  }
}

/** What ends, with its hour; undefined where nobody has to hurry. */
function deadlineText({ phase, endsAt }: Period, { words, format }: Reader): string | undefined {
  if (!Number.isFinite(endsAt)) return undefined
  if (phase === 'voting') return words.moments.voting(format.until(endsAt))
  return phase === 'submission' ? words.moments.submission(format.until(endsAt)) : undefined
}

/** The whole day on which an instant falls. */
function dayOf(at: Instant, timeZone: string): { startsAt: Instant; endsAt: Instant } {
  const day = printDay(at, timeZone)
  const [start, end] = [startOf(day, timeZone), endOf(day, timeZone)]
  // Where the clocks change at midnight the day has no beginning that can be written down.
  return start.ok && end.ok
    ? { startsAt: start.value, endsAt: end.value }
    : { startsAt: at, endsAt: at }
}
