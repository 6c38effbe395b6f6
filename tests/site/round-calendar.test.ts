import { describe, expect, test } from 'vitest'
import { printCalendar } from '../../src/site/icalendar.ts'
import { roundCalendar } from '../../src/site/round-calendar.ts'
import { readCalendar, unescapeText } from '../support/icalendar-reader.ts'
import { aReader, aRound, aRoundPage } from './site-data.ts'

const BASE = new URL('https://lindevang.example')

const phases = [
  {
    phase: 'submission',
    from: '2026-09-01',
    to: '2026-09-30',
    note: 'Here; or at the desk, until 8.',
  },
  { phase: 'development', from: '2026-10-01', to: '2026-10-04' },
  { phase: 'development', from: '2026-10-20', to: '2026-10-31' },
  { phase: 'voting', from: '2026-11-09 08:00', to: '2026-11-29 20:00' },
  { phase: 'delivery', from: '2027-01-11' },
]

function calendarOf(changes: object = {}, language: 'en' | 'de' = 'en', base?: URL) {
  const page = aRoundPage(aRound({ phases, ...changes }), [])
  return readCalendar(roundCalendar(page, aReader(language), base))
}

function read(event: ReadonlyMap<string, { readonly value: string }> | undefined, name: string) {
  const value = event?.get(name)?.value
  return value === undefined ? undefined : unescapeText(value).replaceAll('\u00a0', ' ')
}

describe('roundCalendar', () => {
  test('has every phase, and the last day of those in which a resident can do something', () => {
    expect(calendarOf().events.map((event) => read(event, 'SUMMARY'))).toEqual([
      'Lindevang Decides 2026: Ideas come in',
      'Lindevang Decides 2026: Proposals are welcome until Wednesday 30 September at 23:59',
      'Lindevang Decides 2026: Help days',
      'Lindevang Decides 2026: Help days',
      'Lindevang Decides 2026: Voting',
      'Lindevang Decides 2026: Voting is open until Sunday 29 November at 20:00',
      'Lindevang Decides 2026: Carrying out',
    ])
  })

  test('writes whole days as dates with an end that is not part of them, and hours as instants', () => {
    const times = calendarOf().events.map((event) => [event.get('DTSTART'), event.get('DTEND')])
    const plain = times.map((pair) =>
      pair.map((line) => line && [...Object.values(line.parameters), line.value].join(' ')),
    )
    expect(plain).toEqual([
      ['DATE 20260901', 'DATE 20261001'],
      ['DATE 20260930', 'DATE 20261001'],
      ['DATE 20261001', 'DATE 20261005'],
      ['DATE 20261020', 'DATE 20261101'],
      ['20261109T070000Z', '20261129T190000Z'],
      ['DATE 20261129', 'DATE 20261130'],
      ['DATE 20270111', undefined],
    ])
  })

  test('gives the same event the same id in every language and after its dates were moved', () => {
    const ids = (...given: Parameters<typeof calendarOf>) =>
      calendarOf(...given).events.map((event) => event.get('UID')?.value)
    const moved = phases.map((each) => ({ ...each, from: each.from.replace('2026', '2025') }))
    expect(new Set(ids()).size).toBe(7)
    expect(ids({}, 'de')).toEqual(ids())
    expect(ids({ phases: moved })).toEqual(ids())
    expect(ids()[0]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  test('links to the round where the site’s address is known, and stamps no time of a build', () => {
    const [event] = calendarOf({}, 'en', BASE).events
    expect(event?.get('URL')?.value).toBe('https://lindevang.example/en/rounds/spring/')
    expect(event?.get('DTSTAMP')?.value).toBe('20260831T220000Z')
    expect(calendarOf().events[0]?.has('URL')).toBe(false)
  })

  test('has the events of the round, with their place, and knows one that was moved', () => {
    const evening = { id: 'evening', title: 'Help evening', place: 'The hall; upstairs' }
    const meeting = { id: 'meeting', title: 'Open meeting', from: '2026-12-02 19:00' }
    const at = (day: string) => ({ ...evening, from: `${day} 19:00`, to: `${day} 21:00` })
    const of = (day: string) => calendarOf({ events: [at(day), meeting] }).events.slice(7)
    const [help, open] = of('2026-10-06')
    expect(read(help, 'SUMMARY')).toBe('Lindevang Decides 2026: Help evening')
    expect(read(help, 'LOCATION')).toBe('The hall; upstairs')
    expect(help?.get('DTEND')?.value).toBe('20261006T190000Z')
    expect([open?.get('DTSTART')?.value, open?.has('DTEND')]).toEqual(['20261202T180000Z', false])
    const [moved] = of('2026-10-13')
    expect(moved?.get('DTEND')?.value).toBe('20261013T190000Z')
    expect(moved?.get('UID')).toEqual(help?.get('UID'))
  })

  test('keeps the note as it was written', () => {
    expect(read(calendarOf().events[0], 'DESCRIPTION')).toBe('Here; or at the desk, until 8.')
  })
})

describe('printCalendar', () => {
  const text = `Æblehøst, "grød" og\n\\o/; ${'øæå'.repeat(60)} ${'🍎'.repeat(40)}`
  const event = { uid: 'a', summary: text, description: text, url: undefined }
  const calendar = { name: text, timeZone: 'Europe/Copenhagen', stamp: 0 }
  const printed = printCalendar({
    ...calendar,
    events: [{ ...event, startsAt: 0, endsAt: 3_600_000 }],
  })

  test('folds long lines between letters and escapes what has a meaning', () => {
    const { head, events } = readCalendar(printed)
    expect(read(head, 'NAME')).toBe(text)
    expect(read(events[0], 'SUMMARY')).toBe(text)
  })

  test('the strict reader finds what is wrong', () => {
    expect(() => readCalendar(printed.replaceAll('\r\n ', ''))).toThrow('more than 75 bytes')
    expect(() => readCalendar(printed.replaceAll('\r\n', '\n'))).toThrow('no end')
    expect(() => readCalendar(printed.replace('END:VEVENT\r\n', ''))).toThrow('not closed')
    expect(() => unescapeText('one, two')).toThrow('not escaped')
  })
})
