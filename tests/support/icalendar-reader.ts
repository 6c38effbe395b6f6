/**
 * A strict reader of iCalendar files: what RFC 5545 asks of lines, and no more lenient than the pickiest program.
 *
 * Pure. Invariant: throws where a line end, a length, a nesting or an escape is wrong.
 */

export type CalendarLine = {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}

export type CalendarEntry = ReadonlyMap<string, CalendarLine>

/** The properties of the calendar itself, and its events in order. */
export function readCalendar(text: string): {
  readonly head: CalendarEntry
  readonly events: readonly CalendarEntry[]
} {
  const lines = unfold(text).map(readLine)
  const [first, last] = [lines[0], lines.at(-1)]
  if (first?.name !== 'BEGIN' || last?.name !== 'END' || last.value !== first.value)
    throw new Error('not one calendar')
  const head = new Map<string, CalendarLine>()
  const events: CalendarEntry[] = []
  let open: Map<string, CalendarLine> | undefined
  for (const line of lines.slice(1, -1)) {
    if (line.name === 'BEGIN') {
      if (open || line.value !== 'VEVENT') throw new Error(`nested ${line.value}`)
      open = new Map()
    } else if (line.name === 'END') {
      if (!open || line.value !== 'VEVENT') throw new Error(`closes ${line.value}`)
      events.push(open)
      open = undefined
    } else {
      const into = open ?? head
      if (into.has(line.name)) throw new Error(`${line.name} stands twice`)
      into.set(line.name, line)
    }
  }
  if (open) throw new Error('an event is not closed')
  return { head, events }
}

/** A text value as it was meant. */
export function unescapeText(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`not escaped: ${value}`)
  return value.replaceAll(/\\(.?)/g, (_, letter: string) => {
    if (!['\\', ';', ',', 'n', 'N'].includes(letter)) throw new Error(`unknown escape ${letter}`)
    return letter.toLowerCase() === 'n' ? '\n' : letter
  })
}

function unfold(text: string): readonly string[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line ends without CRLF')
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 bytes: ${line}`)
  if (text.includes('\ufffd')) throw new Error('a letter was cut in two')
  return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
}

function readLine(line: string): CalendarLine {
  const [, name, parameters = '', value] =
    /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:"]+)*):(.*)$/s.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`no property: ${line}`)
  if (/\p{Cc}/u.test(value)) throw new Error(`a control character in ${name}`)
  const pairs = parameters.split(';').slice(1)
  return { name, parameters: Object.fromEntries(pairs.map((pair) => pair.split('='))), value }
}
