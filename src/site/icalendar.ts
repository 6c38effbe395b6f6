/**
 * iCalendar: dates as calendar programs read them.
 *
 * Pure. Invariant: the same events give the same bytes; whole days are dates, so that no reader's clock
 * moves them, and everything else is an instant in UTC. Source: RFC 5545, RFC 7986.
 * Decided in docs/decisions/0017.
 */
import { utf8 } from '../domain/encoding.ts'
import { printInstant, printLocal, type Instant } from '../domain/time.ts'

export type CalendarEvent = {
  /** The same for the same event in every build; a program that knows it changes the event it has. */
  readonly uid: string
  readonly summary: string
  readonly description: string | undefined
  readonly place?: string | undefined
  readonly url: string | undefined
  readonly startsAt: Instant
  /** Exclusive; Infinity where no end is known. */
  readonly endsAt: Instant
}

export type Calendar = {
  readonly name: string
  /** In which a day begins and ends. */
  readonly timeZone: string
  /** Stands for the time of writing, which would make every build differ. */
  readonly stamp: Instant
  readonly events: readonly CalendarEvent[]
}

/** Most bytes of a line, without its end. */
const LINE = 75

/** The file, with the line ends that the format asks for. */
export function printCalendar(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Common Chest//Dates of a round//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(calendar.name)}`,
    `X-WR-CALNAME:${escapeText(calendar.name)}`,
    ...calendar.events.flatMap((event) => eventLines(event, calendar)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, { stamp, timeZone }: Calendar): readonly string[] {
  const { uid, summary, description, place, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(printInstant(stamp))}`,
    ...timeLines(event, timeZone),
    `SUMMARY:${escapeText(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(place === undefined ? [] : [`LOCATION:${escapeText(place)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    // A phase of three weeks must not make anybody look busy for three weeks.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function timeLines({ startsAt, endsAt }: CalendarEvent, timeZone: string): readonly string[] {
  const known = Number.isFinite(endsAt)
  const [from, to] = [startsAt, known ? endsAt : startsAt].map((at) => printLocal(at, timeZone))
  if ([from, to].every((local) => local?.endsWith(' 00:00'))) {
    const days = [from, to].map((local) => compact(local?.slice(0, 10) ?? ''))
    return [`DTSTART;VALUE=DATE:${days[0]}`, ...(known ? [`DTEND;VALUE=DATE:${days[1]}`] : [])]
  }
  const end = known ? [`DTEND:${compact(printInstant(endsAt))}`] : []
  return [`DTSTART:${compact(printInstant(startsAt))}`, ...end]
}

function compact(time: string): string {
  return time.replaceAll(/[-:]/g, '')
}

function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Breaks a long line between letters, never inside one. */
function fold(line: string): string {
  let folded = ''
  let room = LINE
  for (const letter of line) {
    const size = utf8(letter).length
    if (size > room) {
      folded += '\r\n '
      room = LINE - 1
    }
    folded += letter
    room -= size
  }
  return folded
}
