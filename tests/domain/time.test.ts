import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { endOf, LocalTimeSchema, printInstant, printLocal, startOf } from '../../src/domain/time.ts'

const ZONE = 'Europe/Copenhagen'
const local = (text: string) => v.parse(LocalTimeSchema, text)

function start(text: string, zone = ZONE) {
  const instant = startOf(local(text), zone)
  return instant.ok ? printInstant(instant.value) : instant.error
}

function end(text: string, zone = ZONE) {
  const instant = endOf(local(text), zone)
  return instant.ok ? printInstant(instant.value) : instant.error
}

describe('startOf', () => {
  test('reads winter time as one hour, summer time as two hours before UTC', () => {
    expect(start('2027-01-15 08:00')).toBe('2027-01-15T07:00:00Z')
    expect(start('2027-07-15 08:00')).toBe('2027-07-15T06:00:00Z')
  })

  test('starts a bare date at midnight', () => {
    expect(start('2027-05-03')).toBe('2027-05-02T22:00:00Z')
  })

  test('refuses the hour that is skipped when the clocks go forward', () => {
    expect(start('2027-03-28 01:59')).toBe('2027-03-28T00:59:00Z')
    expect(start('2027-03-28 02:00')).toBe('gap')
    expect(start('2027-03-28 02:59')).toBe('gap')
    expect(start('2027-03-28 03:00')).toBe('2027-03-28T01:00:00Z')
  })

  test('refuses the hour that comes twice when the clocks go back', () => {
    expect(start('2027-10-31 01:59')).toBe('2027-10-30T23:59:00Z')
    expect(start('2027-10-31 02:00')).toBe('overlap')
    expect(start('2027-10-31 02:59')).toBe('overlap')
    expect(start('2027-10-31 03:00')).toBe('2027-10-31T02:00:00Z')
  })

  test('works where the clocks change at midnight, and where they never do', () => {
    expect(start('2027-04-30', 'Africa/Cairo')).toBe('gap')
    expect(start('2027-04-29 23:30', 'Africa/Cairo')).toBe('2027-04-29T21:30:00Z')
    expect(start('2027-03-28 02:30', 'UTC')).toBe('2027-03-28T02:30:00Z')
  })
})

describe('endOf', () => {
  test('ends a bare date at 24:00, on the days of the change too', () => {
    expect(end('2027-05-16')).toBe('2027-05-16T22:00:00Z')
    expect(end('2027-03-28')).toBe('2027-03-28T22:00:00Z')
    expect(end('2027-10-31')).toBe('2027-10-31T23:00:00Z')
  })

  test('ends a time at that minute', () => {
    expect(end('2027-05-16 20:00')).toBe('2027-05-16T18:00:00Z')
  })
})

describe('LocalTimeSchema', () => {
  test.each(['2027-02-29', '2027-13-01', '2027-05-03 24:00', '3.5.2027', '2027-05-03T08:00'])(
    'refuses %s',
    (text) => {
      expect(v.safeParse(LocalTimeSchema, text).success).toBe(false)
    },
  )
})

describe('printLocal', () => {
  test('shows an instant as the wall clock of the zone', () => {
    expect(printLocal(Date.parse('2027-05-16T18:00:00Z'), ZONE)).toBe('2027-05-16 20:00')
  })
})
